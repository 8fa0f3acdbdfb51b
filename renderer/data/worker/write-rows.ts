// Puts a batch's lines of one table into its rows and says what changed. A record's higher revision wins, whatever comes
// first; a removal leaves a tombstone with its revision. It runs inside the caller's transaction.

import type { RecordId } from '#shared/base/ids';
import type { Table } from 'dexie';
import type { TableName } from '#shared/domain/registry';
import type { DeskDb, Revision, Row, Tombstone } from '../db';
import type { Entry } from '../port';
import { REVISED } from '../tables';
import { markOf, type Memory } from './memory';

/** What became of one record in this batch. `fresh`: taken as new without reading, so nothing was there before. */
export interface RowChange {
  readonly id: RecordId;
  readonly rev: number;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  readonly fresh: boolean;
}

/**
 * With a run's memory a first revision is taken as new without looking. Where the memory cannot be certain, the row is
 * added rather than put (which costs the store a look of its own): should it be there after all, the transaction fails with
 * a ConstraintError and the batch is applied again without memory, every line looked at.
 */
export async function writeRows(
  db: DeskDb,
  table: Table<Row, RecordId>,
  entries: readonly Entry[],
  memory: Memory | undefined,
): Promise<readonly RowChange[]> {
  const latest = new Map<RecordId, Entry>();
  for (const entry of entries) {
    const { id, rev } = entry.line;
    if (rev > (latest.get(id)?.line.rev ?? 0)) latest.set(id, entry);
  }
  const fresh = freshOf(latest, memory);
  const asked = [...latest.keys()].filter((id) => !fresh.has(id));
  const rows = asked.length > 0 ? await table.bulkGet(asked) : [];
  const stones = asked.length > 0 ? await db.tombstones.bulkGet(asked) : [];
  const held = new Map(asked.map((id, index) => [id, { row: rows[index], stone: stones[index] }]));

  const changes: RowChange[] = [];
  const stoned: Tombstone[] = [];
  const unstoned: RecordId[] = [];
  for (const [id, entry] of latest) {
    const { row, stone } = held.get(id) ?? {};
    const { rev } = entry.line;
    if (rev <= (row?.rev ?? stone?.rev ?? 0)) continue;
    const after = toRow(entry);
    if (!after) {
      stoned.push({ id, rev, table: table.name });
      memory?.removed.add(id);
    }
    if (after && stone) unstoned.push(id);
    changes.push({ id, rev, before: row, after, fresh: fresh.has(id) });
  }
  await write(table, changes, memory?.seen !== undefined);
  if (REVISED.some((name) => name === table.name)) {
    const former = supersededOf(table.name as TableName, entries, held);
    if (former.length > 0) await db.revisions.bulkPut(former);
  }
  if (stoned.length > 0) await db.tombstones.bulkPut(stoned);
  if (unstoned.length > 0) await db.tombstones.bulkDelete(unstoned);
  return changes;
}

interface Held {
  readonly row: Row | undefined;
  readonly stone: Tombstone | undefined;
}

/** Every row that was the record's latest before one of these lines, those that came and went within the batch included. */
function supersededOf(table: TableName, entries: readonly Entry[], held: ReadonlyMap<RecordId, Held>): Revision[] {
  const former: Revision[] = [];
  const latest = new Map<RecordId, { readonly rev: number; readonly row: () => Row | undefined }>();
  for (const entry of entries) {
    const { id, rev } = entry.line;
    const { row, stone } = held.get(id) ?? {};
    const before = latest.get(id) ?? { rev: row?.rev ?? stone?.rev ?? 0, row: () => row };
    if (rev <= before.rev) continue;
    const superseded = before.row();
    if (superseded) former.push({ ...superseded, table, ordinal: superseded.rev });
    latest.set(id, { rev, row: () => toRow(entry) });
  }
  return former;
}

function freshOf(latest: ReadonlyMap<RecordId, Entry>, memory: Memory | undefined): ReadonlySet<RecordId> {
  const fresh = new Set<RecordId>();
  if (!memory) return fresh;
  for (const [id, { line }] of latest) {
    const mark = markOf(id);
    const known = memory.removed.has(id) || memory.seen?.has(mark) === true;
    if (!known && line.op === 'put' && line.rev === 1) fresh.add(id);
    memory.seen?.add(mark);
  }
  return fresh;
}

async function write(table: Table<Row, RecordId>, changes: readonly RowChange[], certain: boolean): Promise<void> {
  const added: Row[] = [];
  const put: Row[] = [];
  const removed: RecordId[] = [];
  for (const { id, before, after, fresh } of changes) {
    if (after) (fresh && !certain ? added : put).push(after);
    else if (before) removed.push(id);
  }
  if (added.length > 0) await table.bulkAdd(added);
  if (put.length > 0) await table.bulkPut(put);
  if (removed.length > 0) await table.bulkDelete(removed);
}

/** Undefined for a removal. */
export function toRow({ line, hash }: Entry): Row | undefined {
  if (line.op === 'remove') return undefined;
  const { id, author, seq, rev, at, by, body } = line;
  return { id, author, seq, rev, hash, at, by, body };
}
