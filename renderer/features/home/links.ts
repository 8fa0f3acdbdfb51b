// Where each figure of the home page leads: the list of the records behind it, filtered as the figure is counted.

import type { Category, Place } from '../../data/tally-layout';

/** 'received': everything held here, through the review list. 'own': what this station prepared, through its plan. */
export type View = 'received' | 'own';

/** 'submitted': every official item, decided or not. */
export type Standing = 'submitted' | 'pending' | 'decided' | 'approved' | 'returned';

export function planLink(view: View, year: number, standing: Standing, category?: Category): string {
  // The review list holds nothing but what was submitted.
  if (view === 'received') return address('/review', { year, filter: standing === 'submitted' ? 'all' : standing, category });
  return address('/plan', { year, filter: standing, category });
}

export function planDraftsLink(year: number): string {
  return address('/plan', { year, filter: 'draft' });
}

/** `onlyOwn`: without what other offices signed. */
export function recordLink(area: 'contracts' | 'acceptances', year: number, onlyOwn: boolean, category?: Place): string {
  return address(`/${area}`, { year, category, own: onlyOwn ? 1 : undefined });
}

function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `${path}?${search.toString()}`;
}
