// Asking a projection in tests: what it found of one table, as rows.

import type { DeskDb, Row } from '../../../../renderer/data/db';
import type { ProjectionPort, SearchAnswer, SearchQuestion, SearchTable } from '../../../../renderer/data/port';

export async function ask(projection: ProjectionPort, question: Partial<SearchQuestion>): Promise<SearchAnswer> {
  const answer = await projection.search({ text: '', tables: ['planItems'], limit: Infinity, order: 'best', whole: true, ...question });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

export async function rowsFound(db: DeskDb, projection: ProjectionPort, table: SearchTable, question: Partial<SearchQuestion>): Promise<readonly Row[]> {
  const { hits } = await ask(projection, { ...question, tables: [table] });
  const rows = await db.table<Row>(table).bulkGet([...(hits[0]?.ids ?? [])]);
  return rows.flatMap((row) => row ?? []);
}
