// Search as screens use it, answered by the data worker.

import type { RecordId } from '#shared/base/ids';
import { ok, type Result } from '#shared/base/result';
import { COUNTED_HITS, type ProjectionFailure, SEARCH_TABLES, type SearchAnswer } from './port';
import { projection } from './start';

/** Every plan item of the year that holds these words, in order of number. */
export async function searchPlanItems(year: number, text: string): Promise<Result<readonly RecordId[], ProjectionFailure>> {
  const answer = await projection().search({ text, tables: ['planItems'], year, limit: Infinity, order: 'listed', whole: true });
  return answer.ok ? ok(answer.value.hits.flatMap(({ ids }) => ids)) : answer;
}

/** The best hits among all records, as far as they have been read. */
export function searchRecords(text: string, limit: number): Promise<Result<SearchAnswer, ProjectionFailure>> {
  return projection().search({ text, tables: SEARCH_TABLES, limit, order: 'best', countTo: COUNTED_HITS, whole: false });
}
