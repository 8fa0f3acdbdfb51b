// What was typed against the segments of one table: the hits in their order. It reads no tables.

import { isSpelled, searchWords } from '../../../text/search-words';
import type { SearchHits, SearchQuestion } from '../../port';
import { type Beginning, compileWord, findAll, findBeginnings, type Fit, FITS, probesOf, type Probe, type Word } from './probes';
import { compareEntries, idAt, orderOf, rangeOf, type Segment } from './segment';

/** The dictionary is large and the worker must start fast, so it comes with the first question in Latin letters. */
export async function compileWords(typed: string): Promise<readonly Word[]> {
  const words = searchWords(typed);
  if (!words.some(isSpelled)) return words.map((word) => compileWord(word, null));
  const speller = await import('../../../text/spelling');
  return words.map((word) => compileWord(word, speller));
}

interface Found {
  readonly segment: Segment;
  readonly entry: number;
}

const BEGINNINGS: readonly Beginning[] = [0, 1];

/** Of one table, in its order; beyond `countTo` hits only better ones are looked for, and none is counted. */
export function pick(
  segments: readonly Segment[],
  words: readonly Word[],
  { year, limit, order, countTo = Infinity }: Pick<SearchQuestion, 'year' | 'limit' | 'order' | 'countTo'>,
): Pick<SearchHits, 'ids' | 'total'> {
  const byFit: Record<Fit, Found[]> = { 0: [], 1: [], 2: [] };
  let total = 0;
  for (const segment of segments) {
    // Entries of a segment come in order, so the first ones of each fit are the ones wanted.
    const room: Record<Fit, number> = { 0: limit, 1: limit, 2: limit };
    const [from, to] = rangeOf(segment, year);
    const probes = probesOf(segment, words, to);
    const take = (entry: number, fit: Fit) => {
      if (room[fit] === 0) return;
      room[fit] -= 1;
      byFit[fit].push({ segment, entry });
    };
    let counted = 0;
    const rest = findAll(probes, [from, to], (entry) => {
      if (segment.dead[entry] !== 0) return true;
      counted += 1;
      // Enough of the best: the others are only counted.
      if (room[0] > 0) take(entry, order === 'best' ? fitOf(entry, probes) : 2);
      return counted < Math.max(countTo, limit);
    });
    total += counted;
    for (const fit of order === 'best' ? BEGINNINGS : []) {
      if (room[0] === 0 || room[fit] === 0) break;
      findBeginnings(probes, fit, [rest, to], (entry) => {
        if (segment.dead[entry] === 0 && fitOf(entry, probes) === fit) take(entry, fit);
        return room[fit] > 0;
      });
    }
  }
  const sorted = FITS.flatMap((fit) => (segments.length > 1 ? byFit[fit].sort(compareFound) : byFit[fit]));
  return { ids: sorted.slice(0, limit).map(({ segment, entry }) => idAt(segment, entry)), total };
}

function fitOf(entry: number, probes: readonly Probe[]): Fit {
  let best: Fit = 2;
  for (const probe of probes) {
    const fit = probe.fit(entry);
    if (fit < best) best = fit;
  }
  return best;
}

function compareFound(a: Found, b: Found): number {
  return compareEntries(orderOf(a.segment, a.entry), orderOf(b.segment, b.entry));
}
