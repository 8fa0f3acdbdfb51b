// Makes one backup: every file of a snapshot goes onto the shelf piece by piece, read back, and the manifest last. Pieces that are there
// already cost nothing. What has had its time is removed only after the new one stands.

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sm3Hex } from '#shared/base/ids';
import { assert } from '#shared/base/assert';
import { BACKUP_FORMAT, type BackedUpFile, type BackupManifest, type BackupReason, PIECE_BYTES } from '#shared/backup/manifest';
import { readyCrypto } from '#shared/crypto/sm3';
import type { EventOf } from '#shared/ipc/events';
import { lockFolder } from '../journal/folder-lock';
import { JournalError } from '../journal/journal-error';
import { Refusal } from '../lib/refusal';
import type { StationServices } from '../station/services';
import { SourceUnreadable } from '../attachments/source-file';
import { createLineCounter, type LineCounter } from './count-lines';
import { onMedium, refuse, throwIfCancelled } from './on-medium';
import { expendable } from './ring';
import { createShelf, piecesOf, prepareShelf, type Shelf } from './shelf';
import { type SnapshotFile, takeSnapshot } from './snapshot';

export interface MakeBackup {
  readonly shelfFolder: string;
  readonly version: string;
  readonly reason: BackupReason;
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: Omit<EventOf<'jobProgress'>, 'jobId'>) => void;
  /** A backup's name that stays, however old: it is being restored. */
  readonly spare?: string | undefined;
  /** The backup stands, but what has had its time could not be removed. */
  readonly onUntidy: (error: unknown) => void;
}

export interface MadeBackup {
  /** The folder it lies in. */
  readonly folder: string;
  readonly manifest: BackupManifest;
}

/** After a week every piece is read again, and a spoilt one is written anew while the station still has it. */
const THOROUGH_AFTER_MS = 7 * 86_400_000;

type Station = Pick<StationServices, 'folder' | 'profile' | 'journal'>;

/** Throws a Refusal; a journal found broken comes with its own code. Until it resolves the shelf holds what it held before, and perhaps loose pieces. */
export async function makeBackup(station: Station, options: MakeBackup): Promise<MadeBackup> {
  await readyCrypto();
  await prepareShelf(options.shelfFolder);
  const lock = await onMedium(() => lockFolder(options.shelfFolder, () => undefined));
  if (!lock.ok) return refuse('backup.in-use');
  try {
    const shelf = createShelf(options.shelfFolder, options.version);
    const made = await fill(shelf, station, options);
    await clearOld(shelf, options.spare).catch(options.onUntidy);
    return made;
  } catch (error) {
    if (error instanceof JournalError) throw new Refusal(error.failure);
    if (error instanceof SourceUnreadable) return refuse('backup.source-unreadable', { system: '' });
    throw error;
  } finally {
    await lock.value.release();
  }
}

async function fill(shelf: Shelf, { folder, profile, journal }: Station, { version, reason, now, signal, onProgress }: MakeBackup): Promise<MadeBackup> {
  const earlier = (await shelf.list()).flatMap(({ manifest }) => (manifest.ok ? [manifest.value] : []));
  const readAt = lastThorough(earlier);
  const thorough = readAt === null || now.getTime() - Date.parse(readAt) >= THOROUGH_AFTER_MS;
  const known = new Map((thorough ? [] : (earlier[0]?.files ?? [])).map((file) => [file.path, file]));
  const snapshot = await takeSnapshot(folder, journal);
  const total = snapshot.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const counter = createLineCounter();
  const files: BackedUpFile[] = [];
  let done = 0;
  const tell = (bytes: number) => {
    done += bytes;
    onProgress?.({ step: 'backing-up', unit: 'bytes', done, total: Math.max(total, done) });
  };
  for (const file of snapshot.files) {
    throwIfCancelled(signal);
    const held = file.settled ? await heldBefore(shelf, known.get(file.path), file) : null;
    if (held === null) files.push(await store(shelf, file, { thorough, counter, signal, tell }));
    else {
      files.push(held);
      tell(file.sizeBytes);
    }
  }
  const attachments = files.filter(({ path }) => path.startsWith('attachments/')).length;
  const counts = { ...counter.counts(), attachments };
  assert(counts.lines === snapshot.journals.reduce((sum, { seq }) => sum + seq, 0), 'a backup holds as many lines as its heads say');
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    version,
    madeAt: now.toISOString(),
    thoroughAt: thorough ? now.toISOString() : readAt,
    reason,
    station: profile,
    journals: [...snapshot.journals],
    counts,
    files,
  };
  throwIfCancelled(signal);
  await shelf.publish(manifest);
  return { folder: shelf.folder, manifest };
}

interface Storing {
  readonly thorough: boolean;
  readonly counter: LineCounter;
  readonly signal: AbortSignal | undefined;
  readonly tell: (bytes: number) => void;
}

async function store(shelf: Shelf, file: SnapshotFile, { thorough, counter, signal, tell }: Storing): Promise<BackedUpFile> {
  const isJournal = file.path.startsWith('journals/');
  const pieces: Sm3Hex[] = [];
  let sizeBytes = 0;
  for await (const piece of piecesOf(isJournal ? counted(file.blocks(), counter) : file.blocks())) {
    throwIfCancelled(signal);
    pieces.push(await shelf.put(piece, thorough));
    sizeBytes += piece.length;
    tell(piece.length);
    await nextTurn();
  }
  return { path: file.path, sizeBytes, pieces };
}

/** A journal comes in blocks of whole lines. */
async function* counted(blocks: AsyncIterable<Uint8Array>, counter: LineCounter): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    counter.take(block);
    yield block;
  }
}

async function heldBefore(shelf: Shelf, earlier: BackedUpFile | undefined, { sizeBytes }: SnapshotFile): Promise<BackedUpFile | null> {
  if (earlier?.sizeBytes !== sizeBytes) return null;
  const { pieces } = earlier;
  for (const [index, piece] of pieces.entries()) {
    const length = index < pieces.length - 1 ? PIECE_BYTES : sizeBytes - index * PIECE_BYTES;
    if (!(await shelf.hasPiece(piece, length))) return null;
  }
  return earlier;
}

/** When every piece on the shelf was read last, as the newest backup says; before the first, never. */
function lastThorough(earlier: readonly BackupManifest[]): string | null {
  return earlier[0]?.thoroughAt ?? null;
}

async function clearOld(shelf: Shelf, spare: string | undefined): Promise<void> {
  const aged = (await shelf.list()).flatMap(({ name, manifest }) => (manifest.ok ? [{ name, madeAt: manifest.value.madeAt, reason: manifest.value.reason }] : []));
  const old = expendable(aged).filter((name) => name !== spare);
  if (old.length === 0) return;
  await shelf.remove(old);
  await shelf.sweep();
}
