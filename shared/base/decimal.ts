// Decimal text ⇄ scaled integer, exact in both directions. It knows neither money nor units; money.ts and quantity.ts do.

import { assert } from './assert';
import { toHalfWidth } from './text';

export type DecimalProblem = 'empty' | 'malformed' | 'too-precise' | 'negative' | 'too-large';

export interface DecimalShape {
  /** Digits allowed after the point; the result is scaled by 10^decimals. */
  readonly decimals: number;
  /** Largest magnitude of the scaled result; at most Number.MAX_SAFE_INTEGER. */
  readonly max: number;
  readonly allowNegative: boolean;
}

// Groups of three by comma or by space, one kind throughout; digits may be missing on one side of the point.
const UNSIGNED = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|(?=\.\d))(?:\.(\d*))?$/;

/** Half width, single blanks, one kind of minus, the ideographic full stop as decimal point; trimmed. */
export function plainNumberText(text: string): string {
  return toHalfWidth(text)
    .replace(/\s+/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/[\u3002\uff61]/g, '.')
    .trim();
}

/** Reads `text` (already plain) as a scaled integer. Too many decimals are refused even when they are zeros. */
export function parseScaled(text: string, shape: DecimalShape): number | DecimalProblem {
  if (text === '') return 'empty';
  const negative = text.startsWith('-');
  const match = UNSIGNED.exec(negative ? text.slice(1).trimStart() : text);
  if (!match) return 'malformed';

  const fraction = match[2] ?? '';
  if (fraction.length > shape.decimals) return 'too-precise';
  const digits = ((match[1] ?? '').replace(/[, ]/g, '') + fraction.padEnd(shape.decimals, '0')).replace(/^0+(?=\d)/, '');
  // Sixteen digits hold every safe integer: longer text needs no arithmetic.
  if (digits.length > 16 || BigInt(digits) > BigInt(shape.max)) return 'too-large';

  const magnitude = Number(digits);
  if (!negative || magnitude === 0) return magnitude;
  return shape.allowNegative ? -magnitude : 'negative';
}

/** Scaled integer to text with thousands separators; zeros beyond `minDecimals` are dropped. */
export function formatScaled(value: number, decimals: number, minDecimals: number): string {
  assert(Number.isSafeInteger(value), 'a scaled number is a safe integer');
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  let fraction = digits.slice(digits.length - decimals);
  while (fraction.length > minDecimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
