// Which of many records are there. Page and worker ask it before every save of drafts.

import type { Table } from 'dexie';
import type { RecordId } from '#shared/base/ids';
import type { DeskDb, DraftRow } from './db';

/** From so many ids on the keys of a whole table are read at once: a look for each costs more, and a paste asks for what is mostly not there. */
const MANY = 200;

/** The rows of those ids that are there. For tables of no more than some ten thousand rows. */
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
  const present = new Set(await table.toCollection().primaryKeys());
  return ids.filter((id) => present.has(id));
}
