// Money: integer fen, never floating point. Every rounding of an amount happens here, in one function.

import { assert } from './assert';
import { type DecimalProblem, formatScaled, parseScaled, plainNumberText } from './decimal';
import { type Failure, failure, ok, type Result } from './result';

/** Hundredths of a yuan, a safe integer of at most MAX_FEN in magnitude. */
export type Fen = number;

/** 9×10¹⁵ fen (90 万亿元): the largest amount, safely below 2⁵³. */
export const MAX_FEN: Fen = 9_000_000_000_000_000;

export type MoneyUnit = 'yuan' | 'wan';

export type MoneyFailure = Failure<`money.${DecimalProblem}`>;

export interface ParseYuanOptions {
  /** What a bare number means; a written 元 or 万元 decides for itself. Default 'yuan'. */
  readonly unit?: MoneyUnit;
  readonly allowNegative?: boolean;
}

/** Fen digits after the point of a figure in that unit. */
const DECIMALS: Readonly<Record<MoneyUnit, number>> = { yuan: 2, wan: 6 };

const AMOUNT = /^(-?) ?¥? ?(-?)([\d., ]+?) ?(万元|万|元)?$/;
const BRACKETED = /^\(([^()-]+)\)$/;

/**
 * Reads an amount as people type and paste it: `1,234.50`, `￥1234.5`, `１２３４．５０`, `12.5万元`, and `(1,234.50)` as
 * accounting's negative. Refuses more precision than a fen, groups that are not of three digits, and anything above MAX_FEN.
 */
export function parseYuan(text: string, options: ParseYuanOptions = {}): Result<Fen, MoneyFailure> {
  const plain = plainNumberText(text);
  if (plain === '') return failure('money.empty');
  const match = AMOUNT.exec(plain.replace(BRACKETED, '-$1'));
  if (!match) return failure('money.malformed');
  const [, outerMinus = '', innerMinus = '', number = '', suffix] = match;

  const unit = suffix === undefined ? (options.unit ?? 'yuan') : suffix === '元' ? 'yuan' : 'wan';
  const fen = parseScaled(outerMinus + innerMinus + number, {
    decimals: DECIMALS[unit],
    max: MAX_FEN,
    allowNegative: options.allowNegative ?? false,
  });
  return typeof fen === 'number' ? ok(fen) : failure(`money.${fen}`);
}

/** '1,234.50': yuan with thousands separators and always two decimals. */
export function formatYuan(fen: Fen): string {
  return formatScaled(fen, DECIMALS.yuan, 2);
}

/** The same amount in 万元, exact: at least two decimals and as many as the fen need (123456789 fen → '123.456789'). */
export function formatWan(fen: Fen): string {
  return formatScaled(fen, DECIMALS.wan, 2);
}

/** The amount in 万元 for comparing at a glance: two decimals, rounded half away from zero. Never for a figure that others rest on. */
export function formatWanRounded(fen: Fen): string {
  assert(isFen(fen), 'an amount is an integer number of fen');
  const hundredths = Math.floor((Math.abs(fen) + 5_000) / 10_000);
  return formatScaled(fen < 0 ? 0 - hundredths : hundredths, 2, 2);
}

/** True for an integer within ±MAX_FEN. */
export function isFen(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= MAX_FEN;
}

/** Sum of amounts. Throws when one of them is no amount of fen, or when the sum leaves ±MAX_FEN. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  const sum = trySumFen(amounts);
  assert(sum.ok, 'a sum stays within the largest amount');
  return sum.value;
}

/** Like sumFen, for figures still being typed: too large is a failure, not a fault. */
export function trySumFen(amounts: Iterable<Fen>): Result<Fen, Failure<'money.too-large'>> {
  let sum = 0;
  for (const amount of amounts) {
    assert(isFen(amount), 'an amount is an integer number of fen');
    sum += amount;
    if (!isFen(sum)) return failure('money.too-large');
  }
  return ok(sum);
}

export interface Product {
  readonly fen: Fen;
  /** False when a fraction of a fen was rounded away. */
  readonly exact: boolean;
}

/** quantity × unit price, half up to the fen (四舍五入, away from zero). Throws when the product leaves ±MAX_FEN. */
export function multiplyQuantity(quantityE4: number, unitPriceFen: Fen): Product {
  const product = tryMultiplyQuantity(quantityE4, unitPriceFen);
  assert(product.ok, 'a product stays within the largest amount');
  return product.value;
}

/** Like multiplyQuantity, for figures still being typed: too large is a failure, not a fault. */
export function tryMultiplyQuantity(quantityE4: number, unitPriceFen: Fen): Result<Product, Failure<'money.too-large'>> {
  assert(Number.isSafeInteger(quantityE4), 'a quantity is an integer in ten-thousandths');
  return scale(unitPriceFen, quantityE4);
}

/** A share of an amount in basis points (10000 = the whole), half up to the fen. Shares of parts need not sum to the whole. */
export function multiplyBasisPoints(amountFen: Fen, basisPoints: number): Product {
  assert(Number.isSafeInteger(basisPoints), 'a share is an integer in basis points');
  const product = scale(amountFen, basisPoints);
  assert(product.ok, 'a product stays within the largest amount');
  return product.value;
}

/** amount × factor ÷ 10⁴: the one place where fractions of a fen are rounded. */
function scale(amountFen: Fen, factorE4: number): Result<Product, Failure<'money.too-large'>> {
  assert(isFen(amountFen), 'an amount is an integer number of fen');
  const product = BigInt(amountFen) * BigInt(factorE4);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude + 5_000n) / 10_000n;
  if (rounded > BigInt(MAX_FEN)) return failure('money.too-large');
  const fen = Number(rounded);
  return ok({ fen: product < 0n && fen !== 0 ? -fen : fen, exact: magnitude % 10_000n === 0n });
}
