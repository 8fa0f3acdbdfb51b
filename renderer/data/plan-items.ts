// Reads of plan items that several screens share.

import Dexie from 'dexie';
import type { RecordId, StationId } from '#shared/base/ids';
import { db, type RowOf } from './db';

/** The part of a record id that is the same in all records of one office: see ids.ts. */
const OWNER_CHARACTERS = 18;

/** Ids of a year's submitted plan items, in order of their number. */
export function planItemKeysOfYear(year: number, limit = Infinity): Promise<RecordId[]> {
  return ofYear(year).limit(limit).primaryKeys();
}

/** One office's submitted plan items of a year, in order of their number. */
export function planItemsOfOffice(author: StationId, year: number): Promise<RowOf<'planItems'>[]> {
  return ofYear(year).filter((row) => row.author === author).toArray();
}

/** Ids of a year's submitted plan items of one category, in order of their catalogue code. */
export function planItemKeysOfCategory(year: number, category: number, limit = Infinity): Promise<RecordId[]> {
  return db.planItems
    .where('[body.year+body.catalogueCode]')
    .between([year, `${String(category)}.`], [year, `${String(category)}.\uffff`])
    .limit(limit)
    .primaryKeys();
}

/** A buyer's submitted plan items of a year, in order of their number. An office prepares for its own buyers only, so their ids have one owner. */
export async function planItemsOfBuyer(buyer: RecordId, year: number): Promise<RowOf<'planItems'>[]> {
  const rows = await db.planItems.where('id').startsWith(buyer.slice(0, OWNER_CHARACTERS)).filter(({ body }) => body.year === year && body.buyerId === buyer).toArray();
  return rows.sort((a, b) => (a.body.number < b.body.number ? -1 : a.body.number > b.body.number ? 1 : 0));
}

function ofYear(year: number) {
  return db.planItems.where('[body.year+body.number]').between([year, Dexie.minKey], [year, Dexie.maxKey]);
}
