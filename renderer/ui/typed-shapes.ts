// What typed shapes of different forms have in common: open choices as plain text, drafts read back, figures read while typing.

import { parseDate, todayInShanghai, yearOf } from '#shared/base/date';
import { plainNumberText } from '#shared/base/decimal';
import { parseYuan } from '#shared/base/money';
import { parseQuantity } from '#shared/base/quantity';
import { planYear } from '#shared/domain/fields';
import type { Result } from '#shared/base/result';

/** A schema's input with its unions and brands widened to plain text: choices may still be open (''). */
export type Widened<T> = T extends boolean
  ? boolean
  : T extends string
    ? string
    : T extends number
      ? number
      : T extends null
        ? never
        : T extends readonly (infer Row)[]
          ? Row extends { sm3: unknown }
            ? T
            : Widened<Row>[]
          : { [Key in keyof T]: Widened<T[Key]> };

/**
 * A draft's JSON over complete blank values: what is missing or of another type (an older version's draft) becomes blank.
 * Lists are the caller's: they stay as they are in `blank`.
 */
export function fillTyped<T extends object>(blank: T, found: unknown): T {
  if (typeof found !== 'object' || found === null) return { ...blank };
  const values = found as Readonly<Record<string, unknown>>;
  const filled = Object.entries(blank).map(([key, empty]: [string, unknown]) => {
    const value = values[key];
    if (Array.isArray(empty)) return [key, empty];
    if (typeof empty === 'object' && empty !== null) return [key, fillTyped(empty, value)];
    return [key, typeof value === typeof empty ? value : empty];
  });
  return Object.fromEntries(filled) as T;
}

/** Rows of a draft's list, each over a blank row. */
export function fillRows<Row extends object>(blank: Row, found: unknown): Row[] {
  return Array.isArray(found) ? found.map((row) => fillTyped(blank, row)) : [];
}

export function valueOf<Value>(result: Result<Value, unknown>): Value | undefined {
  return result.ok ? result.value : undefined;
}

export const readYuan = (typed: string) => valueOf(parseYuan(typed));
export const readQuantity = (typed: string) => valueOf(parseQuantity(typed));
export const readDate = (typed: string) => valueOf(parseDate(typed));

/** The year of a date as typed, under which a draft is listed: this year while there is none that a record could have. */
export function readYear(typed: string): number {
  const today = yearOf(todayInShanghai(Date.now()));
  const year = yearOf(readDate(typed) ?? todayInShanghai(Date.now()));
  return planYear.safeParse(year).success ? year : today;
}

/** A whole number of at most twelve digits, full width and thousands separators read; undefined for anything else. */
export function readWhole(typed: string): number | undefined {
  const plain = plainNumberText(typed);
  return /^(\d{1,12}|\d{1,3}(,\d{3}){1,3})$/.test(plain) ? Number(plain.replaceAll(',', '')) : undefined;
}
