// One journal file open for appending: its head, its sparse index and the one write that makes lines durable. It knows no records.

import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assert } from '#shared/base/assert';
import type { StationId } from '#shared/base/ids';
import { err, type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Chain } from '#shared/domain/registry';
import type { JournalHead } from '#shared/ipc/contract';
import { type ChainPoint, chainStart } from '#shared/journal/chain';
import { syncFolder } from '../lib/atomic-file';
import { ioFailure, systemCode } from './journal-error';
import { recoverTail, type TailFailure } from './recover-tail';
import { createSparseIndex, type SparseIndex } from './sparse-index';

const NEWLINE = 0x0a;

export type WriteFailure = Failure<'journal.disk-full' | 'journal.io' | 'journal.closed'>;

/** Shared by all files of a store: once `reason` is set nothing is written until the store is opened again. */
export interface Health {
  reason: 'closed' | 'fsync-failed' | 'truncate-failed' | 'foreign-writer' | 'lock-lost' | null;
}

export interface JournalFile {
  readonly chain: Chain;
  readonly author: StationId;
  readonly path: string;
  readonly index: SparseIndex;
  head(): JournalHead;
  /** Appends whole lines: all or nothing, durable when it resolves. Callers queue; the lines must follow the head. */
  append(lines: readonly { readonly bytes: Uint8Array; readonly point: ChainPoint }[]): Promise<Result<null, WriteFailure>>;
  close(): Promise<void>;
}

export async function openJournalFile(
  path: string,
  chain: Chain,
  author: StationId,
  health: Health,
): Promise<Result<JournalFile, TailFailure>> {
  const handle = await openOrCreate(path);
  let opened = false;
  try {
    const tail = await recoverTail(handle, author);
    if (!tail.ok) return failure(tail.error.code, { ...tail.error.evidence, chain, author });
    opened = true;
    return ok(journalFile(handle, { path, chain, author, health }, tail.value.point, tail.value.sizeBytes));
  } finally {
    if (!opened) await handle.close();
  }
}

async function openOrCreate(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  const handle = await open(path, 'wx+');
  await syncFolder(dirname(path));
  return handle;
}

function journalFile(
  handle: FileHandle,
  { path, chain, author, health }: { path: string; chain: Chain; author: StationId; health: Health },
  opened: ChainPoint,
  openedBytes: number,
): JournalFile {
  let point = opened;
  let sizeBytes = openedBytes;
  const index = createSparseIndex(path, chainStart(author), opened, openedBytes);

  /** Back to what was acknowledged last. When even that fails, no later append may count on the file. */
  async function takeBack(): Promise<void> {
    try {
      await handle.truncate(sizeBytes);
    } catch {
      health.reason ??= 'truncate-failed';
    }
  }

  return {
    chain,
    author,
    path,
    index,
    head: () => ({ chain, author, seq: point.seq, hash: point.hash, sizeBytes }),
    async append(lines) {
      if (health.reason !== null) return failure('journal.closed', { reason: health.reason });
      const bytes = joinLines(lines.map((line) => line.bytes));
      try {
        if ((await handle.stat()).size !== sizeBytes) {
          // Somebody else wrote here: our head is not the file's, and writing on would tear the chain.
          health.reason = 'foreign-writer';
          return failure('journal.closed', { reason: health.reason });
        }
        await writeAll(handle, bytes, sizeBytes);
      } catch (error) {
        await takeBack();
        return err(ioFailure(error));
      }
      try {
        await handle.datasync();
      } catch (error) {
        // After a failed fsync the system may forget the dirty pages and report success next time, so only a fresh start is safe.
        health.reason ??= 'fsync-failed';
        await takeBack();
        return err(ioFailure(error));
      }
      for (const line of lines) {
        index.note(sizeBytes, point);
        sizeBytes += line.bytes.length + 1;
        assert(line.point.seq === point.seq + 1, 'appended lines follow the head');
        point = line.point;
      }
      return ok(null);
    },
    close: () => handle.close(),
  };
}

function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let offset = 0;
  for (const line of lines) {
    joined.set(line, offset);
    joined[offset + line.length] = NEWLINE;
    offset += line.length + 1;
  }
  return joined;
}

/** One write as a rule; after a short one the next tells why (no room left, a signal). */
async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new Error('the system wrote nothing');
    done += bytesWritten;
  }
}
