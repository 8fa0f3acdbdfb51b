// Reading half-typed forms safely: each function gives a usable value or says there is none. No rule lives here.

import { type BusinessDate, isDate } from '../../base/date';
import { isFen, type Product, trySumFen, tryMultiplyQuantity } from '../../base/money';
import { MAX_QUANTITY_E4 } from '../../base/quantity';
import { toHalfWidth } from '../../base/text';

/** A date that exists and that business can mean (1900 to 2199, so that adding years stays a date), else undefined. */
export function dateOf(value: string | null | undefined): BusinessDate | undefined {
  return value !== null && value !== undefined && isDate(value) && value >= '1900' && value < '2200' ? value : undefined;
}

/** An amount a record may hold (0 and up), else undefined. */
export function fenOf(value: number | null | undefined): number | undefined {
  return value !== null && value !== undefined && isFen(value) && value >= 0 ? value : undefined;
}

/** A quantity a record may hold (0 and up), else undefined. */
export function quantityOf(value: number | null | undefined): number | undefined {
  return value !== null && value !== undefined && Number.isSafeInteger(value) && value >= 0 && value <= MAX_QUANTITY_E4
    ? value
    : undefined;
}

/** A whole number of 0 and up, else undefined. */
export function countOf(value: number | null | undefined): number | undefined {
  return value !== null && value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** True when nothing visible has been written. */
export function isBlank(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === '';
}

/** Sum of amounts that are all there and stay within bounds, else undefined. */
export function sumOf(values: readonly (number | undefined)[]): number | undefined {
  const amounts: number[] = [];
  for (const value of values) {
    const fen = fenOf(value);
    if (fen === undefined) return undefined;
    amounts.push(fen);
  }
  const sum = trySumFen(amounts);
  return sum.ok ? sum.value : undefined;
}

/** quantity × price when both are there and the product stays within bounds, else undefined. */
export function productOf(quantityE4: number | undefined, unitPriceFen: number | undefined): Product | undefined {
  const quantity = quantityOf(quantityE4);
  const price = fenOf(unitPriceFen);
  if (quantity === undefined || price === undefined) return undefined;
  const product = tryMultiplyQuantity(quantity, price);
  return product.ok ? product.value : undefined;
}

/** Text for comparing and for looking for words: half width, no blanks or zero-width characters, capitals as small letters. */
export function compact(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .toLowerCase();
}
