// The private copy that every check works on: the stick may change or vanish while we read, the copy does not.

import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_BUNDLE_BYTES } from '#shared/bundle/limits';
import { systemCodeOf } from '../lib/atomic-file';
import { type CopiedFile, hashFile, ReadError, withFile } from './file-copy';
import { workFolder } from './folders';
import { createPace, type Progress } from './pace';
import { onStationDisk, refuse } from './refusal';

export interface IncomingFile extends CopiedFile {
  readonly path: string;
}

/** Removes what a crashed job left behind and makes the folder if it is missing. */
export async function cleanWorkFolder(stationFolder: string): Promise<void> {
  await onStationDisk(async () => {
    await rm(workFolder(stationFolder), { recursive: true, force: true });
    await mkdir(workFolder(stationFolder), { recursive: true });
  });
}

export function removeWorkFolder(stationFolder: string): Promise<void> {
  return rm(workFolder(stationFolder), { recursive: true, force: true }).catch(() => undefined);
}

export async function copyIn(
  path: string,
  stationFolder: string,
  options: { readonly progress: Progress; readonly signal: AbortSignal | undefined },
): Promise<IncomingFile> {
  const source = await openSource(path);
  try {
    const { size } = await source.stat();
    if (size > MAX_BUNDLE_BYTES) refuse('bundle.too-large', { sizeBytes: size });
    const copy = join(workFolder(stationFolder), `${randomBytes(8).toString('hex')}.tmp`);
    const copied = await onStationDisk(() =>
      withFile(copy, 'wx', (target) =>
        hashFile(source, target, {
          pace: createPace(options.signal),
          onBlock(done) {
            // It may grow while it is read: the bytes that came count, not what was announced.
            if (done > MAX_BUNDLE_BYTES) refuse('bundle.too-large', { sizeBytes: done });
            options.progress('reading', 'bytes', done, Math.max(size, done));
          },
        }),
      ),
    );
    return { path: copy, ...copied };
  } catch (error) {
    if (error instanceof ReadError) return refuse('bundle.unreadable', { system: systemCodeOf(error.cause) });
    throw error;
  } finally {
    await source.close().catch(() => undefined);
  }
}

async function openSource(path: string): ReturnType<typeof open> {
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
    return refuse('bundle.unreadable', { system: 'EISDIR' });
  } catch (error) {
    const system = systemCodeOf(error);
    if (system === '') throw error;
    return refuse('bundle.unreadable', { system });
  }
}
