// How alike two texts are: the share of neighbouring character pairs they have in common (Dice, 0 to 1). Exact, no dictionary.

import { compact } from './reading';

/** Pairs of neighbouring characters in ascending order, repetitions kept. */
export type Pairs = Uint32Array;

export function pairsOf(text: string): Pairs {
  const plain = compact(text).replace(/\p{P}/gu, '');
  const pairs = new Uint32Array(Math.max(0, plain.length - 1));
  for (let i = 0; i < pairs.length; i++) pairs[i] = plain.charCodeAt(i) * 0x10000 + plain.charCodeAt(i + 1);
  return pairs.sort();
}

/** 1 for the same pairs, 0 for none in common or for texts too short to have any. Stops early once `atLeast` is out of reach. */
export function similarityOf(a: Pairs, b: Pairs, atLeast = 0): number {
  const total = a.length + b.length;
  if (a.length === 0 || b.length === 0 || (2 * Math.min(a.length, b.length)) / total < atLeast) return 0;
  const needed = (atLeast * total) / 2;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (common + Math.min(a.length - i, b.length - j) < needed) return 0;
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return (2 * common) / total;
}
