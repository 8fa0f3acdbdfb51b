// Files out of a backup: pieces in order, each compared with its name before it is believed.

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BackedUpFile, BackupManifest } from '#shared/backup/manifest';
import { refuse, throwIfCancelled } from './on-medium';
import type { Shelf } from './shelf';

/** Called with each piece's length; may refuse to stop the work. */
export type OnBytes = (bytes: number) => void;

export async function* readBackedUp(shelf: Shelf, file: BackedUpFile, onBytes: OnBytes = () => undefined): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for (const piece of file.pieces) {
    const bytes = await shelf.piece(piece);
    if (bytes === null) return refuse('backup.damaged', { part: partOf(file), reason: 'piece' });
    sizeBytes += bytes.length;
    onBytes(bytes.length);
    yield bytes;
    await nextTurn();
  }
  if (sizeBytes !== file.sizeBytes) refuse('backup.damaged', { part: partOf(file), reason: 'size' });
}

export function readWhole(shelf: Shelf, file: BackedUpFile): Promise<Buffer> {
  return wholeOf(readBackedUp(shelf, file));
}

export async function wholeOf(blocks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const block of blocks) all.push(block);
  return Buffer.concat(all);
}

export function fileOf({ files }: BackupManifest, path: string): BackedUpFile | null {
  return files.find((file) => file.path === path) ?? null;
}

/** Counts the backup's bytes as they are dealt with, and stops when asked to. */
export function meterOf(manifest: BackupManifest, report: (done: number, total: number) => void, signal: AbortSignal | undefined): OnBytes {
  const total = manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let done = 0;
  return (bytes) => {
    throwIfCancelled(signal);
    done += bytes;
    report(Math.min(done, total), total);
  };
}

function partOf({ path }: BackedUpFile): string {
  return path.split('/')[0] ?? path;
}
