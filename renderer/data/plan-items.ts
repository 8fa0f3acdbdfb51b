// Reads of plan items that several screens share.

import Dexie from 'dexie';
import type { RecordId, StationId } from '#shared/base/ids';
import { db, type RowOf } from './db';

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

function ofYear(year: number) {
  return db.planItems.where('[body.year+body.number]').between([year, Dexie.minKey], [year, Dexie.maxKey]);
}
