// Reads of plan items that several screens share.

import Dexie from 'dexie';
import type { RecordId } from '#shared/base/ids';
import { db } from './db';

/** Ids of a year's submitted plan items, in order of their number. */
export function planItemKeysOfYear(year: number): Promise<RecordId[]> {
  return db.planItems.where('[body.year+body.number]').between([year, Dexie.minKey], [year, Dexie.maxKey]).primaryKeys();
}
