// One word looked for in one segment up to an entry. A probe walks forward from entry to entry, so several words meet by leaping over what
// any of them lacks.

import { parseYuan } from '#shared/base/money';
import { isSpelled } from '../../../text/search-words';
import type { Spelling } from '../../../text/spelling';
import { entryAt, type Segment } from './segment';

/** How well a word fits an entry: its number begins with it, its name does (or the amount is that amount), or anywhere. */
export type Fit = 0 | 1 | 2;
export const FITS = [0, 1, 2] as const satisfies readonly Fit[];

export interface Probe {
  /** The first entry at or after `from` that holds the word; the segment's bound when none does. */
  readonly next: (from: number) => number;
  /** Asked of entries that hold the word. */
  readonly fit: (entry: number) => Fit;
}

/** A word compiled for all segments; `to` bounds the entries that are looked at. */
export type Word = (segment: Segment, to: number) => Probe;

/** `spell` is needed for words with Latin letters only. */
export function compileWord(word: string, spell: ((word: string) => Spelling) | null): Word {
  if (isSpelled(word) && spell !== null) {
    const spelling = spell(word);
    return (segment, to) => spelled(segment, to, spelling);
  }
  const amount = parseYuan(word);
  if (!amount.ok) return (segment, to) => literal(segment, to, word);
  return (segment, to) => either(literal(segment, to, word), equal(segment, to, amount.value));
}

function literal(segment: Segment, to: number, word: string): Probe {
  const { text, starts } = segment;
  return textual(segment, to, (from) => text.indexOf(word, starts[from]), (at) => text.startsWith(word, at));
}

function spelled(segment: Segment, to: number, spelling: Spelling): Probe {
  const { text, starts } = segment;
  const end = starts[to] ?? 0;
  return textual(segment, to, (from) => spelling.find(text, starts[from] ?? 0, end), (at) => spelling.matchesAt(text, at));
}

/** `find`: the first place of the word in this entry or a later one, or -1. `holdsAt`: whether it stands at this place. */
function textual(segment: Segment, to: number, find: (from: number) => number, holdsAt: (at: number) => boolean): Probe {
  const { starts, nameStarts } = segment;
  // Where the word stands first in the entry found last.
  let found = -1;
  let place = -1;
  return {
    next: (from) => {
      place = find(from);
      found = place < 0 ? to : Math.min(entryAt(segment, place, from), to);
      return found;
    },
    fit: (entry) => {
      const start = starts[entry] ?? 0;
      const name = nameStarts[entry] ?? 0;
      const first = entry === found ? place : start;
      if (first === start && holdsAt(start)) return 0;
      return first <= name && holdsAt(name) ? 1 : 2;
    },
  };
}

function equal({ amountsFen }: Segment, to: number, fen: number): Probe {
  return {
    next: (from) => {
      for (let entry = from; entry < to; entry++) if (amountsFen[entry] === fen) return entry;
      return to;
    },
    fit: () => 1,
  };
}

function either(a: Probe, b: Probe): Probe {
  const [first, second] = [remembering(a), remembering(b)];
  return {
    next: (from) => Math.min(first.next(from), second.next(from)),
    fit: (entry) => {
      const fits = [first, second].filter((probe) => probe.next(entry) === entry).map((probe) => probe.fit(entry));
      return fits.includes(0) ? 0 : fits.includes(1) ? 1 : 2;
    },
  };
}

/** Looks no second time for what it has found further on. */
function remembering(probe: Probe): Probe {
  let asked = Infinity;
  let found = -1;
  return {
    next: (from) => {
      if (from < asked || from > found) {
        asked = from;
        found = probe.next(from);
      }
      return found;
    },
    fit: probe.fit,
  };
}

/** Calls `hit` with every living entry from `from` to `to` that holds all words, in order. Without words every entry is a hit. */
export function findAll(
  segment: Segment,
  words: readonly Word[],
  [from, to]: readonly [from: number, to: number],
  hit: (entry: number, probes: readonly Probe[]) => void,
): void {
  const { dead } = segment;
  const probes = words.map((word) => remembering(word(segment, to)));
  let entry = from;
  while (entry < to) {
    let reached = entry;
    for (const probe of probes) {
      reached = probe.next(reached);
      if (reached >= to) return;
    }
    if (reached === entry) {
      if (dead[entry] === 0) hit(entry, probes);
      entry += 1;
    } else entry = reached;
  }
}
