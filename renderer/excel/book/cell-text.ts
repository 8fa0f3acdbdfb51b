// What a cell's value is as text: numbers without an exponent and as exact as Excel keeps them, dates as YYYY-MM-DD, yes and no
// as words. Digits that Excel has already cut are never passed off as a code.

/** A number that no longer holds every digit that was typed. */
export class CutNumber {
  constructor(readonly raw: string) {}
}

/** Excel keeps 15 digits; from 10¹⁵ on a typed code may have lost its end. */
const EXACT_BELOW = 1e15;

/** For the library: the number of a `v` element. */
export function readNumber(raw: string): number | CutNumber {
  const number = Number(raw);
  return Math.abs(number) < EXACT_BELOW ? number : new CutNumber(raw.slice(0, 40));
}

/** A date cell of the strict format, which the sheet scan has left as text. */
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?Z?$/;

/** null: the cell cannot be taken as it is. */
export function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return ISO_DAY.exec(value)?.[1] ?? value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dateText(value);
  return null;
}

function numberText(number: number): string {
  const short = String(number);
  if ((short.length <= 15 && !short.includes('e')) || Number.isInteger(number)) return short;
  // 0.1 + 0.2 stands in the file with 17 digits; Excel shows and means 15.
  const plain = Number(number.toPrecision(15));
  const text = String(plain);
  if (!text.includes('e')) return text;
  return plain.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

/** Tables hold few days, many times. */
let days = new Map<number, string>();
const MANY_DAYS = 20_000;

function dateText(date: Date): string {
  const moment = date.valueOf();
  let text = days.get(moment);
  if (text === undefined) {
    if (days.size > MANY_DAYS) days = new Map();
    text = writeDate(date);
    days.set(moment, text);
  }
  return text;
}

function writeDate(date: Date): string {
  if (Number.isNaN(date.valueOf())) return '';
  // The library gives the day and time of the cell as if they were UTC; seconds of a day come a little off.
  const rounded = new Date(Math.round(date.valueOf() / 1000) * 1000).toISOString();
  const [day = '', time = ''] = rounded.split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
