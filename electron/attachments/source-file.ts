// A file the user chose, read in blocks. It tells trouble with the source apart from trouble with the store.

import { open, stat, type FileHandle } from 'node:fs/promises';

const BLOCK_BYTES = 256 * 1024;
const FIRST_BYTES = 16;

export class SourceUnreadable extends Error {
  override readonly name = 'SourceUnreadable';
}

export interface SourceFile {
  readonly sizeBytes: number;
  readonly firstBytes: Uint8Array;
  blocks(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/** Throws SourceUnreadable when it is missing, forbidden or no plain file (a device or a pipe might never end). */
export async function openSource(path: string): Promise<SourceFile> {
  const file = await unreadable(async () => {
    if (!(await stat(path)).isFile()) throw new Error('not a plain file');
    return open(path, 'r');
  });
  try {
    return await unreadable(async () => {
      const first = new Uint8Array(FIRST_BYTES);
      const { bytesRead } = await file.read(first, 0, FIRST_BYTES, 0);
      return {
        sizeBytes: (await file.stat()).size,
        firstBytes: first.subarray(0, bytesRead),
        blocks: () => blocksOf(file),
        close: () => file.close(),
      };
    });
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* blocksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; ) {
    const block = new Uint8Array(BLOCK_BYTES);
    const { bytesRead } = await unreadable(() => file.read(block, 0, BLOCK_BYTES, offset));
    if (bytesRead === 0) return;
    offset += bytesRead;
    yield block.subarray(0, bytesRead);
  }
}

async function unreadable<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw new SourceUnreadable('the chosen file cannot be read', { cause: error });
  }
}
