// What a batch's plan items and decisions do to the standings and to the sums of plan items: both sides of the join in one
// place, each plan item touched once. Runs inside the caller's transaction, after the rows have been written.

import type { RecordId, StationId } from '#shared/base/ids';
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
  /** Decisions that had no say before may have one now, and a standing does not remember those. */
  anew: boolean;
  readonly dropped: Set<RecordId>;
  readonly added: Candidate[];
}

export interface PlanChanges {
  readonly items: readonly RowChange[];
  readonly decisions: readonly RowChange[];
  /** An office whose region is another now: who may decide on its items, and on whose items it may, is judged anew. */
  readonly moved: StationId | null;
}

export async function joinPlanFigures(
  db: DeskDb,
  { items, decisions, moved }: PlanChanges,
  sums: TallySums,
  regions: Regions,
  memory: Memory | undefined,
): Promise<void> {
  const touched = gather(items, decisions, memory, moved === null ? [] : await itemsConcerned(db, moved));
  await readMissing(db, touched);
  const asked = [...touched].filter(([, { bare }]) => !bare).map(([id]) => id);
  const read = asked.length > 0 ? await db.standings.bulkGet(asked) : [];
  const standings = new Map(asked.map((id, index) => [id, read[index]]));
  const candidates = await candidatesOf(db, touched, standings);
  await regions.load([
    ...[...touched.values()].flatMap(({ before, after }) => (before ?? after)?.author ?? []),
    ...[...candidates.values()].flatMap((all) => all.map(({ author }) => author)),
  ]);
  const mayDecide = regions.mayDecide.bind(regions);

  const put: Standing[] = [];
  const removed: RecordId[] = [];
  for (const [id, { before, after }] of touched) {
    const old = standings.get(id);
    const now = judge(id, candidates.get(id) ?? [], after, mayDecide);
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
  concerned: readonly RecordId[],
): Map<RecordId, Touched> {
  const touched = new Map<RecordId, Touched>();
  for (const { id, before, after, fresh } of items) {
    const bare = fresh && memory !== undefined && !memory.awaited.has(id);
    touched.set(id, { before: before as Item, after: after as Item, unread: false, bare, anew: !after, dropped: new Set(), added: [] });
  }
  const at = (id: RecordId): Touched => {
    let entry = touched.get(id);
    if (!entry) {
      entry = { before: undefined, after: undefined, unread: true, bare: false, anew: false, dropped: new Set(), added: [] };
      touched.set(id, entry);
    }
    return entry;
  };
  for (const { id, before, after } of decisions as readonly (RowChange & DecisionRows)[]) {
    if (before) at(before.body.planItemId).dropped.add(id);
    if (after) at(after.body.planItemId).added.push(candidateOf(after));
  }
  for (const id of concerned) at(id).anew = true;
  return touched;
}

/** Every decision that may have a say: those a standing remembers and what this batch brought, or all that are held. */
async function candidatesOf(
  db: DeskDb,
  touched: ReadonlyMap<RecordId, Touched>,
  standings: ReadonlyMap<RecordId, Standing | undefined>,
): Promise<ReadonlyMap<RecordId, readonly Candidate[]>> {
  const candidates = new Map<RecordId, Candidate[]>();
  for (const [id, { dropped, added, anew }] of touched) {
    const kept = anew ? [] : (standings.get(id)?.candidates.filter(({ decisionId }) => !dropped.has(decisionId)) ?? []);
    candidates.set(id, anew ? [] : [...kept, ...added]);
  }
  const ids = [...touched].filter(([, { anew }]) => anew).map(([id]) => id);
  const rows = ids.length > 0 ? await db.decisions.where('body.planItemId').anyOf(ids).toArray() : [];
  for (const row of rows) candidates.get(row.body.planItemId)?.push(candidateOf(row));
  return candidates;
}

/** Items of this office, and items it has decided on. Ids begin with their owner's, so neither is looked for in all of them. */
async function itemsConcerned(db: DeskDb, office: StationId): Promise<readonly RecordId[]> {
  const owner = office.slice(0, OWNER_PREFIX);
  const [own, decided] = await Promise.all([
    db.planItems.where('id').startsWith(owner).primaryKeys(),
    db.decisions.where('id').startsWith(owner).toArray(),
  ]);
  return [...new Set([...own, ...decided.map(({ body }) => body.planItemId)])];
}

/** Up to the first hyphen of a record id. */
const OWNER_PREFIX = 8;

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
