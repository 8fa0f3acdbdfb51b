// Turning changes into the exact lines that follow a chain's head. It writes nothing; bodies are the domain's business.

import { setImmediate as nextTurn } from 'node:timers/promises';
import { utf8 } from '#shared/base/bytes';
import type { RecordId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Change, WrittenLine } from '#shared/ipc/contract';
import { type ChainPoint, hashLine } from '#shared/journal/chain';
import { encodeLine, MAX_LINE_BYTES, parseLine } from '#shared/journal/line';

const LINES_PER_TURN = 128;

/** Lines ready to be written, in order; `bytes` are without newlines. */
export interface BuiltLine {
  readonly written: WrittenLine;
  readonly bytes: Uint8Array;
}

/** Evidence: `index` of the change, and the size or the reason. */
export type BuildFailure = Failure<'journal.line-too-long' | 'journal.bad-line'>;

export async function buildLines(
  after: ChainPoint,
  by: RecordId,
  changes: readonly Change[],
  at: Date,
): Promise<Result<readonly BuiltLine[], BuildFailure>> {
  const moment = at.toISOString();
  const lines: BuiltLine[] = [];
  let { seq, hash: prev } = after;
  for (const [index, change] of changes.entries()) {
    seq += 1;
    const place = { v: 1, author: after.author, seq, prev, at: moment, by } as const;
    const text = textOf(() => encodeLine({ ...place, ...change }));
    // Judged by the same strict parser that reads it at the next start: nothing is written that could not be opened again.
    if (text === null || !parseLine(text).ok) return failure('journal.bad-line', { index });
    const bytes = utf8(text);
    if (bytes.length > MAX_LINE_BYTES) return failure('journal.line-too-long', { index, sizeBytes: bytes.length });
    const hash = hashLine(bytes);
    lines.push({ written: { author: after.author, seq, prev, hash, at: moment, by }, bytes });
    prev = hash;
    if ((index + 1) % LINES_PER_TURN === 0) await nextTurn();
  }
  return ok(lines);
}

/** Canonical JSON throws on what is not JSON, such as half a surrogate pair. */
function textOf(encode: () => string): string | null {
  try {
    return encode();
  } catch {
    return null;
  }
}
