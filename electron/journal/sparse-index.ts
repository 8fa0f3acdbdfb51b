// Where every 512th line of a journal file starts. In memory only: one scan fills it for what lay in the file at opening, appends extend it.

import { assert } from '#shared/base/assert';
import type { ChainPoint } from '#shared/journal/chain';
import { readVerified } from './verified-read';

export const INDEX_STEP = 512;

/** A line's start, and the point it follows. */
export interface IndexPoint {
  readonly offset: number;
  readonly after: ChainPoint;
}

export interface SparseIndex {
  /** Told of every line appended after opening: where it starts and what it follows. */
  note(offset: number, after: ChainPoint): void;
  /** The last indexed line at or before `seq`. Throws JournalError when the scan meets a broken chain. */
  seek(seq: number): Promise<IndexPoint>;
}

/** `start` is the empty chain, `opened` and `openedBytes` where the file stood when it was opened. */
export function createSparseIndex(path: string, start: ChainPoint, opened: ChainPoint, openedBytes: number): SparseIndex {
  const points = new Map<number, IndexPoint>();
  let scan: Promise<void> | null = null;

  function note(offset: number, after: ChainPoint): void {
    if (after.seq % INDEX_STEP === 0) points.set(after.seq + 1, { offset, after });
  }

  async function scanOpened(): Promise<void> {
    for await (const block of readVerified({ path, fromByte: 0, endByte: openedBytes, after: start, end: opened })) {
      for (const line of block.lines) {
        note(block.fileOffset + line.start, { author: start.author, seq: line.seq - 1, hash: line.prev });
      }
    }
  }

  return {
    note,
    async seek(seq) {
      assert(seq >= 1, 'lines are counted from 1');
      if (seq <= INDEX_STEP) return { offset: 0, after: start };
      const wanted = seq - ((seq - 1) % INDEX_STEP);
      if (!points.has(wanted)) {
        scan ??= scanOpened();
        try {
          await scan;
        } catch (error) {
          scan = null;
          throw error;
        }
      }
      const point = points.get(wanted);
      assert(point !== undefined, 'the index covers every line held');
      return point;
    },
  };
}
