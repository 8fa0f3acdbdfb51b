// Real stations in temporary folders for bundle tests: real keys, real journals, real attachments.

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAttachmentStore } from '../../../../electron/attachments/attachment-store';
import { createDirectory } from '../../../../electron/bundle/directory';
import type { BundleStation } from '../../../../electron/bundle/ports';
import { openJournalStore } from '../../../../electron/journal/journal-store';
import { createRecordId, type RecordId, type StationId } from '../../../../shared/base/ids';
import { toBase64 } from '../../../../shared/crypto/base64';
import { encodeSpki, stationIdOf } from '../../../../shared/crypto/keys';
import { generateKeyPair, sign, type Sm2KeyPair } from '../../../../shared/crypto/sm2';
import { readyCrypto } from '../../../../shared/crypto/sm3';
import type { Admission, Environment, OfficeKind, Station } from '../../../../shared/domain/office';
import type { Attachment } from '../../../../shared/domain/fields';
import type { PlanItem } from '../../../../shared/domain/plan-item';

export interface Office extends BundleStation {
  readonly keys: Sm2KeyPair;
  readonly spki: Uint8Array;
  readonly id: StationId;
  readonly operator: RecordId;
  newId(): RecordId;
  put(table: string, body: object, options?: { id?: RecordId; rev?: number }): Promise<RecordId>;
  /** Many records of one table in one append. */
  putAll(table: string, bodies: readonly object[]): Promise<void>;
  admit(other: Office, relation: Admission['relation'], options?: { state?: Admission['state']; id?: RecordId; rev?: number }): Promise<RecordId>;
  attach(bytes: Uint8Array, name?: string): Promise<Attachment>;
  /** The receipt a caller of openBundle writes. */
  acknowledge(report: { bundleId: string; bundleSm3: string; sender: { stationId: string }; heads: readonly object[] }): Promise<void>;
  reopen(): Promise<Office>;
  close(): Promise<void>;
}

export interface Identity {
  readonly folder: string;
  readonly keys: Sm2KeyPair;
  readonly station: Station;
  readonly operator: RecordId;
}

const random = (size: number) => randomBytes(size);
const folders: string[] = [];
const opened = new Set<{ close(): Promise<void> }>();

export async function tempFolder(name = 'bundle'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `goufu-${name}-`));
  folders.push(folder);
  return folder;
}

/** For afterAll: closes every station a test has opened and removes what it wrote. */
export async function removeTempFolders(): Promise<void> {
  for (const office of opened) await office.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

const REGION_CODES: Readonly<Record<OfficeKind, string>> = { unit: '150422', county: '150422', league: '150400', region: '150000' };

export async function createOffice(
  officeKind: OfficeKind,
  name: string,
  regionCode = REGION_CODES[officeKind],
  environment: Environment = 'real',
): Promise<Office> {
  await readyCrypto();
  const keys = generateKeyPair(random);
  const spki = encodeSpki(keys.publicKey);
  const stationId = stationIdOf(spki) as StationId;
  const station: Station = {
    stationId,
    name,
    officeKind,
    regionCode,
    uscc: '11150422MB0000000X',
    publicKey: toBase64(spki),
    environment,
    secrecyDeclaredAt: '2026-01-05T01:00:00.000Z',
  };
  const operator = createRecordId(stationId, random);
  const office = await openOffice({ folder: await tempFolder(), keys, station, operator });
  await office.put('stations', station);
  await office.put('operators', { name: '经办甲', post: '科员', active: true }, { id: operator });
  return office;
}

export async function openOffice(identity: Identity): Promise<Office> {
  await readyCrypto();
  const { folder, keys, station, operator } = identity;
  const spki = encodeSpki(keys.publicKey);
  const store = await openJournalStore({ directory: folder, owner: station.stationId });
  if (!store.ok) throw new Error(store.error.code);
  const journals = store.value;
  const attachments = await openAttachmentStore({ directory: folder });
  const newId = () => createRecordId(station.stationId, random);

  const append = async (changes: Parameters<typeof journals.append>[2]) => {
    const written = await journals.append('official', operator, changes);
    if (!written.ok) throw new Error(written.error.code);
  };
  const office: Office = {
    ...identity,
    spki,
    id: station.stationId,
    journals,
    attachments,
    directory: createDirectory(journals, station),
    sign: (message) => Promise.resolve({ ok: true, value: sign(keys.privateKey, message, random) }),
    newId,
    async put(table, body, { id = newId(), rev = 1 } = {}) {
      await append([{ op: 'put', table, id, rev, body: body as never }]);
      return id;
    },
    putAll: (table, bodies) => append(bodies.map((body) => ({ op: 'put', table, id: newId(), rev: 1, body: body as never }))),
    admit: (other, relation, { state = 'admitted', id, rev } = {}) =>
      office.put('admissions', admissionOf(other.station, relation, operator, state), { ...(id && { id }), ...(rev && { rev }) }),
    async attach(bytes, attachmentName = '扫描件.pdf') {
      const inbox = await tempFolder('inbox');
      const path = join(inbox, attachmentName);
      await writeFile(path, bytes);
      const added = await attachments.addFile(path);
      if (!added.ok) throw new Error(added.error.code);
      return added.value;
    },
    async acknowledge({ bundleId, bundleSm3, sender, heads }) {
      await office.put('receipts', { bundleId, bundleSm3, senderId: sender.stationId, heads });
    },
    async reopen() {
      await office.close();
      return openOffice(identity);
    },
    async close() {
      opened.delete(office);
      await journals.close();
    },
  };
  opened.add(office);
  return office;
}

export function admissionOf(other: Station, relation: Admission['relation'], admittedBy: RecordId, state: Admission['state'] = 'admitted'): Admission {
  const { stationId, name, officeKind, regionCode, uscc, publicKey } = other;
  return { stationId, name, officeKind, regionCode, uscc, publicKey, relation, state, comparedBy: 'phone', admittedBy };
}

/** A PDF by its first bytes, random behind them. */
export function pdf(sizeBytes: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(Math.max(1, sizeBytes - 9))]);
}

