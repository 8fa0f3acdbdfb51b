// Which plan year the area is at, and which it may go to.

import { currentPlanYear } from '../../text/plan-year';
import { useRouteYear } from '../../ui/year-select';

/** The governing document's own year. */
const FIRST_YEAR = 2014;

export function usePlanYear(): ReturnType<typeof useRouteYear> {
  return useRouteYear(currentPlanYear(Date.now()));
}

/** From the governing document's year to the one after the current plan year. */
export function planYears(): readonly number[] {
  const latest = currentPlanYear(Date.now()) + 1;
  return Array.from({ length: latest - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
}
