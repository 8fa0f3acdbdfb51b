// Forks: one author, one seq, two different lines (a cloned disk, an old backup that went on writing). It tells; it never merges or chooses.

import type { Sm3Hex, StationId } from '../base/ids';

/** A line as it lies in a journal or arrives in a bundle; `hash` is its verified hash. */
export interface PlacedLine {
  readonly author: StationId;
  readonly seq: number;
  readonly hash: Sm3Hex;
  readonly text: string;
}

/** Both lines, so that they can be kept side by side in quarantine. */
export interface Fork {
  readonly author: StationId;
  readonly seq: number;
  readonly held: Pick<PlacedLine, 'hash' | 'text'>;
  readonly received: Pick<PlacedLine, 'hash' | 'text'>;
}

/** The fork between two lines, or null when they stand at different places or are the same line. */
export function findFork(held: PlacedLine, received: PlacedLine): Fork | null {
  if (held.author !== received.author || held.seq !== received.seq) return null;
  if (held.hash === received.hash && held.text === received.text) return null;
  const { author, seq } = held;
  return {
    author,
    seq,
    held: { hash: held.hash, text: held.text },
    received: { hash: received.hash, text: received.text },
  };
}
