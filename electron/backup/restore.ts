// Puts a whole station together from a backup and from what this machine has, in a folder of its own, and opens it for proof. Until it
// takes the station's place nothing that stands here has been touched.

import { copyFile, type FileHandle, link, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupManifest } from '#shared/backup/manifest';
import { createSm3, readyCrypto } from '#shared/crypto/sm3';
import type { KeyProof } from '#shared/ipc/backup';
import { canonicalJson } from '#shared/journal/canonical';
import { exists, syncFolder, writeFileAtomic } from '../lib/atomic-file';
import type { StationFolders } from '../station/folders';
import { openServices } from '../station/services';
import { expectFitting, isSettled } from './examine';
import type { JoinCounts } from './join-journal';
import { joinJournals, type JournalSink } from './join-journals';
import { onStationDisk, refuse } from './on-medium';
import { isSame, type Present, presentBlocks } from './present';
import { keepPasswords, proveKey } from './prove';
import { meterOf, type OnBytes, readBackedUp, readWhole } from './read-backup';
import { removeRestoring } from './replace';
import { writeMark } from './restored-mark';
import { bringSentAttachments, findSentBundles, type SentBundle } from './sent-bundles';
import type { Shelf } from './shelf';

export type RestoreStep = 'vault' | 'journals' | 'files' | 'open' | 'mark';

export interface KeyTask {
  readonly folders: StationFolders;
  readonly shelf: Shelf;
  readonly manifest: BackupManifest;
  readonly present: Present;
  readonly proof: KeyProof;
}

export interface RestoreTask extends KeyTask {
  /** Folders in which bundles may lie that were sealed here. */
  readonly bundleFolders: readonly string[];
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  readonly report: (done: number, total: number) => void;
  /** Told before each step; a test stops the sequence here. */
  readonly onStep?: (step: RestoreStep) => void;
}

/** On refusal and on any fault nothing of it stays. */
export async function putTogether(task: RestoreTask): Promise<JoinCounts> {
  await readyCrypto();
  try {
    return await build(task);
  } catch (error) {
    await removeRestoring(task.folders).catch(() => undefined);
    throw error;
  }
}

/** Whether the key opens, before anybody has to leave for it. Leaves nothing. */
export async function tryKey(task: KeyTask): Promise<void> {
  await readyCrypto();
  try {
    await layVault(task);
  } finally {
    await removeRestoring(task.folders);
  }
}

async function layVault({ folders, shelf, manifest, present, proof }: KeyTask): Promise<void> {
  await expectFitting(shelf, manifest, present, folders.environment);
  await removeRestoring(folders);
  for (const file of manifest.files) if (isSmall(file.path)) await writeSmall(folders.restoring, file.path, await readWhole(shelf, file));
  await proveKey(folders.restoring, present, manifest.station, proof);
}

async function build(task: RestoreTask): Promise<JoinCounts> {
  const { folders, shelf, manifest, present, bundleFolders, now, signal, report, onStep = () => undefined } = task;
  const folder = folders.restoring;
  const onBytes = meterOf(manifest, report, signal);

  onStep('vault');
  // Before anything long: a wrong passphrase is told at once.
  await layVault(task);
  await keepPasswords(present, folder);

  onStep('journals');
  const sent = await findSentBundles(bundleFolders, manifest.station, signal);
  const { counts, checkpoints } = await joinJournals({ shelf, manifest, present, sent, onBytes, sink: (path) => journalSink(join(folder, path)) });
  for (const checkpoint of checkpoints) await writeSmall(folder, `checkpoints/${checkpoint.author}.json`, `${canonicalJson(checkpoint)}\n`);

  onStep('files');
  await bringFiles(task, counts.fromBundles === 0 ? [] : sent, onBytes);

  onStep('open');
  await expectToOpen(folders);
  onStep('mark');
  await onStationDisk(async () => {
    await writeMark(folder, { at: now.toISOString(), madeAt: manifest.madeAt, ...counts, tablesCleared: false });
    await syncFolder(folders.data);
  });
  return counts;
}

