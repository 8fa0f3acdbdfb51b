// Live reads for the review: which items wait, what was said of them, and what a decision must know of its item.

import type { RecordId } from '#shared/base/ids';
import { db, type RowOf, type Standing } from '../../data/db';
import { planItemKeysOfYear } from '../../data/plan-items';

export type ReviewFilter = 'pending' | 'decided' | 'all';

/** Ids of a year's submitted items in order of number, by whether a decision stands for their present revision. */
export async function readReviewKeys(year: number, filter: ReviewFilter): Promise<readonly RecordId[]> {
  const keys = await planItemKeysOfYear(year);
  if (filter === 'all') return keys;
  const decided = new Set((await db.standings.toArray()).filter((standing) => standing.current).map(({ id }) => id));
  return keys.filter((key) => decided.has(key) === (filter === 'decided'));
}

export interface ReviewSubject {
  readonly item: RowOf<'planItems'>;
  readonly buyer: RowOf<'buyers'> | null;
  readonly stationName: string;
  readonly standing: Standing | null;
  /** Every decision on this item, newest first. */
  readonly decisions: readonly RowOf<'decisions'>[];
}

export async function readReviewSubject(id: RecordId): Promise<ReviewSubject | null> {
  const item = await db.planItems.get(id);
  if (item === undefined) return null;
  const [buyer, stations, standing, decisions] = await Promise.all([
    db.buyers.get(item.body.buyerId),
    db.stations.where('body.stationId').equals(item.author).toArray(),
    db.standings.get(id),
    db.decisions.where('body.planItemId').equals(id).toArray(),
  ]);
  return {
    item,
    buyer: buyer ?? null,
    stationName: stations[0]?.body.name ?? item.author,
    standing: standing ?? null,
    decisions: decisions.sort((a, b) => b.seq - a.seq),
  };
}
