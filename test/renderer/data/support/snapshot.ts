// Everything the tables hold, in key order, for comparing two projections.

import type { DeskDb } from '../../../../renderer/data/db';

export async function snapshot(db: DeskDb): Promise<Readonly<Record<string, unknown[]>>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of db.tables) tables[table.name] = await table.toArray();
  return tables;
}
