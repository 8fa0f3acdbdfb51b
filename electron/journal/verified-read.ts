// Reading a journal file in blocks of whole lines with its links checked on the way. It only reads, through a handle of its own.

import { open } from 'node:fs/promises';
import { assert } from '#shared/base/assert';
import { concatBytes } from '#shared/base/bytes';
import type { Sm3Hex } from '#shared/base/ids';
import { type ChainPoint, readLink, verifyLink } from '#shared/journal/chain';
import { MAX_LINE_BYTES } from '#shared/journal/line';
import { JournalError } from './journal-error';

const BLOCK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;

/** A part of a file, from the start of a line up to `endByte`, where the line `end` stops. */
export interface LineRange {
  readonly path: string;
  readonly fromByte: number;
  readonly endByte: number;
  /** The line before `fromByte`, or null when it is not known: then the first line is believed in what it says it follows. */
  readonly after: ChainPoint | null;
  /** What the last line must be: this is what makes every line of the range certain, since each names the one before. */
  readonly end: ChainPoint;
}

export interface LineSpan {
  readonly seq: number;
  readonly prev: Sm3Hex;
  readonly hash: Sm3Hex;
  /** Place of the line inside the block, without its newline. */
  readonly start: number;
  readonly stop: number;
}

export interface VerifiedBlock {
  readonly bytes: Uint8Array;
  readonly fileOffset: number;
  readonly lines: readonly LineSpan[];
}

/** Throws JournalError 'journal.broken-chain' with `seq` and `reason` at the first line that does not follow. */
export async function* readVerified(range: LineRange): AsyncGenerator<VerifiedBlock> {
  let at = range.after;
  for await (const block of readBlocks(range)) {
    const lines: LineSpan[] = [];
    for (let start = 0; start < block.bytes.length; ) {
      const stop = block.bytes.indexOf(NEWLINE, start);
      const line = block.bytes.subarray(start, stop);
      const before = at ?? believedBefore(line, range);
      const next = verifyLink(before, line);
      if (!next.ok) throw brokenAt(before.seq + 1, next.error.code);
      at = next.value;
      lines.push({ seq: at.seq, prev: before.hash, hash: at.hash, start, stop });
      start = stop + 1;
    }
    yield { ...block, lines };
  }
  const seq = at?.seq ?? range.end.seq;
  if (at !== null && (at.seq !== range.end.seq || at.hash !== range.end.hash)) throw brokenAt(seq, 'head');
  if (at === null && range.fromByte !== range.endByte) throw brokenAt(seq, 'head');
}

export function brokenAt(seq: number, reason: string): JournalError {
  return new JournalError({ code: 'journal.broken-chain', evidence: { seq, reason } });
}

function believedBefore(line: Uint8Array, range: LineRange): ChainPoint {
  const link = readLink(line);
  if (link === null) throw brokenAt(range.end.seq, 'journal.bad-line');
  return { author: range.end.author, seq: link.seq - 1, hash: link.prev };
}

/** Whole lines only; each block has its own memory, so the taker may keep or transfer it. */
async function* readBlocks(range: LineRange): AsyncGenerator<{ readonly bytes: Uint8Array; readonly fileOffset: number }> {
  const { path, fromByte, endByte, end } = range;
  assert(fromByte >= 0 && fromByte <= endByte, 'a read starts inside the journal');
  if (fromByte === endByte) return;
  const file = await open(path, 'r');
  try {
    if (fromByte > 0) {
      const before = new Uint8Array(1);
      await file.read(before, 0, 1, fromByte - 1);
      assert(before[0] === NEWLINE, 'a read starts at the start of a line');
    }
    let carry = new Uint8Array(0);
    let offset = fromByte;
    while (offset < endByte) {
      const chunk = new Uint8Array(Math.min(BLOCK_BYTES, endByte - offset));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
      if (bytesRead === 0) throw brokenAt(end.seq, 'file-shorter');
      const joined = concatBytes(carry, chunk.subarray(0, bytesRead));
      const fileOffset = offset - carry.length;
      offset += bytesRead;
      const whole = joined.lastIndexOf(NEWLINE) + 1;
      carry = joined.slice(whole);
      if (carry.length > MAX_LINE_BYTES) throw brokenAt(end.seq, 'journal.line-too-long');
      if (whole > 0) yield { bytes: joined.subarray(0, whole), fileOffset };
    }
    if (carry.length > 0) throw brokenAt(end.seq, 'no-line-end');
  } finally {
    await file.close();
  }
}
