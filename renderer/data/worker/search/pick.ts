// What was typed against the segments of one table: the hits in their order. It reads no tables.

import { isSpelled, searchWords } from '../../../text/search-words';
import type { SearchHits, SearchQuestion } from '../../port';
import { compileWord, findAll, type Fit, FITS, type Probe, type Word } from './probes';
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

export function pick(
  segments: readonly Segment[],
  words: readonly Word[],
  { year, limit, order }: Pick<SearchQuestion, 'year' | 'limit' | 'order'>,
): Pick<SearchHits, 'ids' | 'total'> {
  const byFit: Record<Fit, Found[]> = { 0: [], 1: [], 2: [] };
  let total = 0;
  for (const segment of segments) {
    // Entries of a segment come in order, so the first ones of each fit are the ones wanted.
    const room: Record<Fit, number> = { 0: limit, 1: limit, 2: limit };
    findAll(segment, words, rangeOf(segment, year), (entry, probes) => {
      total += 1;
      // Enough of the best: the others are only counted.
      if (room[0] === 0) return;
      const fit = order === 'best' ? fitOf(entry, probes) : 2;
      if (room[fit] === 0) return;
      room[fit] -= 1;
      byFit[fit].push({ segment, entry });
    });
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
