// Makes a station: key, passwords, first official lines, profile. All of it grows in a side folder and counts only after one rename.

import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRecordId, type RecordId, type StationId, stationIdSchema } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { checkUscc } from '#shared/base/uscc';
import { fingerprintOf, stationIdOf } from '#shared/crypto/keys';
import { readyCrypto } from '#shared/crypto/sm3';
import { type Environment, type Operator, operatorSchema, type Station, stationSchema } from '#shared/domain/office';
import type { Change, ReplyOf, RequestOf } from '#shared/ipc/contract';
import { openJournalStore } from '../journal/journal-store';
import { exists, syncFolder } from '../lib/atomic-file';
import { createOperatorStore } from '../vault/passwords';
import { createVault } from '../vault/vault';
import { type StationFolders, vaultFolder } from './folders';
import { writeProfile } from './profile-file';

type SetUpRequest = RequestOf<'createStation'>;
type SetUpReply = ReplyOf<'createStation'>;
type Step = 'key' | 'passwords' | 'lines' | 'profile' | 'rename';

export interface SetUpOptions {
  /** Told before each step; a test stops the sequence here. */
  readonly onStep?: (step: Step) => void;
}

/** 'station.bad-profile' names the offending field; 'station.already-set-up' when there is one; otherwise the store's own failure. */
export async function setUpStation(
  folders: StationFolders,
  request: SetUpRequest,
  { onStep = () => undefined }: SetUpOptions = {},
): Promise<Result<SetUpReply, Failure>> {
  await readyCrypto();
  if (await exists(folders.station)) return failure('station.already-set-up');
  const operators = parseOperators(request);
  if (!operators.ok) return operators;
  if ((request.buyer === null) === (request.officeKind === 'unit')) return failure('station.bad-profile', { field: 'buyer' });
  // Everything typed is judged before a key is made.
  const { environment } = folders;
  const typed = parseStation(request, environment, '0'.repeat(32), 'AA==');
  if (!typed.ok) return typed;

  await removeUnfinished(folders);
  await mkdir(vaultFolder(folders.unfinished), { recursive: true });

  onStep('key');
  const vault = createVault({ directory: vaultFolder(folders.unfinished) });
  const key = await vault.create(request.passphrase);
  vault.lock();
  if (!key.ok) return key;
  const { spki, recoveryCode } = key.value;
  const station = parseStation(request, environment, stationIdOf(spki), Buffer.from(spki).toString('base64'));
  if (!station.ok) return station;

  onStep('passwords');
  const { stationId } = station.value;
  const ids = operators.value.map(() => newId(stationId));
  const passwords = createOperatorStore({ directory: vaultFolder(folders.unfinished) });
  for (const [index, { password }] of request.operators.entries()) {
    const set = await passwords.set(ids[index] ?? '', password);
    if (!set.ok) return set;
  }

  onStep('lines');
  const written = await writeFirstLines(folders.unfinished, station.value, request, operators.value, ids);
  if (!written.ok) return written;

  onStep('profile');
  await writeProfile(folders.unfinished, station.value);

  onStep('rename');
  await rename(folders.unfinished, folders.station);
  await syncFolder(folders.data);
  return ok({ station: station.value, fingerprint: fingerprintOf(spki), recoveryCode });
}

/** What a set-up that was cut short left behind. It never counted as a station, so nothing can be lost with it. */
export async function removeUnfinished(folders: StationFolders): Promise<void> {
  await rm(folders.unfinished, { recursive: true, force: true, maxRetries: 5 });
}

async function writeFirstLines(
  folder: string,
  station: Station,
  { buyer }: SetUpRequest,
  operators: readonly Operator[],
  ids: readonly RecordId[],
): Promise<Result<null, Failure>> {
  const { stationId } = station;
  const first = ids[0];
  if (first === undefined) return failure('station.bad-profile', { field: 'operators' });
  const put = (table: string, id: RecordId, body: object): Change => ({ op: 'put', table, id, rev: 1, body: body as Record<string, never> });
  const changes = [
    put('stations', newId(stationId), station),
    ...operators.map((operator, index) => put('operators', ids[index] ?? first, operator)),
    ...(buyer === null ? [] : [put('buyers', newId(stationId), buyer)]),
  ];
  const journal = await openJournalStore({ directory: folder, owner: stationId });
  if (!journal.ok) return journal;
  try {
    const appended = await journal.value.append('official', first, changes);
    return appended.ok ? ok(null) : appended;
  } finally {
    await journal.value.close();
  }
}

function parseOperators({ operators }: SetUpRequest): Result<readonly Operator[], Failure> {
  const parsed = operators.map(({ name, post }) => operatorSchema.safeParse({ name, post, active: true }));
  const bad = parsed.findIndex((one) => !one.success);
  if (bad >= 0) return failure('station.bad-profile', { field: `operators.${String(bad)}` });
  return ok(parsed.flatMap((one) => (one.success ? [one.data] : [])));
}

function parseStation(request: SetUpRequest, environment: Environment, stationId: string, publicKey: string): Result<Station, Failure> {
  const parsed = stationSchema.safeParse({
    stationId: stationIdSchema.parse(stationId),
    environment,
    name: request.name,
    officeKind: request.officeKind,
    regionCode: request.regionCode,
    // A wrong check digit is a warning for the form: paper certificates have errors.
    uscc: checkUscc(request.uscc).normalised,
    publicKey,
    secrecyDeclaredAt: new Date().toISOString(),
  });
  if (!parsed.success) return failure('station.bad-profile', { field: parsed.error.issues[0]?.path.map(String).join('.') ?? '' });
  return ok(parsed.data);
}

export function newId(owner: StationId): RecordId {
  return createRecordId(owner, (size) => randomBytes(size));
}
