// What the plan is narrowed to: kept in the route, so that the figure that led here, and going back to it, decide it.

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { parseDate } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import { useClearFilter, useRouteFilter } from '../../ui/route-filter';
import { type Narrowing, ROW_FILTERS, type RowFilter } from './grid/book-filter';
import type { Approval } from './plan-rows';

/** By which names it stands in the route, beside the category, which all lists share. */
export const NARROWING_PARAMS = { filter: ['filter'], approval: ['decidedOn', 'document'] } as const;

export function useNarrowing(): readonly [narrowing: Narrowing, setFilter: (filter: RowFilter) => void, clear: () => void] {
  const [search, setSearch] = useSearchParams();
  const { category } = useRouteFilter();
  const asked = search.get('filter');
  const filter = asked !== null && Object.hasOwn(ROW_FILTERS, asked) ? (asked as RowFilter) : 'all';
  const approval = useApproval();
  const narrowing = useMemo((): Narrowing => ({ filter, category, approval }), [filter, category, approval]);
  const setFilter = (next: RowFilter) => {
    setSearch(
      (held) => {
        if (next === 'all') held.delete('filter');
        else held.set('filter', next);
        return held;
      },
      { replace: true },
    );
  };
  const clear = useClearFilter(Object.values(NARROWING_PARAMS).flat());
  return [narrowing, setFilter, clear];
}

/** Address of the list, or of one project in it, with what the list is narrowed to: the way back leads to the same rows. */
export function usePlanRoute(year: number): (id?: RecordId) => string {
  const [search] = useSearchParams();
  return useCallback(
    (id) => {
      const query = new URLSearchParams(search);
      query.set('year', String(year));
      return `/plan${id === undefined ? '' : `/${id}`}?${query.toString()}`;
    },
    [search, year],
  );
}

/** The document whose approvals are asked for; the same object while the route names the same one. */
export function useApproval(): Approval | null {
  const [search] = useSearchParams();
  const decidedOn = search.get('decidedOn') ?? '';
  const documentNumber = search.get('document');
  return useMemo(() => {
    const day = parseDate(decidedOn);
    return documentNumber !== null && day.ok ? { decidedOn: day.value, documentNumber } : null;
  }, [decidedOn, documentNumber]);
}
