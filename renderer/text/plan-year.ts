// Which plan year an office is at: from October the next year's plan is drawn up with the department's budget.

import { todayInShanghai, yearOf } from '#shared/base/date';

export function currentPlanYear(now: Date | number): number {
  const today = todayInShanghai(now);
  return yearOf(today) + (today.slice(5) >= '10-01' ? 1 : 0);
}
