// One word looked for in one segment up to an entry. A probe walks forward from entry to entry, so several words meet by leaping over what
// any of them lacks.

import { parseYuan } from '#shared/base/money';
import { isSpelled } from '../../../text/search-words';
import type { lettersIn, Spelling } from '../../../text/spelling';
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

/** The module that knows pinyin; it is large, and needed for words with Latin letters only. */
export type Speller = { readonly Spelling: typeof Spelling; readonly lettersIn: typeof lettersIn };

export function compileWord(word: string, speller: Speller | null): Word {
  if (isSpelled(word) && speller !== null) {
    const spelling = new speller.Spelling(word);
    return (segment, to) => spelled(segment, to, spelling, speller.lettersIn);
  }
  const amount = parseYuan(word);
  if (!amount.ok) return (segment, to) => literal(segment, to, word);
  return (segment, to) => either(literal(segment, to, word), equal(segment, to, amount.value));
}

function literal(segment: Segment, to: number, word: string): Probe {
  const { text, starts, nameStarts } = segment;
  return {
    next: (from) => {
      const at = text.indexOf(word, starts[from]);
      return at < 0 ? to : Math.min(entryAt(segment, at, from), to);
    },
    fit: (entry) => (text.startsWith(word, starts[entry]) ? 0 : text.startsWith(word, nameStarts[entry]) ? 1 : 2),
  };
}

function spelled(segment: Segment, to: number, spelling: Spelling, read: typeof lettersIn): Probe {
  const { text, starts, nameStarts } = segment;
  const letters = (segment.letters ??= lettersOf(segment, read));
  const { needs } = spelling;
  return {
    next: (from) => {
      for (let entry = from; entry < to; entry++) {
        // Most entries lack a letter of a word and need no closer look.
        const held = letters[entry] ?? 0;
        if ((held & needs) !== needs) continue;
        const start = (held & SPELLED_NUMBER) === 0 ? nameStarts[entry] : starts[entry];
        if (spelling.find(text, start ?? 0, starts[entry + 1] ?? 0) >= 0) return entry;
      }
      return to;
    },
    fit: (entry) => (spelling.matchesAt(text, starts[entry] ?? 0) ? 0 : spelling.matchesAt(text, nameStarts[entry] ?? 0) ? 1 : 2),
  };
}

/** Beside the bits of an entry's letters: a spelled word may begin in its number. Most numbers are digits. */
const SPELLED_NUMBER = 1 << 30;

function lettersOf({ size, text, starts, nameStarts }: Segment, read: typeof lettersIn): Int32Array {
  const letters = new Int32Array(size);
  for (let entry = 0; entry < size; entry++) {
    const name = nameStarts[entry] ?? 0;
    const inNumber = read(text, starts[entry] ?? 0, name);
    letters[entry] = inNumber | (inNumber === 0 ? 0 : SPELLED_NUMBER) | read(text, name, starts[entry + 1] ?? 0);
  }
  return letters;
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
      const fit = first.next(entry) === entry ? first.fit(entry) : 2;
      const other = second.next(entry) === entry ? second.fit(entry) : 2;
      return other < fit ? other : fit;
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
