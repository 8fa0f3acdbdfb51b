// Finding Chinese text by what a pinyin keyboard types: characters, whole syllables, initials, or any mixture of them, with
// every reading a character has (重庆 is cq and zq). It knows no list; readings are looked up once per character.

import { pinyin } from 'pinyin-pro';

const readings = new Map<number, readonly string[]>();
/** What one charCodeAt can give. */
const UNITS = 0x10000;
const FIRST_HAN = 0x2e80;
/** Set in every looked-up step. Ends are the other bits, so a word has at most thirty letters. */
const KNOWN = 1 << 31;

/** A word compiled for matching: each character of a text takes itself, its initial or a whole syllable from the word. */
export class Spelling {
  readonly #word: string;
  readonly #end: number;
  /** For each offset in the word, for each UTF-16 unit: a bit for every offset at which the word can go on after it. */
  readonly #steps: Uint32Array[] = [];

  /** `word` as searchWords gives it and isSpelled lets it pass. */
  constructor(word: string) {
    this.#word = word.replaceAll(/(?<=[a-zü])'(?=[a-zü])/g, '');
    this.#end = 1 << this.#word.length;
  }

  /** The first place at or after `from` and before `to` where the word matches; -1 for none. */
  find(text: string, from: number, to: number): number {
    const steps = this.#stepsAt(0);
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const ends = steps[unit] || this.#learn(steps, unit, 0);
      if (ends === KNOWN >>> 0) continue;
      if (this.#goesOn(text, at + 1, ends) || (isHigh(unit) && this.matchesAt(text, at))) return at;
    }
    return -1;
  }

  matchesAt(text: string, at: number): boolean {
    return this.#matches(text, at, 0);
  }

  #matches(text: string, at: number, offset: number): boolean {
    const unit = text.charCodeAt(at);
    // Past the end.
    if (Number.isNaN(unit)) return false;
    if (isHigh(unit)) return this.#goesOn(text, at + 2, bitsOf(this.#word, text.codePointAt(at) ?? unit, offset));
    const steps = this.#stepsAt(offset);
    return this.#goesOn(text, at + 1, steps[unit] || this.#learn(steps, unit, offset));
  }

  #goesOn(text: string, at: number, ends: number): boolean {
    if ((ends & this.#end) !== 0) return true;
    for (let rest = ends & ~KNOWN; rest !== 0; rest &= rest - 1) {
      if (this.#matches(text, at, 31 - Math.clz32(rest & -rest))) return true;
    }
    return false;
  }

  #stepsAt(offset: number): Uint32Array {
    return (this.#steps[offset] ??= new Uint32Array(UNITS));
  }

  #learn(steps: Uint32Array, unit: number, offset: number): number {
    // Half of a rare character says nothing alone, but a match may begin with it.
    const bits = ((isHigh(unit) ? 1 : bitsOf(this.#word, unit, offset)) | KNOWN) >>> 0;
    steps[unit] = bits;
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
