// Drafts as their lines leave them: the latest state in the list or in the bin, the states before it among the revisions. A
// draft is gone once its record's official revision is higher than the one it started from. Both directions stand here, so that
// the two chains may be replayed in any order and in batches of any size. Runs inside the caller's transaction.
//
// The lines of a draft since it was begun on one official revision are a run: it lives and dies as a whole, and a line based on
// another revision begins a new one. So there are revisions of a draft only while there is the draft, and all of its run. Of a
// run the states on either side of a step are kept: not what typing in one field passed through, nor what undo went back through.

import type { RecordId } from '#shared/base/ids';
import type { DeskDb, DraftRow, Revision, Row, RowOf } from '../db';
import { heldDrafts, heldRows } from '../held-rows';
import type { Entry } from '../port';
import { DRAFTABLE } from '../tables';
import type { Memory } from './memory';
import { type RowChange, toRow } from './write-rows';

/** Kept states of one draft: more than twice the fifty steps that can be undone, each with the state it left. */
export const KEPT_STATES = 100;

/** Official revisions came: drags away the drafts that were finalised by them. */
export async function dropFinalised(
  db: DeskDb,
  table: string,
  changes: readonly RowChange[],
  memory: Memory | undefined,
): Promise<void> {
  if (!DRAFTABLE.some((kind) => kind === table)) return;
  const suspects = memory ? changes.filter(({ id }) => memory.drafts.has(id)) : changes;
  const held = await heldDrafts(db, suspects.map(({ id }) => id));
  const gone = suspects.flatMap(({ id, rev }) => {
    const draft = held.get(id);
    return draft?.body.kind === table && draft.body.basedOnRev < rev ? [draft] : [];
  });
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id);
  await Promise.all([db.drafts.bulkDelete(ids), db.bin.bulkDelete(ids), db.revisions.bulkDelete(gone.flatMap(keysBefore))]);
  for (const id of ids) memory?.drafts.delete(id);
}

/** Draft lines came. They all are one author's, in their order. */
export async function writeDrafts(db: DeskDb, entries: readonly Entry[], memory: Memory | undefined): Promise<void> {
  const ids = [...new Set(entries.map(({ line }) => line.id))];
  const held = await heldDrafts(db, memory ? ids.filter((id) => memory.drafts.has(id)) : ids);
  const runs = new Map(ids.map((id) => [id, new Run(held.get(id))]));
  for (const entry of entries) runs.get(entry.line.id)?.take(entry);
  const outranked = await outrankedOf(db, [...runs.values()].flatMap(({ row }) => row ?? []));

  const out = { drafts: [] as DraftRow[], bin: [] as DraftRow[], revisions: [] as Revision[] };
  const lost = { drafts: [] as RecordId[], bin: [] as RecordId[], revisions: [] as RevisionKey[] };
  for (const [id, run] of runs) {
    const before = held.get(id);
    const after = run.row && !outranked.has(id) ? run.row : undefined;
    if (after) out[after.body.binned ? 'bin' : 'drafts'].push(after);
    if (before && (!after || before.body.binned !== after.body.binned)) lost[before.body.binned ? 'bin' : 'drafts'].push(id);
    if (after) out.revisions.push(...run.former.slice(-KEPT_STATES));
    const oldest = after && run.goesOn ? after.ordinal - KEPT_STATES : Infinity;
    if (before) lost.revisions.push(...keysBefore(before).filter(([, , ordinal]) => ordinal < oldest));
    if (after) memory?.drafts.add(id);
    else memory?.drafts.delete(id);
  }
  // What is lost goes first: a new run writes over the places of the old one.
  if (lost.revisions.length > 0) await db.revisions.bulkDelete(lost.revisions);
  await Promise.all([
    out.drafts.length > 0 && db.drafts.bulkPut(out.drafts),
    out.bin.length > 0 && db.bin.bulkPut(out.bin),
    out.revisions.length > 0 && db.revisions.bulkPut(out.revisions),
    lost.drafts.length > 0 && db.drafts.bulkDelete(lost.drafts),
    lost.bin.length > 0 && db.bin.bulkDelete(lost.bin),
  ]);
}

type RevisionKey = [table: 'drafts', id: RecordId, ordinal: number];

/** Keys of all kept states before this one. */
function keysBefore({ id, ordinal }: DraftRow): RevisionKey[] {
  const first = Math.max(1, ordinal - KEPT_STATES);
  return Array.from({ length: ordinal - first }, (_, index) => ['drafts', id, first + index]);
}

/** One draft while its lines are taken in. */
class Run {
  row: DraftRow | undefined;
  /** States superseded since, of the present run. */
  former: Revision[] = [];
  /** True while the run is still the one that was held. */
  goesOn = true;

  constructor(held: DraftRow | undefined) {
    this.row = held;
  }

  take(entry: Entry): void {
    const next = toRow(entry) as RowOf<'drafts'> | undefined;
    const before = this.row;
    if (!next || !before || next.body.kind !== before.body.kind || next.body.basedOnRev !== before.body.basedOnRev) {
      this.goesOn = false;
      this.former = [];
      this.row = next && { ...next, ordinal: 1 };
      return;
    }
    const kept = isKept(before.body.step, next.body.step);
    if (kept) this.former.push({ ...before, table: 'drafts' });
    this.row = { ...next, ordinal: before.ordinal + (kept ? 1 : 0) };
  }
}

type Step = RowOf<'drafts'>['body']['step'];

/** Whether a state is worth keeping once the next one came: see the head of this file. */
function isKept(step: Step, next: Step): boolean {
  if (step === undefined || next === undefined) return true;
  return step.id !== next.id && (step.kind === 'do' || next.kind === 'do');
}

/** Ids of those whose record's official revision, or its removal, is above the one they started from. */
async function outrankedOf(db: DeskDb, drafts: readonly DraftRow[]): Promise<ReadonlySet<RecordId>> {
  const outranked = new Set<RecordId>();
  if (drafts.length === 0) return outranked;
  const removed = await heldRows(db.tombstones, drafts.map(({ id }) => id));
  for (const kind of DRAFTABLE) {
    const ofKind = drafts.filter(({ body }) => body.kind === kind);
    if (ofKind.length === 0) continue;
    const official = await heldRows(db.table<Row, RecordId>(kind), ofKind.map(({ id }) => id));
    for (const { id, body } of ofKind) {
      const stone = removed.get(id);
      // A removed record of another kind says nothing about this draft, whichever came first.
      const removedRev = stone?.table === kind ? stone.rev : 0;
      if ((official.get(id)?.rev ?? removedRev) > body.basedOnRev) outranked.add(id);
    }
  }
  return outranked;
}
