// Copies a file while hashing it, and makes the copy durable. One pass, flat memory; it renames and judges nothing.

import { type FileHandle, open } from 'node:fs/promises';
import type { Sm3Hex } from '#shared/base/ids';
import { createSm3 } from '#shared/crypto/sm3';
import type { Pace } from './pace';

const BLOCK_BYTES = 1024 * 1024;

/** `onBlock` sees the bytes so far and may throw to stop. */
export interface CopyWatch {
  readonly pace: Pace;
  onBlock(doneBytes: number): void;
}

export interface CopiedFile {
  readonly sm3: Sm3Hex;
  readonly sizeBytes: number;
}

/** Reads to the end, writing to `target` where one is given. Which side failed is told by `ReadError`. */
export async function hashFile(source: FileHandle, target: FileHandle | null, watch: CopyWatch): Promise<CopiedFile> {
  const sm3 = await createSm3();
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  let sizeBytes = 0;
  for (;;) {
    const bytesRead = await readBlock(source, block, sizeBytes);
    if (bytesRead === 0) break;
    const bytes = block.subarray(0, bytesRead);
    sm3.update(bytes);
    if (target !== null) await writeAll(target, bytes);
    sizeBytes += bytesRead;
    watch.onBlock(sizeBytes);
    await watch.pace.breathe();
  }
  await target?.sync();
  return { sm3: sm3.digestHex() as Sm3Hex, sizeBytes };
}

export class ReadError extends Error {}

async function readBlock(source: FileHandle, block: Buffer, position: number): Promise<number> {
  try {
    return (await source.read(block, 0, block.length, position)).bytesRead;
  } catch (error) {
    throw new ReadError('read failed', { cause: error });
  }
}

/** One write call may take less than it was given. */
async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await target.write(bytes, written, bytes.length - written)).bytesWritten;
  }
}

export async function withFile<T>(path: string, flags: string, job: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags);
  try {
    return await job(file);
  } finally {
    await file.close();
  }
}
