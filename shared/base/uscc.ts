// Unified social credit code (GB 32100-2015): normal form and check character. Whether a problem blocks is for the rules to say.

import { toHalfWidth } from './text';

/** Digits and capitals without I, O, S, V, Z; a character's value is its position. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const MODULUS = 31;
const LENGTH = 18;

export type UsccProblem = 'length' | 'alphabet' | 'check-digit';

export interface UsccCheck {
  readonly normalised: string;
  /** Empty when the code is sound. 'check-digit' is only judged when length and alphabet are right. */
  readonly problems: readonly UsccProblem[];
}

/** Half width, capitals, no blanks (nor zero-width ones); nothing else is changed. */
export function normaliseUscc(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** Normalises and judges a code as typed. */
export function checkUscc(text: string): UsccCheck {
  const normalised = normaliseUscc(text);
  const problems: UsccProblem[] = [];
  if ([...normalised].length !== LENGTH) problems.push('length');
  if ([...normalised].some((char) => !ALPHABET.includes(char))) problems.push('alphabet');
  if (problems.length === 0 && usccCheckCharacter(normalised) !== normalised[LENGTH - 1]) problems.push('check-digit');
  return { normalised, problems };
}

/** The check character that belongs to the first 17 characters; null when they are not of the alphabet. */
export function usccCheckCharacter(code: string): string | null {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const char = code[index];
    const value = char === undefined ? -1 : ALPHABET.indexOf(char);
    if (value < 0) return null;
    sum += value * weight;
  }
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS] ?? null;
}
