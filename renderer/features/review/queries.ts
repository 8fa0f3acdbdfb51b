// Live reads for the review: which items wait, what was said of them, and what a decision must know of its item.

import type { RecordId } from '#shared/base/ids';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Standing as ItemStanding } from '#shared/domain/status';
import { findCatalogueItem } from '#shared/policy/catalogue';
import { db, type RowOf, type Standing } from '../../data/db';
import { readRows } from '../../data/paging';
import { planItemKeysOfCategory, planItemKeysOfYear } from '../../data/plan-items';
import { searchPlanItems } from '../../data/search';
import { readDecided, readStandings } from '../../data/standings';

/** 'approved' takes in what was cut. */
export type ReviewFilter = 'pending' | 'decided' | 'approved' | 'returned' | 'refused' | 'all';

export interface ReviewView {
  readonly year: number;
  /** By whether a decision stands for an item's present revision. */
  readonly filter: ReviewFilter;
  /** Words looked for in number, name and initials; '' finds every item. */
  readonly text: string;
  /** Only items of this category of the catalogue; null for all. */
  readonly category: number | null;
}

/** How many items are looked through for one that the filter lets pass, before all are. */
const LOOKED_THROUGH = 5;

/** Ids of the items a view shows, in order of number (of catalogue code within one category); at most `limit` of them unless words are looked for. */
export async function readReviewKeys(view: ReviewView, limit: number): Promise<Result<readonly RecordId[], Failure>> {
  const { year, filter, text, category } = view;
  const keysUpTo = (most: number) => (category === null ? planItemKeysOfYear(year, most) : planItemKeysOfCategory(year, category, most));
  if (text !== '') {
    // Looks again when an item of the year comes or changes: the worker's answer itself is no live read.
    await planItemKeysOfYear(year, 1);
    const hits = await Promise.resolve(searchPlanItems(year, text));
    if (!hits.ok) return hits;
    const inCategory = category === null ? null : new Set(await keysUpTo(Infinity));
    return ok(await passing(hits.value.filter((id) => inCategory?.has(id) !== false), filter));
  }
  if (filter === 'all') return ok(await keysUpTo(limit));
  const some = await keysUpTo(limit * LOOKED_THROUGH);
  const found = await passing(some, filter);
  if (found.length >= limit || some.length < limit * LOOKED_THROUGH) return ok(found.slice(0, limit));
  return ok((await passing(await keysUpTo(Infinity), filter)).slice(0, limit));
}

async function passing(ids: readonly RecordId[], filter: ReviewFilter): Promise<readonly RecordId[]> {
  if (filter === 'all') return ids;
  if (filter === 'pending' || filter === 'decided') {
    const decided = await readDecided(ids);
    return ids.filter((id) => decided.has(id) === (filter === 'decided'));
  }
  const standings = await readStandings(ids);
  return ids.filter((id) => {
    const standing = standings.get(id);
    return standing?.current === true && (standing.outcome === 'cut' ? 'approved' : standing.outcome) === filter;
  });
}

/** What the review list shows of an item. */
export interface ReviewRow {
  readonly id: RecordId;
  readonly buyer: string;
  readonly number: string;
  readonly name: string;
  readonly catalogue: string;
  readonly amountFen: number;
  /** By the decision that stands for the revision held; null while there is none. */
  readonly approvedFen: number | null;
  readonly standing: ItemStanding;
}

export async function readReviewRows(ids: readonly RecordId[]): Promise<readonly ReviewRow[]> {
  const items = await readRows('planItems', ids);
  const [buyers, standings] = await Promise.all([readRows('buyers', [...new Set(items.map(({ body }) => body.buyerId))]), readStandings(ids)]);
  const names = new Map(buyers.map(({ id, body }) => [id, body.name]));
  return items.map(({ id, body }) => {
    const standing = standings.get(id) ?? null;
    return {
      id,
      buyer: names.get(body.buyerId) ?? '',
      number: body.number,
      name: body.name,
      catalogue: findCatalogueItem(body.catalogueVersion, body.catalogueCode)?.name ?? body.catalogueCode,
      amountFen: body.amountFen,
      approvedFen: standing?.current === true ? standing.approvedFen : null,
      standing: seenFromHere(standing),
    };
  });
}

/** Seen from the finance office: an item that is held is received, until a decision stands. */
export function seenFromHere(standing: Standing | null): ItemStanding {
  return standing?.current === true ? { word: 'decided', outcome: standing.outcome, editing: false } : { word: 'received', editing: false };
}

/** What a decision is judged by. */
export interface DecisionSubject {
  readonly item: RowOf<'planItems'>;
  readonly buyer: RowOf<'buyers'> | null;
  /** Every decision on this item, newest first. */
  readonly decisions: readonly RowOf<'decisions'>[];
}

/** Of many items at once, in their order; items that are not there are left out. */
export async function readDecisionSubjects(ids: readonly RecordId[]): Promise<readonly DecisionSubject[]> {
  const items = (await db.planItems.bulkGet([...ids])).filter((row) => row !== undefined);
  const buyerIds = [...new Set(items.map((row) => row.body.buyerId))];
  const [buyers, decisions] = await Promise.all([
    db.buyers.bulkGet(buyerIds),
    db.decisions.where('body.planItemId').anyOf([...ids]).toArray(),
  ]);
  const buyerOf = new Map(buyers.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
  const decisionsOf = new Map<RecordId, RowOf<'decisions'>[]>(ids.map((id) => [id, []]));
  for (const row of decisions.sort((a, b) => b.seq - a.seq)) decisionsOf.get(row.body.planItemId)?.push(row);
  return items.map((item) => ({
    item,
    buyer: buyerOf.get(item.body.buyerId) ?? null,
    decisions: decisionsOf.get(item.id) ?? [],
  }));
}

export interface ReviewSubject extends DecisionSubject {
  readonly stationName: string;
  readonly standing: Standing | null;
}

export async function readReviewSubject(id: RecordId): Promise<ReviewSubject | null> {
  const [subject] = await readDecisionSubjects([id]);
  if (subject === undefined) return null;
  const [stations, standing] = await Promise.all([
    db.stations.where('body.stationId').equals(subject.item.author).toArray(),
    db.standings.get(id),
  ]);
  return { ...subject, stationName: stations[0]?.body.name ?? subject.item.author, standing: standing ?? null };
}

/** Names of all buyers by their record id. */
export async function readBuyerNames(): Promise<ReadonlyMap<string, string>> {
  const buyers = await db.buyers.toArray();
  return new Map(buyers.map((row) => [row.id, row.body.name]));
}
