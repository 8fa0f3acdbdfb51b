// The only way to write: check, let the main process append and fsync, then put the rows in place. A save resolves when
// the rows can be read. Saves keep their order. It never touches the tables itself.

import type { RecordId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Draft } from '#shared/domain/draft';
import { type Chain, RECORD_KINDS, type RecordOf, type TableName } from '#shared/domain/registry';
import type { Change, WrittenLine } from '#shared/ipc/contract';
import { callDesk } from '../bridge/desk';
import { checkChanges } from './check-changes';
import { db } from './db';
import { heldDrafts } from './held-rows';
import { applyWritten, recheck } from './start';
import { isTableError } from './table-error';

export type DraftKind = Draft['kind'];

export interface Saved {
  /** One line per change, in their order. */
  readonly lines: readonly WrittenLine[];
  /** False when the lines are safely written but the tables could not follow; the sync state then says why. */
  readonly shown: boolean;
}
export type SaveResult = Result<Saved, Failure>;

/** Writes the changes under one fsync, all or nothing, and shows them. */
export function commit(chain: Chain, changes: readonly Change[]): Promise<SaveResult> {
  return inOrder(() => write(chain, changes));
}

/** Writes a record's next revision into its own chain. */
export function putRecord<T extends TableName>(table: T, id: RecordId, body: RecordOf<T>): Promise<SaveResult> {
  return inOrder(async () => {
    const rev = (await heldRev(table, id)) + 1;
    return write(RECORD_KINDS[table].chain, [putChange(table, id, rev, body)]);
  });
}

/** Keeps an unfinished form. `basedOnRev` is the official revision the form was opened from, 0 for none. */
export function saveDraft(id: RecordId, draft: Draft): Promise<SaveResult> {
  return putRecord('drafts', id, draft);
}

export interface DraftToSave {
  readonly id: RecordId;
  readonly draft: Draft;
}

/** Keeps many unfinished forms under one fsync; `choose` sees every save before this one and none after. */
export function saveDrafts(choose: () => Promise<readonly DraftToSave[]>): Promise<SaveResult> {
  return inOrder(async () => {
    const drafts = await choose();
    if (drafts.length === 0) return ok({ lines: [], shown: true });
    const held = await heldDrafts(db, drafts.map(({ id }) => id));
    // A draft that is gone begins again at 1: which states are kept goes by the order of the lines.
    return write('working', drafts.map(({ id, draft }) => putChange('drafts', id, (held.get(id)?.rev ?? 0) + 1, draft)));
  });
}

export interface Finalised<T extends DraftKind = DraftKind> {
  readonly table: T;
  readonly id: RecordId;
  readonly body: RecordOf<T>;
  /** The official revision the form was opened from, 0 for none. */
  readonly basedOnRev: number;
}

/**
 * 定稿: writes official revisions under one fsync; their drafts vanish with them. Refused with 'record.changed-meanwhile'
 * when one of the records is no longer at the revision its form was opened from.
 */
export function finalise(records: readonly Finalised[]): Promise<SaveResult> {
  return inOrder(async () => {
    const changes: Change[] = [];
    for (const { table, id, body, basedOnRev } of records) {
      if ((await heldRev(table, id)) !== basedOnRev) return failure('record.changed-meanwhile', { table, id });
      changes.push(putChange(table, id, basedOnRev + 1, body));
    }
    return write('official', changes);
  });
}

let last: Promise<unknown> = Promise.resolve();

function inOrder(task: () => Promise<SaveResult>): Promise<SaveResult> {
  const run = last.then(task).catch((error: unknown): SaveResult => {
    // Before a save is sent its record's revision is read; where the tables cannot be read nothing was written.
    if (!isTableError(error)) throw error;
    void recheck();
    return failure('projection.storage');
  });
  last = run.catch(() => undefined);
  return run;
}

async function write(chain: Chain, changes: readonly Change[]): Promise<SaveResult> {
  const checked = checkChanges(chain, changes);
  if (!checked.ok) return checked;
  const written = await callDesk('commit', { chain, changes: [...changes] });
  if (!written.ok) return written;
  const { lines, head } = written.value;
  return ok({ lines, shown: await applyWritten(head, changes, lines) });
}

async function heldRev(table: TableName, id: RecordId): Promise<number> {
  if (table === 'drafts') return (await heldDrafts(db, [id])).get(id)?.rev ?? 0;
  const row = await db[table].get(id);
  return row?.rev ?? (await db.tombstones.get(id))?.rev ?? 0;
}

function putChange(table: TableName, id: RecordId, rev: number, body: object): Change {
  return { op: 'put', table, id, rev, body: body as Extract<Change, { op: 'put' }>['body'] };
}
