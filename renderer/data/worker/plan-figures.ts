// What a batch's plan items and decisions do to the standings and to the sums of plan items: both sides of the join in one
// place, each plan item touched once. Runs inside the caller's transaction, after the rows have been written.

import type { RecordId } from '#shared/base/ids';
import type { Candidate, DeskDb, RowOf, Standing } from '../db';
import type { Memory } from './memory';
import type { Regions } from './regions';
import { candidateOf, judge } from './standings';
import type { TallySums } from './tally-sums';
import type { RowChange } from './write-rows';

type Item = RowOf<'planItems'> | undefined;

interface Touched {
  before: Item;
  after: Item;
  /** The item's row was neither read nor written yet: a decision touched it alone. */
  unread: boolean;
  /** Known to have no standing yet. */
  bare: boolean;
  readonly dropped: Set<RecordId>;
  readonly added: Candidate[];
}

export async function joinPlanFigures(
  db: DeskDb,
  items: readonly RowChange[],
  decisions: readonly RowChange[],
  sums: TallySums,
  regions: Regions,
  memory: Memory | undefined,
): Promise<void> {
  const touched = gather(items, decisions, memory);
  await readMissing(db, touched);
  await regions.load([...touched.values()].flatMap(({ before, after }) => (before ?? after)?.author ?? []));
  const asked = [...touched].filter(([, { bare }]) => !bare).map(([id]) => id);
  const read = asked.length > 0 ? await db.standings.bulkGet(asked) : [];
  const standings = new Map(asked.map((id, index) => [id, read[index]]));

  const put: Standing[] = [];
  const removed: RecordId[] = [];
  for (const [id, { before, after, dropped, added }] of touched) {
    const old = standings.get(id);
    const kept = old?.candidates.filter(({ decisionId }) => !dropped.has(decisionId)) ?? [];
    const now = judge(id, [...kept, ...added], after);
    if (before) sums.planItem(before, old, -1);
    if (after) sums.planItem(after, now, 1);
    if (now) put.push(now);
    else if (old) removed.push(id);
    if (now?.awaitsItem) memory?.awaited.add(id);
    else memory?.awaited.delete(id);
  }
  if (put.length > 0) await db.standings.bulkPut(put);
  if (removed.length > 0) await db.standings.bulkDelete(removed);
}

function gather(
  items: readonly RowChange[],
  decisions: readonly RowChange[],
  memory: Memory | undefined,
): Map<RecordId, Touched> {
  const touched = new Map<RecordId, Touched>();
  for (const { id, before, after, fresh } of items) {
    const bare = fresh && memory !== undefined && !memory.awaited.has(id);
    touched.set(id, { before: before as Item, after: after as Item, unread: false, bare, dropped: new Set(), added: [] });
  }
  const at = (id: RecordId): Touched => {
    let entry = touched.get(id);
    if (!entry) {
      entry = { before: undefined, after: undefined, unread: true, bare: false, dropped: new Set(), added: [] };
      touched.set(id, entry);
    }
    return entry;
  };
  for (const { id, before, after } of decisions as readonly (RowChange & DecisionRows)[]) {
    if (before) at(before.body.planItemId).dropped.add(id);
    if (after) at(after.body.planItemId).added.push(candidateOf(after));
  }
  return touched;
}

interface DecisionRows {
  readonly before: RowOf<'decisions'> | undefined;
  readonly after: RowOf<'decisions'> | undefined;
}

async function readMissing(db: DeskDb, touched: Map<RecordId, Touched>): Promise<void> {
  const ids = [...touched].filter(([, { unread }]) => unread).map(([id]) => id);
  if (ids.length === 0) return;
  const rows = await db.planItems.bulkGet(ids);
  ids.forEach((id, index) => {
    const entry = touched.get(id);
    if (entry) entry.before = entry.after = rows[index];
  });
}
