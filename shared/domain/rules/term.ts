// How long a term is, counted by the calendar: from the first day to the last, both included.

import { addDays, addYears, type BusinessDate } from '../../base/date';

/** Last day of a term of exactly `years` years that begins on `startsOn`: 2026-03-01 and one year end on 2027-02-28. */
export function lastDayOfTerm(startsOn: BusinessDate, years: number): BusinessDate {
  return addDays(addYears(startsOn, years), -1);
}
