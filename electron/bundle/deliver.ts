// Brings a finished file to the folder the operator chose (a stick, a share): temporary name, fsync, read back and compare,
// rename, fsync of the folder. After any failure nothing with our name is left there, as far as the medium still answers.

import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, systemCodeOf } from '../lib/atomic-file';
import { type CopiedFile, hashFile, ReadError, withFile } from './file-copy';
import { createPace, type Progress } from './pace';
import { isDiskFull } from '../lib/refusal';
import { onStationDisk, refuse, throwIfCancelled } from './refusal';

const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);

export async function deliver(
  from: string,
  to: { readonly folder: string; readonly fileName: string },
  options: { readonly sizeBytes: number; readonly progress: Progress; readonly signal: AbortSignal | undefined },
): Promise<CopiedFile> {
  const { sizeBytes, progress, signal } = options;
  const path = join(to.folder, to.fileName);
  const temporary = `${path}.tmp`;
  const pace = createPace(signal);
  const source = await onStationDisk(() => open(from, 'r'));
  let created = false;
  try {
    const written = await withFile(temporary, 'wx', (target) => {
      created = true;
      return hashFile(source, target, { pace, onBlock: (done) => progress('writing', 'bytes', done, sizeBytes) });
    });
    const found = await withFile(temporary, 'r', (target) =>
      hashFile(target, null, { pace, onBlock: (done) => progress('comparing', 'bytes', done, sizeBytes) }),
    );
    if (found.sm3 !== written.sm3) refuse('bundle.readback-differs');
    // A small file is written and compared between two breaths.
    throwIfCancelled(signal);
    await rename(temporary, path);
    await syncFolder(to.folder);
    return written;
  } catch (error) {
    if (created) await rm(temporary, { force: true }).catch(() => undefined);
    return refuseTarget(error);
  } finally {
    await source.close().catch(() => undefined);
  }
}

/** A full, a read-only and a vanished medium need different words. Reading fails on the same medium when it is compared. */
function refuseTarget(error: unknown): never {
  const system = systemCodeOf(error instanceof ReadError ? error.cause : error);
  if (system === '') throw error;
  if (isDiskFull(system)) return refuse('bundle.disk-full', { place: 'target', system });
  return refuse(READ_ONLY.has(system) ? 'bundle.target-not-writable' : 'bundle.target-lost', { system });
}
