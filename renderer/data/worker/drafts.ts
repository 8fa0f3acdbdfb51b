// Drafts against official revisions: a draft is gone once its record's official revision is higher than the one it started
// from. Both directions stand here, so that the two chains may be replayed in any order. Runs inside the caller's transaction.

import type { RecordId } from '#shared/base/ids';
import type { DeskDb, RowOf } from '../db';
import type { Entry } from '../port';
import { DRAFTABLE } from '../tables';
import type { Memory } from './memory';
import { type RowChange, toRow } from './write-rows';

/** Official revisions came: drags away the drafts that were finalised by them. */
export async function dropFinalised(
  db: DeskDb,
  table: string,
  changes: readonly RowChange[],
  memory: Memory | undefined,
): Promise<void> {
  if (!DRAFTABLE.some((kind) => kind === table)) return;
  const suspects = memory ? changes.filter(({ id }) => memory.drafts.has(id)) : changes;
  if (suspects.length === 0) return;
  const drafts = await db.drafts.bulkGet(suspects.map(({ id }) => id));
  const gone = suspects.filter(({ rev }, index) => {
    const draft = drafts[index]?.body;
    return draft?.kind === table && draft.basedOnRev < rev;
  });
  await db.drafts.bulkDelete(gone.map(({ id }) => id));
  for (const { id } of gone) memory?.drafts.delete(id);
}

/** Draft lines came. They all are one author's, so the last one about a record counts. */
export async function writeDrafts(db: DeskDb, entries: readonly Entry[], memory: Memory | undefined): Promise<void> {
  const latest = new Map(entries.map((entry) => [entry.line.id, toRow(entry) as RowOf<'drafts'> | undefined]));
  const alive: RowOf<'drafts'>[] = [];
  const gone = new Set<RecordId>(latest.keys());
  const stones = await db.tombstones.bulkGet([...latest.keys()]);
  const removedRevs = new Map(stones.flatMap((stone) => (stone ? [[stone.id, stone.rev] as const] : [])));
  for (const kind of DRAFTABLE) {
    const drafts = [...latest.values()].filter((row) => row?.body.kind === kind) as RowOf<'drafts'>[];
    if (drafts.length === 0) continue;
    const official = await db.table<{ readonly rev: number }>(kind).bulkGet(drafts.map(({ id }) => id));
    drafts.forEach((draft, index) => {
      const rev = official[index]?.rev ?? removedRevs.get(draft.id) ?? 0;
      if (rev > draft.body.basedOnRev) return;
      alive.push(draft);
      gone.delete(draft.id);
    });
  }
  await db.drafts.bulkPut(alive);
  await db.drafts.bulkDelete([...gone]);
  for (const { id } of alive) memory?.drafts.add(id);
  for (const id of gone) memory?.drafts.delete(id);
}
