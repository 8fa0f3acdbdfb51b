// The recovery code on the printed sheet: 160 random bits that survive being copied by hand. It stores nothing.
import { assert } from '../base/assert';
import { failure, ok, type Failure, type Result } from '../base/result';
import type { RandomSource } from './sm2';

// 32 symbols without I, L, O and U: what a reader may take for 1, 1, 0 and V is mapped back or does not occur.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' };

const CODE_BYTES = 20;
export const RECOVERY_GROUPS = 8;
const DATA_PER_GROUP = 4;
/** Four data symbols and a check symbol. */
export const RECOVERY_GROUP_LENGTH = DATA_PER_GROUP + 1;

/**
 * `recovery.wrong-length`: `found` of `expected` symbols. `recovery.bad-symbol`, `recovery.bad-group`: the group
 * (counted from 1) that holds a character outside the alphabet, or does not agree with its check symbol.
 */
export type RecoveryCodeFault = Failure<'recovery.wrong-length' | 'recovery.bad-symbol' | 'recovery.bad-group'>;

/** A fresh code, e.g. `7KQ2M-…` in eight groups of five joined by hyphens. This exact text is the passphrase of the recovery file. */
export function createRecoveryCode(random: RandomSource): string {
  const bytes = random(CODE_BYTES);
  assert(bytes.length === CODE_BYTES, 'random source gave too few bytes');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const groups: string[] = [];
  for (let group = 0; group < RECOVERY_GROUPS; group++) {
    const below = BigInt((RECOVERY_GROUPS - 1 - group) * DATA_PER_GROUP * 5);
    const data = Array.from({ length: DATA_PER_GROUP }, (_, index) =>
      Number((bits >> (below + BigInt((DATA_PER_GROUP - 1 - index) * 5))) & 31n),
    );
    groups.push([...data, checkSymbol(group, data)].map((value) => ALPHABET.charAt(value)).join(''));
  }
  return groups.join('-');
}

/**
 * The canonical text of a typed code. Case, spaces, any kind of dash, full-width letters and look-alikes do not matter.
 * Any one wrong symbol, any two symbols of a group swapped, and any two groups swapped are always found.
 */
export function parseRecoveryCode(typed: string): Result<string, RecoveryCodeFault> {
  const symbols = [...typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\p{Dash}]/gu, '')].map((symbol) => LOOK_ALIKES[symbol] ?? symbol);
  const expected = RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH;
  if (symbols.length !== expected) return failure('recovery.wrong-length', { expected, found: symbols.length });
  const groups: string[] = [];
  for (let group = 0; group < RECOVERY_GROUPS; group++) {
    const text = symbols.slice(group * RECOVERY_GROUP_LENGTH, (group + 1) * RECOVERY_GROUP_LENGTH);
    const values = text.map((symbol) => ALPHABET.indexOf(symbol));
    if (values.includes(-1)) return failure('recovery.bad-symbol', { group: group + 1 });
    if (values.at(-1) !== checkSymbol(group, values.slice(0, -1))) return failure('recovery.bad-group', { group: group + 1 });
    groups.push(text.join(''));
  }
  return ok(groups.join('-'));
}

/**
 * Group number ⊕ Σ αⁱ·dᵢ over GF(2⁵): every place has another weight, none of them 0 or 1, so a changed symbol changes
 * the sum, and so does a swap, also with the check symbol itself. The group number makes a swap of groups visible.
 */
function checkSymbol(group: number, data: readonly number[]): number {
  let sum = 0;
  for (const value of data.toReversed()) sum = timesAlpha(sum ^ value);
  return sum ^ group;
}

/** Multiplies by α in GF(2⁵) with x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}
