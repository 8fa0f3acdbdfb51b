// Takes a sealed bundle apart, lets a test change anything at any depth, and signs it again with a valid key.

import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openContainer } from '../../../../electron/bundle/container';
import { utf8 } from '../../../../shared/base/bytes';
import type { Sm3Hex, StationId } from '../../../../shared/base/ids';
import { toBase64 } from '../../../../shared/crypto/base64';
import { encodePem, keyIdOf, PEM_PUBLIC_KEY } from '../../../../shared/crypto/keys';
import { sign } from '../../../../shared/crypto/sm2';
import { sm3Hex } from '../../../../shared/crypto/sm3';
import { hashLine } from '../../../../shared/journal/chain';
import { canonicalJson } from '../../../../shared/journal/canonical';
import { checkpointText } from '../../../../shared/journal/checkpoint';
import { encodeLine, GENESIS, type JournalLine } from '../../../../shared/journal/line';
import type { Office } from './office';
import { tempFolder } from './office';
import { type RawEntry, type RawZip, rawZip } from './raw-zip';

const random = (size: number) => randomBytes(size);

export interface Forge {
  bundleId: string;
  signer: Pick<Office, 'keys' | 'spki'>;
  /** data/… by name. */
  readonly payload: Map<string, Buffer>;
  organization: string;
  format: number | string;
  oxum: string | null;
  /** Edits tag files before the tag manifest is made, anything before it is signed, anything after, and the zip itself. */
  onTags: (tags: Map<string, Buffer>) => void;
  onTagManifest: (text: string) => string;
  onSigned: (files: Map<string, Buffer>) => void;
  onZip: (entries: RawEntry[]) => RawEntry[];
  zip: RawZip;
}

export async function takeApart(path: string, signer: Office): Promise<Forge> {
  const container = await openContainer(path);
  const payload = new Map<string, Buffer>();
  for (const entry of container.entries) if (entry.name.startsWith('data/')) payload.set(entry.name, await container.readWhole(entry));
  await container.close();
  return {
    bundleId: container.bundleId,
    signer,
    payload,
    organization: signer.station.name,
    format: 1,
    oxum: null,
    onTags: () => undefined,
    onTagManifest: (text) => text,
    onSigned: () => undefined,
    onZip: (entries) => entries,
    zip: {},
  };
}

export async function assemble(forge: Forge): Promise<string> {
  const path = join(await tempFolder('forged'), 'forged.gfb');
  await writeFile(path, assembleBytes(forge));
  return path;
}

export function assembleBytes({ bundleId, signer, payload, ...forge }: Forge): Buffer {
  const list = (digest: (bytes: Buffer) => string, files: ReadonlyMap<string, Buffer>) =>
    [...files.keys()].sort().map((name) => `${digest(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`).join('');
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const bytes = [...payload.values()].reduce((sum, each) => sum + each.length, 0);
  const station = sm3Hex(signer.spki).slice(0, 32);
  const tags = new Map<string, Buffer>([
    ['bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    [
      'bag-info.txt',
      Buffer.from(
        `Source-Organization: ${forge.organization}\nExternal-Identifier: ${bundleId}\nBagging-Date: 2026-03-02\n` +
          `Payload-Oxum: ${forge.oxum ?? `${String(bytes)}.${String(payload.size)}`}\nSender-Station: ${station}\nBundle-Format: ${String(forge.format)}\n`,
      ),
    ],
    ['manifest-sm3.txt', Buffer.from(list(sm3Hex, payload))],
    ['manifest-sha256.txt', Buffer.from(list(sha256, payload))],
  ]);
  forge.onTags(tags);
  const tagManifest = Buffer.from(forge.onTagManifest(list(sm3Hex, tags)));
  const keyId = keyIdOf(signer.spki);
  const files = new Map<string, Buffer>([
    ...payload,
    ...tags,
    ['tagmanifest-sm3.txt', tagManifest],
    [`signatures/${keyId}.sm2.sig`, Buffer.from(sign(signer.keys.privateKey, tagManifest, random))],
    [`signatures/${keyId}.pub.pem`, Buffer.from(encodePem(PEM_PUBLIC_KEY, signer.spki))],
  ]);
  forge.onSigned(files);
  const entries = [...files].map(([name, data]): RawEntry => ({ name: `${bundleId}/${name}`, data, stored: name.startsWith('data/attachments/') }));
  return rawZip(forge.onZip(entries), forge.zip);
}

export interface ExchangeDraft {
  v: number;
  bundleId: string;
  sender: string;
  recipients: string[];
  journals: { author: StationId; fromSeq: number; prev: string; toSeq: number; hash: string }[];
  attachments: { sm3: string; sizeBytes: number }[];
}

export function editExchange(forge: Forge, edit: (draft: ExchangeDraft) => void): void {
  const draft = JSON.parse(forge.payload.get('data/exchange.json')?.toString('utf8') ?? '') as ExchangeDraft;
  edit(draft);
  draft.journals.sort((a, b) => (a.author < b.author ? -1 : 1));
  forge.payload.set('data/exchange.json', Buffer.from(canonicalJson(draft)));
}

export function journalLines(forge: Forge, author: StationId): string[] {
  return (forge.payload.get(`data/journals/${author}.ndjson`)?.toString('utf8') ?? '').trimEnd().split('\n');
}

/** Puts these lines in as the author's slice, with a checkpoint by `signer` and an exchange file that agrees. */
export function setJournal(forge: Forge, author: Office, lines: readonly string[], signer: Pick<Office, 'keys'> = author): void {
  const first = JSON.parse(lines[0] ?? '') as JournalLine;
  const toSeq = first.seq + lines.length - 1;
  const hash = hashLine(utf8(lines.at(-1) ?? ''));
  forge.payload.set(`data/journals/${author.id}.ndjson`, Buffer.from(lines.map((line) => `${line}\n`).join('')));
  setCheckpoint(forge, author, { seq: toSeq, hash }, signer);
  editExchange(forge, (draft) => {
    draft.journals = draft.journals.filter((slice) => slice.author !== author.id);
    draft.journals.push({ author: author.id, fromSeq: first.seq, prev: first.prev, toSeq, hash });
  });
}

export function setCheckpoint(forge: Forge, author: Office, head: { seq: number; hash: Sm3Hex }, signer: Pick<Office, 'keys'> = author): void {
  const claim = { author: author.id, ...head, at: '2026-03-02T01:20:11.123Z' };
  const signature = toBase64(sign(signer.keys.privateKey, utf8(checkpointText(claim)), random));
  forge.payload.set(`data/checkpoints/${author.id}.json`, Buffer.from(canonicalJson({ ...claim, signature })));
}

/** A line that follows `after` (or starts a chain) and carries this record. */
export function lineAfter(after: string | null, author: Office, record: { table: string; body?: object | null; id?: string; by?: string; rev?: number }): string {
  const before = after === null ? null : (JSON.parse(after) as JournalLine);
  const envelope = {
    v: 1,
    author: author.id,
    seq: (before?.seq ?? 0) + 1,
    prev: after === null ? GENESIS : hashLine(utf8(after)),
    at: '2026-03-02T01:20:11.123Z',
    by: record.by ?? author.operator,
    table: record.table,
    id: record.id ?? author.newId(),
    rev: record.rev ?? 1,
  };
  return encodeLine((record.body === null ? { ...envelope, op: 'remove' } : { ...envelope, op: 'put', body: record.body }) as JournalLine);
}
