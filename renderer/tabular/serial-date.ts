// Spreadsheets keep a day as the number of days since 1899-12-30; a date copied without its format arrives as that number. Pure.

import { addDays } from '#shared/base/date';

const DAY_ZERO = '1899-12-30';
/** 2000-01-01 to 2099-12-31: a bare number outside of it is no date that anybody meant. */
const FIRST = 36_526;
const LAST = 73_050;

/** null when the text is no such number. A time of day after the point is dropped. */
export function serialToDate(text: string): string | null {
  const match = /^(\d{5})(\.\d+)?$/.exec(text);
  const serial = Number(match?.[1]);
  return match !== null && serial >= FIRST && serial <= LAST ? addDays(DAY_ZERO, serial) : null;
}
