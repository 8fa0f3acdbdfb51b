// Working days: weekends, the announced days off and the make-up workdays. Every count keeps what it counted and what it
// passed over, so that a deadline can show its arithmetic. It knows no deadline and no clause.

import { assert } from '../base/assert';
import { addDays, type BusinessDate, daysBetween, yearOf } from '../base/date';
import { type DaysOff, HOLIDAY_TABLES, type HolidayTable } from '../policy/holidays';

/** What a day is for offices: an announced day off outranks the weekend it falls on. */
export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday';

export interface WorkingDayCount {
  /** The day of the starting fact; it is not counted itself (民法典第201条). */
  readonly from: BusinessDate;
  readonly days: number;
  /** The last working day of the count; `from` itself when `days` is 0. */
  readonly dueOn: BusinessDate;
  /** Announced days off between, cut to the part that was passed over. */
  readonly daysOff: readonly DaysOff[];
  /** Weekend days that were counted because offices work on them. */
  readonly makeUpDays: readonly BusinessDate[];
  /** Weekend days passed over that belong to no announced holiday. */
  readonly weekendDays: number;
  /** Years on the way without an announced table, reckoned by weekends alone. */
  readonly unannouncedYears: readonly number[];
}

/** 1970-01-01 was a Thursday. */
const THURSDAY = 4;

export function dayKind(date: BusinessDate, tables: readonly HolidayTable[] = HOLIDAY_TABLES): DayKind {
  if (tables.some((table) => table.makeUpDays.includes(date))) return 'make-up';
  if (dayOffOn(date, tables) !== undefined) return 'holiday';
  return isWeekend(date) ? 'weekend' : 'workday';
}

export function isWorkingDay(date: BusinessDate, tables: readonly HolidayTable[] = HOLIDAY_TABLES): boolean {
  const kind = dayKind(date, tables);
  return kind === 'workday' || kind === 'make-up';
}

/** The `days`-th working day after `from`. `days` is whole, 0 to 1000. */
export function addWorkingDays(from: BusinessDate, days: number, tables: readonly HolidayTable[] = HOLIDAY_TABLES): WorkingDayCount {
  assert(Number.isSafeInteger(days) && days >= 0 && days <= 1000, 'working days are whole, and not years of them');
  const daysOff: DaysOff[] = [];
  const makeUpDays: BusinessDate[] = [];
  let weekendDays = 0;
  let dueOn = from;
  for (let left = days; left > 0; ) {
    dueOn = addDays(dueOn, 1);
    const kind = dayKind(dueOn, tables);
    if (kind === 'weekend') weekendDays += 1;
    else if (kind === 'holiday') passOver(daysOff, dueOn, tables);
    else left -= 1;
    if (kind === 'make-up') makeUpDays.push(dueOn);
  }
  return { from, days, dueOn, daysOff, makeUpDays, weekendDays, unannouncedYears: unannounced(from, dueOn, tables) };
}

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: BusinessDate, to: BusinessDate, tables: readonly HolidayTable[] = HOLIDAY_TABLES): number {
  if (to < from) return 0 - workingDaysBetween(to, from, tables);
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date, tables)) count += 1;
  return count;
}

/** Years from one day to the other that have no announced table. */
export function unannounced(from: BusinessDate, to: BusinessDate, tables: readonly HolidayTable[] = HOLIDAY_TABLES): readonly number[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.filter((year) => !tables.some((table) => table.year === year));
}

function dayOffOn(date: BusinessDate, tables: readonly HolidayTable[]): DaysOff | undefined {
  for (const { daysOff } of tables) {
    const found = daysOff.find(({ from, to }) => from <= date && date <= to);
    if (found) return found;
  }
  return undefined;
}

/** Days come in order, so a holiday under way only grows at its end. */
function passOver(daysOff: DaysOff[], date: BusinessDate, tables: readonly HolidayTable[]): void {
  const name = dayOffOn(date, tables)?.name ?? '';
  const last = daysOff.at(-1);
  if (last !== undefined && last.name === name && addDays(last.to, 1) === date) daysOff[daysOff.length - 1] = { ...last, to: date };
  else daysOff.push({ name, from: date, to: date });
}

function isWeekend(date: BusinessDate): boolean {
  const day = (((daysBetween('1970-01-01', date) + THURSDAY) % 7) + 7) % 7;
  return day === 0 || day === 6;
}
