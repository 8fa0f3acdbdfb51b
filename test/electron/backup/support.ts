// A station with records, received journals and attachments, and its backups on real disks.

import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure, Result } from '#shared/base/result';
import type { BackupView, KeyProof } from '#shared/ipc/backup';
import { sm3Hex } from '#shared/crypto/sm3';
import { type Backups, createBackups } from '../../../electron/backup/backups';
import type { Job } from '../../../electron/exchange/jobs';
import type { StationFolders } from '../../../electron/station/folders';
import { newId } from '../../../electron/station/set-up';
import { createStationHost, type StationHost } from '../../../electron/station/station-host';
import type { Workplace } from '../../../electron/station/workplace';
import { freshFolder } from '../exchange/support';
import { codeOf, PASSPHRASE, recordingLog, signInFirst, stationAtWork, valueOf } from '../station/support';
import { expect, onTestFinished } from 'vitest';

export const VERSION = '0.1.0';
export const PROOF = { passphrase: PASSPHRASE };
export const CHOICE = { proof: PROOF, bundles: null };
export const QUIET_JOB: Job = { signal: new AbortController().signal, onProgress: () => undefined };

export interface Kept {
  readonly folders: StationFolders;
  readonly host: StationHost;
  readonly backups: Backups;
  /** Where they are kept; a test may choose another. */
  readonly place: { folder: string | null };
  readonly log: ReturnType<typeof recordingLog>;
  readonly clock: { now: Date };
}

/** A unit at work whose backups lie beside its folder. */
export async function keptStation(): Promise<Kept & { place: { folder: string | null }; at: Workplace; recoveryCode: string }> {
  const { host, folders, place: at, recoveryCode } = await stationAtWork();
  return { ...keep(folders, host), at, recoveryCode };
}

/** Another computer, or this one after a start. */
export function computerAt(folders: StationFolders, onRestored: () => Promise<void> = () => Promise.resolve()): Kept {
  const host = createStationHost(folders, { onLock: () => undefined, onGrowth: () => undefined, onRestored }, recordingLog());
  onTestFinished(() => host.close());
  return keep(folders, host);
}

function keep(folders: StationFolders, host: StationHost): Kept {
  const place = { folder: null as string | null };
  const clock = { now: new Date() };
  const log = recordingLog();
  const backups = createBackups({
    folders, host, log, version: VERSION,
    place: { get: () => place.folder, set: (folder) => void (place.folder = folder) },
    now: () => clock.now,
  });
  return { folders, host, backups, place, log, clock };
}

/** `count` lines in one act; nothing reads these bodies. */
export async function write({ journal, by }: Workplace, count: number, chain: 'official' | 'working' = 'working', table = 'drafts'): Promise<void> {
  const changes = Array.from({ length: count }, () => ({
    op: 'put' as const, table, id: newId(journal.owner), rev: 1, body: { text: randomBytes(40).toString('base64') },
  }));
  valueOf(await journal.append(chain, by, changes));
}

/** A PDF of this size in the store; its hash. */
export async function attach({ attachments }: Workplace, sizeBytes: number): Promise<string> {
  const path = join(await freshFolder(), 'scan.pdf');
  await writeFile(path, Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(sizeBytes)]));
  return valueOf(await attachments.addFile(path)).sm3;
}

/** The newest backup that can be restored. */
export async function newest(backups: Backups, folder: string | null = null): Promise<BackupView> {
  const [first] = valueOf(await backups.list(folder)).backups;
  if (first === undefined) throw new Error('there is no backup');
  return first;
}

export async function restore({ backups }: Pick<Kept, 'backups'>, folder: string | null = null, proof: KeyProof = PROOF): ReturnType<Backups['restore']> {
  return backups.restore((await newest(backups, folder)).token, { proof, bundles: null }, QUIET_JOB);
}

/** Every file below a folder with the hash of its bytes; locks left out, they come and go. */
export async function treeOf(folder: string, below = ''): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(tree, await treeOf(folder, path));
    else if (!entry.name.startsWith('.lock')) tree[path] = sm3Hex(await readFile(join(folder, path)));
  }
  return tree;
}

/** What a restored station must equal: everything but the note of the restore itself. */
export async function stationTree(folders: StationFolders): Promise<Record<string, string>> {
  const { 'restored.json': _mark, ...tree } = await treeOf(folders.station);
  return tree;
}

export async function filesBelow(folder: string): Promise<readonly string[]> {
  return Object.keys(await treeOf(folder)).sort();
}

export async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

export function failureOf(result: Result<unknown, Failure>): string {
  return result.ok ? 'ok' : `${result.error.code}${result.error.evidence === undefined ? '' : ` ${Object.values(result.error.evidence).join(' ')}`}`;
}

/** A station with a past, backed up, then gone on with; closed. */
export async function pastStation(later = 7): Promise<Awaited<ReturnType<typeof keptStation>> & { before: Record<string, string> }> {
  const kept = await keptStation();
  await write(kept.at, 30);
  await write(kept.at, 10, 'official', 'planItems');
  await attach(kept.at, 1_200_000);
  valueOf(await kept.backups.make('asked', null));
  if (later > 0) await write(kept.at, later);
  await write(kept.at, 3, 'official', 'planItems');
  await attach(kept.at, 900);
  await kept.host.close();
  return { ...kept, before: await stationTree(kept.folders) };
}

export async function expectAtWork(kept: Kept, drafts: number): Promise<void> {
  expect(await kept.host.state()).toMatchObject({ phase: 'locked', damage: null });
  await signInFirst(kept.host);
  const at = valueOf(kept.host.workplace());
  expect(codeOf(await at.vault.unlock(PASSPHRASE))).toBe('ok');
  expect(at.journal.head('working', at.journal.owner)?.seq).toBe(drafts);
}

/** Turns one bit. */
export async function alter(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  const place = Math.min(at, bytes.length - 1);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
