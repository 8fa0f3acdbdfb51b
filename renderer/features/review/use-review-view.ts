// Which items the review list shows: kept in the route, so that it survives opening an item and coming back.

import { useSearchParams } from 'react-router';
import type { ReviewFilter } from './queries';

export const FILTERS: readonly { readonly value: ReviewFilter; readonly label: string }[] = [
  { value: 'pending', label: '待审定' },
  { value: 'decided', label: '已批复' },
  { value: 'approved', label: '同意和核减' },
  { value: 'returned', label: '退回' },
  { value: 'refused', label: '不予同意' },
  { value: 'all', label: '全部' },
];

interface RouteView {
  readonly filter: ReviewFilter;
  /** Words looked for; '' finds all. */
  readonly text: string;
}

export function useReviewView(): readonly [view: RouteView, change: (next: Partial<RouteView>) => void] {
  const [search, setSearch] = useSearchParams();
  const filter = FILTERS.find(({ value }) => value === search.get('filter'))?.value ?? 'pending';
  const change = (next: Partial<RouteView>) => {
    setSearch(
      (held) => {
        for (const [name, value] of Object.entries(next)) held.set(name, value);
        return held;
      },
      { replace: true },
    );
  };
  return [{ filter, text: search.get('text') ?? '' }, change];
}