/** Everything but journals and checkpoints, which are joined, and what is large. */
function isSmall(path: string): boolean {
  return path === 'station.json' || path.startsWith('vault/') || path.startsWith('quarantine/');
}

async function writeSmall(folder: string, path: string, bytes: Uint8Array | string): Promise<void> {
  await onStationDisk(() => writeFileAtomic(join(folder, path), bytes, { mode: path.startsWith('vault/') ? 0o600 : 0o644 }));
}

const LINES_AT_ONCE_BYTES = 1024 * 1024;

/** Lines gathered into large writes; durable at the end. */
async function journalSink(path: string): Promise<JournalSink> {
  const file = await onStationDisk(async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(path, 'wx');
  });
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const flush = async () => {
    const block = Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
    await onStationDisk(() => file.writeFile(block));
  };
  return {
    line(line) {
      waiting.push(line, NEWLINE);
      bytes += line.length + 1;
      return bytes < LINES_AT_ONCE_BYTES ? undefined : flush();
    },
    async end() {
      await flush();
      await onStationDisk(() => file.sync());
      await onStationDisk(() => syncFolder(dirname(path)));
    },
    close: () => file.close(),
  };
}

const NEWLINE = Buffer.from('\n');

/** Attachments and bundles: what lies here whole is used again, the rest comes from the backup; what only this machine has stays too. */
async function bringFiles({ folders, shelf, manifest, present }: RestoreTask, sent: readonly SentBundle[], onBytes: OnBytes): Promise<void> {
  const inBackup = new Set(manifest.files.map(({ path }) => path));
  const touched = new Set<string>();
  const place = async (path: string, bring: (to: string) => Promise<void>) => {
    const to = join(folders.restoring, path);
    await onStationDisk(() => mkdir(dirname(to), { recursive: true }));
    await bring(to);
    touched.add(dirname(to)).add(dirname(dirname(to)));
  };
  for (const file of manifest.files) {
    if (!isSettled(file.path)) continue;
    const same = await isSame(present, file, () => { onBytes(0); });
    await place(file.path, (to) => (same ? reuse(present, file.path, to) : writeBlocks(to, readBackedUp(shelf, file, onBytes))));
    if (same) onBytes(file.sizeBytes);
  }
  for (const path of present.paths) {
    if (inBackup.has(path) || !(isSettled(path) || path.startsWith('quarantine/'))) continue;
    if (path.startsWith('attachments/') && !(await isWhole(present, path))) continue;
    await place(path, (to) => reuse(present, path, to));
  }
  await bringSentAttachments(
    sent,
    (path) => exists(join(folders.restoring, path)),
    (path, blocks) => place(path, (to) => writeBlocks(to, blocks)),
  );
  for (const folder of touched) await onStationDisk(() => syncFolder(folder));
}

/** An attachment is named by its hash. */
async function isWhole(present: Present, path: string): Promise<boolean> {
  const hasher = await createSm3();
  for await (const block of presentBlocks(present, path) ?? []) hasher.update(block);
  return path.endsWith(hasher.digestHex());
}

/** One more name for the same bytes, which are never changed; a copy where the file system knows no second names. */
async function reuse({ folder }: Present, path: string, to: string): Promise<void> {
  const from = join(folder ?? '', path);
  await onStationDisk(async () => {
    try {
      await link(from, to);
    } catch {
      await copyFile(from, to);
      await withFile(to, (file) => file.sync());
    }
  });
}

async function writeBlocks(to: string, blocks: AsyncIterable<Uint8Array>): Promise<void> {
  await withFile(to, async (target) => {
    for await (const block of blocks) await onStationDisk(() => target.writeFile(block));
    await onStationDisk(() => target.sync());
  });
}

async function withFile(path: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await onStationDisk(() => open(path, 'a'));
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function expectToOpen(folders: StationFolders): Promise<void> {
  const opened = await openServices({ ...folders, station: folders.restoring });
  if (!opened.ok) return refuse('backup.not-sound', { reason: opened.error.code });
  await opened.value.close();
}