export function planItem(office: Pick<Office, 'newId' | 'operator'>, facts: Partial<PlanItem> = {}): PlanItem {
  return {
    buyerId: office.newId(),
    year: 2026,
    number: '2026-001',
    name: '社区居家养老助餐服务',
    catalogueVersion: 'nm-2014',
    catalogueCode: '1.01',
    otherService: null,
    procurementCode: null,
    content: '为辖区内六十岁以上失能老人提供每日两餐及送餐服务。',
    quantityE4: 120_000_000,
    unit: '人次',
    unitPriceFen: 1500,
    amountFen: 18_000_000,
    costBasis: '参照上年度合同价。',
    startsOn: '2026-03-01',
    endsOn: '2026-12-31',
    place: '红旗街道',
    recipients: { group: '失能老人', count: 120, area: '红旗街道' },
    funds: [{ source: 1, year: 2026, amountFen: 18_000_000, origin: 'existing', fromProject: '养老服务', approvalDocument: '' }],
    budgetProject: '养老服务补助',
    budgetCode: '',
    functionCode: '20810',
    economicCode: '302',
    goals: [{ kind: 'satisfaction', name: '服务对象满意度', target: '不低于90%' }],
    priority: { livelihood: 5, ease: 3, key: 2 },
    duty: { document: '三定规定', item: '养老服务' },
    need: { source: '入户调查', surveyedCount: 120, surveyedOn: '2026-01-10', conclusion: '需求稳定' },
    suitability: { marketFit: true, socialCapable: true, reason: '' },
    benefits: { duty: '', cost: '', quality: '' },
    exclusionsDenied: [],
    exclusionReview: '',
    establishmentPledged: true,
    method: 'open',
    providerTypes: ['P1'],
    smeReservedFen: 0,
    confidential: false,
    attachments: [],
    preparedBy: office.newId(),
    reviewedBy: office.operator,
    submittedOn: '2026-01-20',
    ...facts,
  };
}

/** Every file under a folder with the digest of its bytes, the process lock aside: two equal snapshots mean nothing changed. */
export async function snapshot(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const walk = async (path: string, label: string): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const inner = join(path, entry.name);
      const name = `${label}${entry.name}`;
      if (entry.isDirectory()) await walk(inner, `${name}/`);
      else if (!/lock/.test(entry.name)) found[name] = createHash('sha256').update(await readFile(inner)).digest('hex');
    }
  };
  await mkdir(folder, { recursive: true });
  await walk(folder, '');
  return found;
}
