// Which plan year an office is at: from October the next year's plan is drawn up with the department's budget.

import { type BusinessDate, yearOf } from '../base/date';

export function planYearOn(today: BusinessDate): number {
  return yearOf(today) + (today.slice(5) >= '10-01' ? 1 : 0);
}
