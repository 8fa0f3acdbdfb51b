// Which pages have been opened at this station, for the first-run path alone. Losing it costs a tick, nothing else.

import type { StationId } from '#shared/base/ids';

export type VisitedPage = 'catalogue' | 'summary';

export function markVisited(station: StationId, page: VisitedPage): void {
  localStorage.setItem(keyOf(station, page), '1');
}

export function wasVisited(station: StationId, page: VisitedPage): boolean {
  return localStorage.getItem(keyOf(station, page)) !== null;
}

function keyOf(station: StationId, page: VisitedPage): string {
  return `visited/${station}/${page}`;
}
