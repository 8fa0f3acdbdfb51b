// Attachments by content hash: attachments/<first two hex>/<sm3>. A file under its hash is whole, and it is never changed.

import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assert } from '#shared/base/assert';
import type { Sm3Hex } from '#shared/base/ids';
import { failure, ok } from '#shared/base/result';
import { createSm3 } from '#shared/crypto/sm3';
import type { AttachmentStore } from '../journal/ports';
import { renameWithPatience, syncFolder } from '../lib/atomic-file';
import { cleanAttachmentName } from './attachment-name';
import { mediaTypeOf } from './media-type';
import { openSource, type SourceFile, SourceUnreadable } from './source-file';
import { TEMPORARY_NAME, type TemporaryFile, withTemporaryFile } from './temporary-file';

/** The same limit as the attachment schema's. */
export const MAX_ATTACHMENT_BYTES = 200 * 1024 * 1024;

const SM3_HEX = /^[0-9a-f]{64}$/;

/** A stored file no longer has the hash it is named by: the disk or somebody altered it. */
export class AttachmentDamaged extends Error {
  override readonly name = 'AttachmentDamaged';
  readonly code = 'attachment.damaged' as const;
}

/**
 * Opens attachments/ in the station's data folder, creating it, and removes what interrupted writes left. Open it after the journals:
 * their lock keeps a second process, whose unfinished files these might be, out of the folder.
 */
export async function openAttachmentStore({ directory }: { readonly directory: string }): Promise<AttachmentStore> {
  const folder = join(directory, 'attachments');
  await mkdir(folder, { recursive: true });
  await syncFolder(directory);
  for (const name of await readdir(folder)) {
    if (TEMPORARY_NAME.test(name)) await rm(join(folder, name), { force: true });
  }
  return createStore(folder);
}

function createStore(folder: string): AttachmentStore {
  function pathOf(sm3: Sm3Hex): string {
    assert(SM3_HEX.test(sm3), 'an attachment is named by its hash');
    return join(folder, sm3.slice(0, 2), sm3);
  }

  async function sizeOf(sm3: Sm3Hex): Promise<number | null> {
    try {
      return (await stat(pathOf(sm3))).size;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  async function isWhole({ sm3, sizeBytes }: { readonly sm3: Sm3Hex; readonly sizeBytes: number }): Promise<boolean> {
    if ((await sizeOf(sm3)) !== sizeBytes) return false;
    try {
      for await (const _block of read(sm3));
      return true;
    } catch (error) {
      if (error instanceof AttachmentDamaged || error instanceof SourceUnreadable) return false;
      throw error;
    }
  }

  /** From its temporary name to its place, durably. A whole file already held stays, it may be open for reading; a damaged one is replaced. */
  async function place(file: TemporaryFile): Promise<void> {
    const { path, sm3 } = file;
    if (await isWhole(file)) return;
    const target = pathOf(sm3);
    const madeShelf = await mkdir(dirname(target), { recursive: true });
    await renameWithPatience(path, target);
    await syncFolder(dirname(target));
    if (madeShelf !== undefined) await syncFolder(folder);
  }

  async function addSource(source: SourceFile, name: string): ReturnType<AttachmentStore['addFile']> {
    if (source.firstBytes.length === 0) return failure('attachment.empty');
    if (source.sizeBytes > MAX_ATTACHMENT_BYTES) return failure('attachment.too-large', { sizeBytes: source.sizeBytes });
    const mediaType = mediaTypeOf(source.firstBytes);
    if (mediaType === null) return failure('attachment.unknown-type');
    return withTemporaryFile(folder, source.blocks(), MAX_ATTACHMENT_BYTES, async (file) => {
      // It may have grown while it was read.
      if (file.sizeBytes > MAX_ATTACHMENT_BYTES) return failure('attachment.too-large', { sizeBytes: file.sizeBytes });
      await place(file);
      return ok({ sm3: file.sm3, name, sizeBytes: file.sizeBytes, mediaType });
    });
  }

  async function* read(sm3: Sm3Hex): AsyncGenerator<Uint8Array> {
    const hasher = await createSm3();
    const source = await openSource(pathOf(sm3));
    try {
      for await (const block of source.blocks()) {
        hasher.update(block);
        yield block;
      }
    } finally {
      await source.close();
    }
    if (hasher.digestHex() !== sm3) throw new AttachmentDamaged(`attachment ${sm3} differs from its hash`);
  }

  return {
    has: async (sm3) => (await sizeOf(sm3)) !== null,
    sizeOf,
    isWhole,
    read,

    async addFile(path) {
      let source: SourceFile | null = null;
      try {
        source = await openSource(path);
        return await addSource(source, cleanAttachmentName(basename(path)));
      } catch (error) {
        if (error instanceof SourceUnreadable) return failure('attachment.unreadable');
        throw error;
      } finally {
        await source?.close();
      }
    },

    addStream: (expected, stream) =>
      withTemporaryFile(folder, stream, Math.min(expected.sizeBytes, MAX_ATTACHMENT_BYTES), async (file) => {
        if (file.sizeBytes !== expected.sizeBytes || file.sm3 !== expected.sm3) {
          return failure('attachment.hash-differs', { sizeBytes: file.sizeBytes });
        }
        await place(file);
        return ok(null);
      }),

    copyTo: (sm3, path) =>
      withTemporaryFile(dirname(path), read(sm3), MAX_ATTACHMENT_BYTES, async (file) => {
        await renameWithPatience(file.path, path);
        await syncFolder(dirname(path));
      }),
  };
}
