// One journal out of its backup and of what lies on this machine: the backup's lines, then those that follow them here. So lines written
// after the backup are not lost with it, damage before them or not, and nothing is taken that its neighbours do not prove.

import { fromUtf8 } from '#shared/base/bytes';
import type { StationId } from '#shared/base/ids';
import type { BackedUpJournal } from '#shared/backup/manifest';
import { type ChainPoint, chainStart, readLink, verifyLink } from '#shared/journal/chain';
import { parseLine } from '#shared/journal/line';
import { cutLines, LineCutError } from '../bundle/lines';
import { refuse } from './on-medium';

export interface JournalSides {
  readonly author: StationId;
  /** The backup's journal and where it ends; null when the backup has none. */
  readonly backup: { readonly blocks: AsyncIterable<Uint8Array>; readonly head: BackedUpJournal } | null;
  /** The file on this machine, sound or not; null when there is none. */
  readonly present: AsyncIterable<Uint8Array> | null;
}

export interface JoinCounts {
  /** Lines of the backup that this machine lacks. */
  gained: number;
  /** Lines of this machine that follow the backup's and stay. */
  kept: number;
  /** Whole lines of this machine that contradict the backup's: they will count no more. */
  dropped: number;
  /** Lines that only bundles we had sealed still hold. */
  fromBundles: number;
  /** Lines that were written after what can be put together, and cannot be read. */
  unreadable: number;
}

export interface JoinedLine {
  /** Without its newline. */
  readonly bytes: Uint8Array;
  readonly point: ChainPoint;
}

/** Yields the joined journal line by line; `counts` is right once it has ended. Refuses 'backup.damaged' when the backup's own lines do not hold together. */
export async function* joinJournal({ author, backup, present }: JournalSides, counts: JoinCounts): AsyncGenerator<JoinedLine> {
  const here = present === null ? null : readableLines(present);
  let ahead = (await here?.next())?.value ?? null;
  let at = chainStart(author);
  let common = at;
  let together = true;
  for await (const bytes of backup === null ? [] : backupLines(backup.blocks)) {
    const next = verifyLink(at, bytes);
    if (!next.ok) return refuse('backup.damaged', { part: 'journals', reason: next.error.code });
    at = next.value;
    together &&= ahead !== null && Buffer.from(bytes).equals(ahead);
    if (together) {
      common = at;
      ahead = (await here?.next())?.value ?? null;
    }
    yield { bytes, point: at };
  }
  if (backup !== null && (at.seq !== backup.head.seq || at.hash !== backup.head.hash)) refuse('backup.damaged', { part: 'journals', reason: 'head' });
  counts.gained += at.seq - common.seq;
  if (here !== null) yield* rest(at, common, ahead, here, counts);
}

async function* rest(head: ChainPoint, common: ChainPoint, first: Buffer | null, others: AsyncGenerator<Buffer, undefined>, counts: JoinCounts): AsyncGenerator<JoinedLine> {
  let reached = head.seq;
  let highest = 0;
  let waiting: JoinedLine | null = null;
  let following: ChainPoint | null = head;
  let contrary: ChainPoint | null = head.seq === common.seq ? null : common;
  let contraries = 0;
  for (let line = first; line !== null; line = (await others.next()).value ?? null) {
    const link = readLink(line);
    highest = Math.max(highest, link?.author === head.author ? link.seq : 0);
    if (following !== null) {
      const next = followed(waiting?.point ?? following, line);
      if (next !== null) {
        // A line is proved by the one after it, which names its hash.
        if (waiting !== null) {
          yield waiting;
          counts.kept += 1;
          reached = waiting.point.seq;
        }
        waiting = { bytes: line, point: next };
        continue;
      }
      if (waiting !== null) {
        // Its successor names another hash: one of the two is spoilt, and nobody can tell which.
        if (link?.seq === waiting.point.seq + 1 && link.prev !== waiting.point.hash) waiting = null;
        following = null;
      }
    }
    if (contrary === null) continue;
    const next = followed(contrary, line);
    if (next !== null) contraries += 1;
    // The one before it is not proved, so it is spoilt rather than contrary: the backup has it whole.
    else if (contraries > 0 && link?.seq === contrary.seq + 1) contraries -= 1;
    contrary = next;
  }
  counts.dropped += contraries;
  if (waiting !== null) {
    yield waiting;
    counts.kept += 1;
    reached = waiting.point.seq;
  }
  counts.unreadable += contrary === null ? Math.max(0, highest - reached) : 0;
}

/** The line as the next point of the chain, or null: it must follow and be whole. */
function followed(after: ChainPoint, bytes: Uint8Array): ChainPoint | null {
  const next = verifyLink(after, bytes);
  return next.ok && isWhole(bytes) ? next.value : null;
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    return parseLine(fromUtf8(bytes)).ok;
  } catch {
    return false;
  }
}

async function* backupLines(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    for await (const lines of cutLines(asBuffers(blocks))) yield* lines;
  } catch (error) {
    if (error instanceof LineCutError) refuse('backup.damaged', { part: 'journals', reason: error.reason });
    throw error;
  }
}

/** Every line that ends; a torn last one was never acknowledged. */
async function* readableLines(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, undefined> {
  try {
    for await (const lines of cutLines(asBuffers(blocks))) yield* lines;
  } catch (error) {
    if (!(error instanceof LineCutError)) throw error;
  }
}

async function* asBuffers(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const block of blocks) yield Buffer.from(block.buffer, block.byteOffset, block.length);
}
