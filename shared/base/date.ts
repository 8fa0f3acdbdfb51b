// Business dates: calendar days in Asia/Shanghai as 'YYYY-MM-DD'. Pure arithmetic; no clock, no locale, no time zone database.

import { assert } from './assert';
import { plainNumberText } from './decimal';
import { type Failure, failure, ok, type Result } from './result';

/** A valid calendar date 'YYYY-MM-DD', years 0000 to 9999; equal strings are equal days and sort by time. */
export type BusinessDate = string;

export type DateFailure = Failure<'date.empty' | 'date.malformed' | 'date.impossible'>;

const DAY_MS = 86_400_000;
/** China has kept UTC+8 without daylight saving time since 1992; the governing document is of 2014. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** Day number of 1970-01-01 counted from 0000-03-01. */
const EPOCH_DAY = 719_468;

/** True for a day that exists, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `2026-3-2`, `2026/03/02`, `2026.3.2`, `2026年3月2日` and `20260302`, in either width. Two-digit years are refused. */
export function parseDate(text: string): Result<BusinessDate, DateFailure> {
  const plain = plainNumberText(text);
  if (plain === '') return failure('date.empty');
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(plain) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(plain);
  if (!match) return failure('date.malformed');
  const date = format(Number(match[1]), Number(match[3]), Number(match[4]));
  return isDate(date) ? ok(date) : failure('date.impossible');
}

/** -1, 0 or 1, for sorting. */
export function compareDates(a: BusinessDate, b: BusinessDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  assert(Number.isSafeInteger(days), 'days are whole');
  return dateOfDay(dayNumber(date) + days);
}

/**
 * The corresponding day `years` later or earlier; 29 February falls back to the month's last day where there is none
 * (民法典第202条). A term of one year that starts on 2026-03-01 ends on addDays(addYears(start, 1), -1).
 */
export function addYears(date: BusinessDate, years: number): BusinessDate {
  assert(Number.isSafeInteger(years), 'years are whole');
  const { year, month, day } = parts(date);
  return checked(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

export function yearOf(date: BusinessDate): number {
  return parts(date).year;
}

/** The calendar day in Shanghai at a moment (a Date or milliseconds since 1970 UTC). */
export function todayInShanghai(now: Date | number): BusinessDate {
  const moment = typeof now === 'number' ? now : now.getTime();
  assert(Number.isFinite(moment), 'a moment is a finite number');
  return dateOfDay(Math.floor((moment + SHANGHAI_OFFSET_MS) / DAY_MS));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parts(date: BusinessDate): { year: number; month: number; day: number } {
  assert(isDate(date), 'a business date exists');
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function checked(year: number, month: number, day: number): BusinessDate {
  assert(year >= 0 && year <= 9999, 'a business date has a year of four digits');
  return format(year, month, day);
}

/** Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year. */
function dayNumber(date: BusinessDate): number {
  const { year, month, day } = parts(date);
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return 365 * marchYear + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - EPOCH_DAY;
}

function dateOfDay(dayNumberSince1970: number): BusinessDate {
  const day = dayNumberSince1970 + EPOCH_DAY;
  // The average year is 365.2425 days; the estimate is off by at most one.
  let marchYear = Math.floor(day / 365.2425);
  const startOf = (year: number) => 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  while (startOf(marchYear) > day) marchYear--;
  while (startOf(marchYear + 1) <= day) marchYear++;
  const dayOfYear = day - startOf(marchYear);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  return checked(month > 2 ? marchYear : marchYear + 1, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}
