// A stream on its way to its place: written and fsynced under a temporary name, hashed as it passes. Placing it is the store's business.

import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sm3Hex } from '#shared/base/ids';
import { createSm3 } from '#shared/crypto/sm3';

export const TEMPORARY_NAME = /^\.[0-9a-f]{24}\.tmp$/;

export interface TemporaryFile {
  readonly path: string;
  readonly sm3: Sm3Hex;
  readonly sizeBytes: number;
}

/**
 * Writes `stream` durably and gives `use` the result; whatever `use` has not renamed away is removed, also on failure. Reading stops
 * as soon as more than `maxBytes` came; `sizeBytes` is then over the limit and `sm3` means nothing.
 */
export async function withTemporaryFile<T>(
  folder: string,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  use: (file: TemporaryFile) => Promise<T>,
): Promise<T> {
  const path = join(folder, `.${randomBytes(12).toString('hex')}.tmp`);
  try {
    const { sm3, sizeBytes } = await writeHashed(path, stream, maxBytes);
    return await use({ path, sm3, sizeBytes });
  } finally {
    await rm(path, { force: true });
  }
}

async function writeHashed(path: string, stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ sm3: Sm3Hex; sizeBytes: number }> {
  const hasher = await createSm3();
  let sizeBytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const block of stream) {
      sizeBytes += block.length;
      if (sizeBytes > maxBytes) break;
      hasher.update(block);
      await file.writeFile(block);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sm3: hasher.digestHex() as Sm3Hex, sizeBytes };
}
