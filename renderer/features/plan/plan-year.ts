// Which plan year the area is at: kept in the route as ?year=, so that it survives going into a project and back.

import { useSearchParams } from 'react-router';
import { currentPlanYear } from '../../text/plan-year';

const FIRST_YEAR = 2014;

export function usePlanYear(): readonly [year: number, setYear: (year: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= 2099 ? asked : currentPlanYear(Date.now());
  return [year, (next) => { setSearch({ year: String(next) }, { replace: true }); }];
}

/** Newest first, from the year after the current plan year back to the governing document's own. */
export function planYearChoices(): readonly { readonly value: number; readonly label: string }[] {
  const latest = currentPlanYear(Date.now()) + 1;
  return Array.from({ length: latest - FIRST_YEAR + 1 }, (_, back) => latest - back).map((value) => ({ value, label: `${String(value)} 年` }));
}
