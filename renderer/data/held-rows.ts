// Which of many records are there. Page and worker ask it before every save of drafts.

import type { Table } from 'dexie';
import type { RecordId } from '#shared/base/ids';
import type { DeskDb, DraftRow } from './db';

/** From so many ids on the keys of the whole table are read first: a look for each costs more, and a paste asks for what is mostly not there. */
const MANY = 200;
/** Unless the table holds more than so many times what is asked for. */
const MUCH_LARGER = 10;

/** The rows of those ids that are there. */
export async function heldRows<R extends { readonly id: RecordId }>(table: Table<R, RecordId>, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, R>> {
  const asked = ids.length < MANY ? [...ids] : await presentOf(table, ids);
  const rows = asked.length === 0 ? [] : await table.bulkGet(asked);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
}

/** The drafts of these ids, those in the bin among them. */
export async function heldDrafts(db: DeskDb, ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, DraftRow>> {
  const listed = await heldRows(db.drafts, ids);
  const binned = await heldRows(db.bin, ids.filter((id) => !listed.has(id)));
  return new Map([...listed, ...binned]);
}

async function presentOf(table: Table<unknown, RecordId>, ids: readonly RecordId[]): Promise<RecordId[]> {
  const most = ids.length * MUCH_LARGER;
  const keys = await table.toCollection().limit(most).primaryKeys();
  if (keys.length === most) return [...ids];
  const present = new Set(keys);
  return ids.filter((id) => present.has(id));
}
