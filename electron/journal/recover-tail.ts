// Opening a journal file: cuts a torn tail and reads the head off the last line. It never reads the whole file.

import type { FileHandle } from 'node:fs/promises';
import { fromUtf8 } from '#shared/base/bytes';
import type { StationId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { type ChainPoint, chainStart, hashLine } from '#shared/journal/chain';
import { MAX_LINE_BYTES, parseLine } from '#shared/journal/line';

const STEP_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

export interface RecoveredTail {
  readonly point: ChainPoint;
  readonly sizeBytes: number;
  /** Bytes behind the last newline that were cut: a line whose write was interrupted and never acknowledged. */
  readonly cutBytes: number;
}

/** Evidence: `reason`, never content. */
export type TailFailure = Failure<'journal.damaged'>;

export async function recoverTail(file: FileHandle, author: StationId): Promise<Result<RecoveredTail, TailFailure>> {
  const { size } = await file.stat();
  const end = await afterLastNewline(file, size);
  if (end === null) return failure('journal.damaged', { reason: 'no-line-end' });
  const cutBytes = size - end;
  const start = end === 0 ? 0 : await afterLastNewline(file, end - 1);
  if (start === null) return failure('journal.damaged', { reason: 'line-too-long' });

  let point = chainStart(author);
  if (end > 0) {
    const last = await readLastLine(file, start, end - 1, author);
    if (!last.ok) return last;
    point = last.value;
  }
  // Only a file that is otherwise sound is touched.
  if (cutBytes > 0) {
    await file.truncate(end);
    await file.sync();
  }
  return ok({ point, sizeBytes: end, cutBytes });
}

async function readLastLine(file: FileHandle, start: number, end: number, author: StationId): Promise<Result<ChainPoint, TailFailure>> {
  const bytes = await readRange(file, start, end);
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return failure('journal.damaged', { reason: 'not-utf8' });
  }
  const parsed = parseLine(text);
  if (!parsed.ok) return failure('journal.damaged', { ...parsed.error.evidence });
  if (parsed.value.author !== author) return failure('journal.damaged', { reason: 'wrong-author' });
  return ok({ author, seq: parsed.value.seq, hash: hashLine(bytes) });
}

/** Offset behind the last newline before `end`, 0 when there is none; null when a line would be longer than allowed. */
async function afterLastNewline(file: FileHandle, end: number): Promise<number | null> {
  let stop = end;
  while (stop > 0) {
    const start = Math.max(0, stop - STEP_BYTES);
    const found = (await readRange(file, start, stop)).lastIndexOf(NEWLINE);
    if (found >= 0) {
      const after = start + found + 1;
      return end - after > MAX_LINE_BYTES ? null : after;
    }
    if (end - start > MAX_LINE_BYTES) return null;
    stop = start;
  }
  return 0;
}

async function readRange(file: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, start + done);
    if (bytesRead === 0) throw new Error('the file became shorter while it was read');
    done += bytesRead;
  }
  return bytes;
}
