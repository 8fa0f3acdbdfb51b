// Which plan year the area is at, and which it may go to.

import { FIRST_PLAN_YEAR } from '#shared/domain/fields';
import { currentPlanYear } from '../../text/plan-year';
import { useRouteYear } from '../../ui/year-select';

export function usePlanYear(): ReturnType<typeof useRouteYear> {
  return useRouteYear(currentPlanYear(Date.now()));
}

/** From the governing document's year to the one after the current plan year. */
export function planYears(): readonly number[] {
  const latest = currentPlanYear(Date.now()) + 1;
  return Array.from({ length: latest - FIRST_PLAN_YEAR + 1 }, (_, index) => FIRST_PLAN_YEAR + index);
}
