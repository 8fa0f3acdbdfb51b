// Decisions of other offices on items of this station that came after a given line of their journals.

import Dexie from 'dexie';
import { isOwnedBy, type StationId } from '#shared/base/ids';
import type { Noticed } from '#shared/ipc/notices';
import { db, type RowOf } from './db';

/** Offices whose decisions concern this one: the superiors it admitted itself. */
export async function readSuperiors(own: StationId): Promise<readonly StationId[]> {
  const admissions = await db.admissions.toArray();
  return [...new Set(admissions.filter((row) => row.author === own && row.body.relation === 'superior').map((row) => row.body.stationId))];
}

/** An office's decisions by their place in its journal, the newest first. */
export function decisionsOf(author: StationId, limit: number, afterSeq = 0): Promise<RowOf<'decisions'>[]> {
  return db.decisions
    .where('[author+seq]')
    .between([author, afterSeq], [author, Dexie.maxKey], false, true)
    .reverse()
    .limit(limit)
    .toArray();
}

export interface NewDecisions {
  readonly count: number;
  /** Up to which line each superior's decisions have now been seen. */
  readonly seen: Noticed['decisions'];
}

/** More at once are told as so many. */
const MOST = 5000;

export async function readNewDecisions(own: StationId, told: Noticed['decisions']): Promise<NewDecisions> {
  const superiors = await readSuperiors(own);
  const found = await Promise.all(
    superiors.map(async (author) => {
      const before = told.find((one) => one.author === author)?.seq ?? 0;
      const rows = await decisionsOf(author, MOST, before);
      return { author, seq: rows[0]?.seq ?? before, count: rows.filter((row) => isOwnedBy(row.body.planItemId, own)).length };
    }),
  );
  const others = told.filter(({ author }) => !superiors.includes(author));
  return { count: found.reduce((sum, { count }) => sum + count, 0), seen: [...others, ...found.map(({ author, seq }) => ({ author, seq }))] };
}
