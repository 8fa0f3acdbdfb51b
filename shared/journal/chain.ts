// The chain: does a line follow the one before it? Pure and incremental; where lines come from and where they go is others' business.

import { asciiOf, utf8 } from '../base/bytes';
import type { Sm3Hex, StationId } from '../base/ids';
import { type Failure, failure, ok, type Result } from '../base/result';
import { sm3Hex } from '../crypto/sm3';
import { GENESIS, type JournalLine, MAX_LINE_BYTES, parseLine } from './line';

/** The last line known of a chain; `seq` 0 and GENESIS before the first. */
export interface ChainPoint {
  readonly author: StationId;
  readonly seq: number;
  readonly hash: Sm3Hex;
}

/** A line that follows. It is itself the point the next one must follow. */
export interface VerifiedLine extends ChainPoint {
  readonly text: string;
  readonly line: JournalLine;
}

/** Evidence: `seq` is the place in the chain at which the refused line stood; for a gap also `found`. */
export type ChainFailure = Failure<
  'journal.line-too-long' | 'journal.bad-line' | 'journal.wrong-author' | 'journal.gap' | 'journal.broken-chain'
>;

export function chainStart(author: StationId): ChainPoint {
  return { author, seq: 0, hash: GENESIS };
}

/** SM3 over a line's bytes without the newline. `readyCrypto()` must have finished. */
export function hashLine(bytes: Uint8Array): Sm3Hex {
  return sm3Hex(bytes) as Sm3Hex;
}

/**
 * Checks that `text` (without the newline) is a whole, canonical line that follows `after`. Feed it its own results:
 * `after = result.value`. 'journal.broken-chain' at seq n says that line n does not name the hash of line n−1 as it is here.
 * Who decoded `text` strictly hands in its `bytes` too, so that they need not be encoded again.
 */
export function verifyLine(after: ChainPoint, text: string, decodedFrom?: Uint8Array): Result<VerifiedLine, ChainFailure> {
  const place = after.seq + 1;
  // A UTF-16 unit takes at least one byte, so an overlong text is refused before it is encoded.
  if (text.length > MAX_LINE_BYTES) return failure('journal.line-too-long', { seq: place });
  const bytes = decodedFrom ?? utf8(text);
  if (bytes.length > MAX_LINE_BYTES) return failure('journal.line-too-long', { seq: place });
  const parsed = parseLine(text);
  if (!parsed.ok) return failure(parsed.error.code, { ...parsed.error.evidence, seq: place });
  const line = parsed.value;
  const wrong = misplaced(after, line);
  if (wrong !== null) return wrong;
  return ok({ author: line.author, seq: line.seq, hash: hashLine(bytes), text, line });
}

/**
 * The same check of the links alone (length, author, seq, prev), for lines that passed `verifyLine` before they were stored:
 * it reads the four fields off a canonical line's two ends instead of parsing it. For every line that `parseLine` accepts the answer
 * equals that of `verifyLine`. A damaged line may pass here, but then its hash differs and the next line, or the known
 * head, gives it away: so always compare the last hash with a head that is known from elsewhere.
 */
export function verifyLink(after: ChainPoint, bytes: Uint8Array): Result<ChainPoint, ChainFailure> {
  const place = after.seq + 1;
  if (bytes.length > MAX_LINE_BYTES) return failure('journal.line-too-long', { seq: place });
  const link = readLink(bytes);
  if (link === null) return failure('journal.bad-line', { reason: 'no-link', seq: place });
  const wrong = misplaced(after, link);
  if (wrong !== null) return wrong;
  return ok({ author: link.author, seq: link.seq, hash: hashLine(bytes) });
}

/** Where a line says it stands. */
export interface ChainLink {
  readonly author: StationId;
  readonly seq: number;
  readonly prev: Sm3Hex;
}

// Canonical form sorts the keys: at, author, body | by, id, op, prev, rev, seq, table, v. Both ends have a fixed shape; no string
// can imitate the tail up to the end of the line, because a quote inside a string is escaped.
const FRONT = /^\{"at":"[0-9T:.Z-]{24}","author":"([0-9a-f]{32})",/;
const BACK =
  /,"by":"[0-9a-f-]{36}","id":"[0-9a-f-]{36}","op":"(?:put|remove)","prev":"([0-9a-f]{64})","rev":[1-9]\d{0,15},"seq":([1-9]\d{0,15}),"table":"(?:[^"\\]|\\.)+","v":1\}$/;
const FRONT_BYTES = 80;
/** Fixed parts take 239 bytes at most, a table name of 40 escaped characters 240. */
const BACK_BYTES = 512;

/** The link fields of a canonical line, read off its ends; null when the ends do not look like those of a line. */
export function readLink(bytes: Uint8Array): ChainLink | null {
  const front = FRONT.exec(asciiOf(bytes.subarray(0, FRONT_BYTES)));
  const back = BACK.exec(asciiOf(bytes.subarray(Math.max(0, bytes.length - BACK_BYTES))));
  if (front === null || back === null) return null;
  return { author: front[1] as StationId, prev: back[1] as Sm3Hex, seq: Number(back[2]) };
}

function misplaced(after: ChainPoint, link: ChainLink): Result<never, ChainFailure> | null {
  const place = after.seq + 1;
  if (link.author !== after.author) return failure('journal.wrong-author', { seq: place });
  if (link.seq !== place) return failure('journal.gap', { seq: place, found: link.seq });
  if (link.prev !== after.hash) return failure('journal.broken-chain', { seq: place });
  return null;
}
