// Reads of where plan items stand by decision, for lists of any length. Which decision stands is judged in the worker.

import type { RecordId } from '#shared/base/ids';
import { db, type Standing } from './db';

/** Up to here reading the rows is cheaper than reading all keys. */
const FEW = 1000;

/** Which of these plan items have a decision that stands for their present revision. Of many, only keys are read. */
export async function readDecided(ids: readonly RecordId[]): Promise<ReadonlySet<RecordId>> {
  if (ids.length <= FEW) {
    const rows = await db.standings.bulkGet([...ids]);
    return new Set(rows.flatMap((row) => (row?.current === true ? row.id : [])));
  }
  const [all, stale] = await Promise.all([
    db.standings.toCollection().primaryKeys(),
    db.standings.where('stale').equals(1).primaryKeys(),
  ]);
  const decided = new Set(all);
  for (const id of stale) decided.delete(id);
  return decided;
}

/** Standings of these plan items; one without a decision is not in it. */
export async function readStandings(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Standing>> {
  const rows = await db.standings.bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}
