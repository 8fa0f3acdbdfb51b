// Finding Chinese text by what a pinyin keyboard types: characters, whole syllables, initials, or any mixture of them, with
// every reading a character has (重庆 is cq and zq). It knows no list; readings are looked up once per character.

import { pinyin } from 'pinyin-pro';

const readings = new Map<number, readonly string[]>();
/** What one charCodeAt can give. */
const UNITS = 0x10000;
const FIRST_HAN = 0x2e80;
const FIRST_LETTER = 0x61;
/** A word has at most thirty letters (isSpelled), so that its offsets are bits. */
const OFFSETS = 32;
const NOT_LOOKED_UP = 0;
const NEVER = 1;
const MAYBE = 2;
/** Set in every looked-up set of letters. */
const KNOWN = 1 << 31;

/** A word compiled for matching: each character of a text takes itself, its initial or a whole syllable from the word. */
export class Spelling {
  readonly #word: string;
  readonly #end: number;
  /** Letters without which no text matches, as lettersIn tells them. */
  readonly needs: number;
  /** Whether a match can begin at this UTF-16 unit. */
  readonly #begins = new Uint8Array(UNITS);
  /** By character and offset in the word: a bit for every offset at which the word can go on after it. */
  readonly #steps = new Map<number, number>();

  /** `word` as searchWords gives it and isSpelled lets it pass. */
  constructor(word: string) {
    this.#word = word.replaceAll(/(?<=[a-zü])'(?=[a-zü])/g, '');
    this.#end = 1 << this.#word.length;
    this.needs = latinIn(this.#word);
  }

  /** The first place at or after `from` and before `to` where the word matches; -1 for none. */
  find(text: string, from: number, to: number): number {
    const begins = this.#begins;
    for (let at = from; at < to; at++) {
      // Most units begin no match: told by one look into a table.
      if (begins[text.charCodeAt(at)] !== NEVER && this.matchesAt(text, at)) return at;
    }
    return -1;
  }

  matchesAt(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    const known = this.#begins[unit];
    if (known === NEVER || (known === NOT_LOOKED_UP && !this.#begin(unit))) return false;
    return this.#matches(text, at, 0);
  }

  #matches(text: string, at: number, offset: number): boolean {
    const code = text.codePointAt(at);
    if (code === undefined) return false;
    const ends = this.#step(code, offset);
    if ((ends & this.#end) !== 0) return true;
    for (let rest = ends; rest !== 0; rest &= rest - 1) {
      if (this.#matches(text, at + (code < UNITS ? 1 : 2), 31 - Math.clz32(rest & -rest))) return true;
    }
    return false;
  }

  #begin(unit: number): boolean {
    // Half of a rare character says nothing alone, but a match may begin with it.
    const possible = isHigh(unit) || this.#step(unit, 0) !== 0;
    this.#begins[unit] = possible ? MAYBE : NEVER;
    return possible;
  }

  #step(code: number, offset: number): number {
    const key = code * OFFSETS + offset;
    let bits = this.#steps.get(key);
    if (bits === undefined) this.#steps.set(key, (bits = bitsOf(this.#word, code, offset)));
    return bits;
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function bitsOf(word: string, code: number, offset: number): number {
  let bits = 0;
  for (const end of endsOf(word, code, offset)) bits |= 1 << end;
  return bits;
}

const letters = new Int32Array(UNITS);

/** Which Latin letters the text between these places can be typed with, a bit for each: its own, and those of every reading. */
export function lettersIn(text: string, from: number, to: number): number {
  let found = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    found |= letters[unit] || learnLetters(text, at, unit);
  }
  return found & ~KNOWN;
}

function learnLetters(text: string, at: number, unit: number): number {
  const code = isHigh(unit) ? (text.codePointAt(at) ?? unit) : unit;
  const found = latinIn(String.fromCodePoint(code) + readingsOf(code).join('')) | KNOWN;
  // Half of a rare character stands for many.
  if (!isHigh(unit)) letters[unit] = found;
  return found;
}

function latinIn(word: string): number {
  let found = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - FIRST_LETTER;
    if (letter >= 0 && letter < 26) found |= 1 << letter;
  }
  return found;
}

function endsOf(word: string, code: number, offset: number): ReadonlySet<number> {
  const ends = new Set<number>();
  const char = String.fromCodePoint(code);
  if (word.startsWith(char, offset)) ends.add(offset + char.length);
  const rest = word.slice(offset);
  for (const reading of readingsOf(code)) {
    if (rest.startsWith(reading)) ends.add(offset + reading.length);
    // The last syllable may still be being typed.
    if (reading.startsWith(rest)) ends.add(word.length);
    if (rest.startsWith(reading.slice(0, 1))) ends.add(offset + 1);
    if (/^[zcs]h/.test(reading) && rest.startsWith(reading.slice(0, 2))) ends.add(offset + 2);
  }
  return ends;
}

/** Every reading without tones; ü also as v and u, the ways it is typed. None for what is no Chinese character. */
function readingsOf(code: number): readonly string[] {
  if (code < FIRST_HAN) return [];
  let known = readings.get(code);
  if (known === undefined) {
    const char = String.fromCodePoint(code);
    const plain = pinyin(char, { multiple: true, toneType: 'none', type: 'array' }).filter((one) => /^[a-zü]+$/.test(one));
    known = [...new Set(plain.flatMap((one) => (one.includes('ü') ? [one, one.replace('ü', 'v'), one.replace('ü', 'u')] : [one])))];
    readings.set(code, known);
  }
  return known;
}
