// One word looked for in one segment up to an entry. A probe walks forward from entry to entry, so several words meet by leaping over what
// any of them lacks. Beginnings can be looked for alone: where a word is in nearly every entry, nobody counts them all.

import { parseYuan } from '#shared/base/money';
import { isSpelled } from '../../../text/search-words';
import type { lettersIn, Spelling } from '../../../text/spelling';
import { entryAt, type Segment } from './segment';

/** How well a word fits an entry: its number begins with it, its name does (or the amount is that amount), or anywhere. */
export type Fit = 0 | 1 | 2;
export const FITS = [0, 1, 2] as const satisfies readonly Fit[];
export type Beginning = Exclude<Fit, 2>;

type Walk = (from: number) => number;

export interface Probe {
  /** The first entry at or after `from` that holds the word; the segment's bound when none does. */
  readonly next: Walk;
  /** The same, of the entries that the word fits so well. */
  readonly nextFit: Readonly<Record<Beginning, Walk>>;
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
  const unit = word.charCodeAt(0);
  const beginning = (places: Uint32Array): Walk => (from) => {
    for (let entry = from; entry < to; entry++) {
      const at = places[entry] ?? 0;
      if (text.charCodeAt(at) === unit && text.startsWith(word, at)) return entry;
    }
    return to;
  };
  return {
    next: (from) => {
      const at = text.indexOf(word, starts[from]);
      return at < 0 ? to : Math.min(entryAt(segment, at, from), to);
    },
    nextFit: { 0: beginning(starts), 1: beginning(nameStarts) },
    fit: (entry) => (text.startsWith(word, starts[entry]) ? 0 : text.startsWith(word, nameStarts[entry]) ? 1 : 2),
  };
}

function spelled(segment: Segment, to: number, spelling: Spelling, read: typeof lettersIn): Probe {
  const { text, starts, nameStarts } = segment;
  const letters = (segment.letters ??= lettersOf(segment, read));
  const { needs } = spelling;
  /** Most entries lack a letter of a word and need no closer look. */
  const walk = (needed: number, holds: (entry: number, held: number) => boolean): Walk => (from) => {
    for (let entry = from; entry < to; entry++) {
      const held = letters[entry] ?? 0;
      if ((held & needed) === needed && holds(entry, held)) return entry;
    }
    return to;
  };
  return {
    next: walk(needs, (entry, held) => spelling.find(text, ((held & SPELLED_NUMBER) === 0 ? nameStarts[entry] : starts[entry]) ?? 0, starts[entry + 1] ?? 0) >= 0),
    nextFit: {
      0: walk(needs | SPELLED_NUMBER, (entry) => spelling.matchesAt(text, starts[entry] ?? 0)),
      1: walk(needs, (entry) => spelling.matchesAt(text, nameStarts[entry] ?? 0)),
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
  const next: Walk = (from) => {
    for (let entry = from; entry < to; entry++) if (amountsFen[entry] === fen) return entry;
    return to;
  };
  return { next, nextFit: { 0: () => to, 1: next }, fit: () => 1 };
}

function either(a: Probe, b: Probe): Probe {
  const [first, second] = [remembering(a), remembering(b)];
  const sooner = (one: Walk, other: Walk): Walk => (from) => Math.min(one(from), other(from));
  return {
    next: sooner(first.next, second.next),
    nextFit: { 0: sooner(first.nextFit[0], second.nextFit[0]), 1: sooner(first.nextFit[1], second.nextFit[1]) },
    fit: (entry) => {
      const fit = first.next(entry) === entry ? first.fit(entry) : 2;
      const other = second.next(entry) === entry ? second.fit(entry) : 2;
      return other < fit ? other : fit;
    },
  };
}

/** Looks no second time for what it has found further on. */
function remembering({ next, nextFit, fit }: Probe): Probe {
  return { next: remembered(next), nextFit: { 0: remembered(nextFit[0]), 1: remembered(nextFit[1]) }, fit };
}

function remembered(walk: Walk): Walk {
  let asked = Infinity;
  let found = -1;
  return (from) => {
    if (from < asked || from > found) {
      asked = from;
      found = walk(from);
    }
    return found;
  };
}

/** The probes of one question in one segment, for entries before `to`. */
export function probesOf(segment: Segment, words: readonly Word[], to: number): readonly Probe[] {
  return words.map((word) => remembering(word(segment, to)));
}

/**
 * Calls `hit` with every entry from `from` to `to` that holds all words, in order, until it answers false; the entry after the last one
 * looked at. Without words every entry is a hit.
 */
export function findAll(probes: readonly Probe[], [from, to]: readonly [from: number, to: number], hit: (entry: number) => boolean): number {
  let entry = from;
  while (entry < to) {
    const reached = holding(probes, entry);
    if (reached >= to) return to;
    entry = reached + 1;
    if (!hit(reached)) return entry;
  }
  return to;
}

/** The same, of the entries which one of the words fits so well. */
export function findBeginnings(
  probes: readonly Probe[],
  fit: Beginning,
  [from, to]: readonly [from: number, to: number],
  hit: (entry: number) => boolean,
): void {
  let entry = from;
  while (entry < to) {
    let begun = to;
    for (const probe of probes) begun = Math.min(begun, probe.nextFit[fit](entry));
    if (begun >= to) return;
    const reached = holding(probes, begun);
    if (reached === begun && !hit(begun)) return;
    entry = Math.max(reached, begun + 1);
  }
}

/** The first entry at or after `from` that holds every word. */
function holding(probes: readonly Probe[], from: number): number {
  let entry = from;
  for (;;) {
    let reached = entry;
    for (const probe of probes) reached = probe.next(reached);
    if (reached === entry) return entry;
    entry = reached;
  }
}
