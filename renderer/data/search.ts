// Search as screens use it: plan items of a year by number, name or pinyin initials, answered by the data worker.

import type { Result } from '#shared/base/result';
import type { ProjectionFailure, SearchHits } from './port';
import { projection } from './start';

/** Hits in order of number. An empty text finds every item of the year. */
export function searchPlanItems(year: number, text: string, limit = 200): Promise<Result<SearchHits, ProjectionFailure>> {
  return projection().search(year, text, limit);
}
