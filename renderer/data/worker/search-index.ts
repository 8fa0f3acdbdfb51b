// One year's plan items as two long strings: number and name, and number with pinyin initials. One indexOf walks either; a
// match's place tells its item. A pure structure: it reads no tables.

import type { RecordId } from '#shared/base/ids';

export interface SearchItem {
  readonly id: RecordId;
  readonly number: string;
  readonly name: string;
}

/** Ends every item; no field may hold it, and nobody can type it. */
const END = '\u0001';

export interface JoinedText {
  readonly text: string;
  /** Where each item begins, in rising order. */
  readonly starts: Uint32Array;
}

/** `parts` are lower-cased and joined; they must not hold END. */
export function joinTexts(parts: readonly string[]): JoinedText {
  const starts = new Uint32Array(parts.length);
  let at = 0;
  parts.forEach((part, index) => {
    starts[index] = at;
    at += part.length + END.length;
  });
  return { text: parts.length > 0 ? parts.join(END) + END : '', starts };
}

/** Splits what was typed into words that all must occur. */
export function searchWords(text: string): readonly string[] {
  return text.toLowerCase().replaceAll(END, ' ').split(/\s+/).filter((word) => word !== '');
}

/** Latin letters and digits alone are looked for in numbers and initials, anything else in numbers and names. */
export function wantsInitials(words: readonly string[]): boolean {
  // eslint-disable-next-line no-control-regex -- the whole ASCII range is meant
  return words.every((word) => /^[\u0000-\u007f]*$/.test(word));
}

export function matchesAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Calls `hit` with the index of every item that holds all words, in order. Without words every item is a hit. */
export function findItems({ text, starts }: JoinedText, words: readonly string[], hit: (index: number) => void): void {
  // The longest word is the rarest as a rule: it walks the text, the others are looked for where it was found.
  const [first, ...others] = [...words].sort((a, b) => b.length - a.length);
  if (first === undefined) {
    for (let index = 0; index < starts.length; index++) hit(index);
    return;
  }
  let index = 0;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, starts[index] ?? text.length)) {
    index = itemAt(starts, at, index);
    const end = starts[index + 1] ?? text.length;
    if (others.length === 0 || matchesAll(text.slice(starts[index], end), others)) hit(index);
    index += 1;
    if (index >= starts.length) return;
  }
}

/** The last item that begins at or before `at`; it is not before `from`, and close to it when there are many matches. */
function itemAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < starts.length && (starts[low + step] ?? 0) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
