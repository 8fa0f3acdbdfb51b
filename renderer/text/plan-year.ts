// The plan year now, by the calendar of Shanghai.

import { todayInShanghai } from '#shared/base/date';
import { planYearOn } from '#shared/domain/plan-year';

export function currentPlanYear(now: Date | number): number {
  return planYearOn(todayInShanghai(now));
}
