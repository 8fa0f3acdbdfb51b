// Which backups of a shelf have had their time: the ring of seven days, four weeks and three of before a replacement. Pure.

import { todayInShanghai } from '#shared/base/date';
import type { BackupReason } from '#shared/backup/manifest';

const DAYS = 7;
const WEEKS = 4;
const REPLACED = 3;
const WEEK_MS = 7 * 86_400_000;
/** A Monday in Shanghai. */
const SOME_MONDAY_MS = Date.parse('2024-01-01T00:00:00+08:00');

export interface Aged {
  readonly name: string;
  readonly madeAt: string;
  readonly reason: BackupReason;
}

/** The newest of each of the seven latest days that have one, of each of the four latest weeks, and the three latest of before a replacement stay. */
export function expendable(backups: readonly Aged[]): readonly string[] {
  const newestFirst = [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const replaced = newestFirst.filter(({ reason }) => reason === 'replaced').slice(0, REPLACED);
  const regular = newestFirst.filter(({ reason }) => reason !== 'replaced');
  const kept = new Set([
    ...newestOfEach(regular, DAYS, ({ madeAt }) => todayInShanghai(Date.parse(madeAt))),
    ...newestOfEach(regular, WEEKS, ({ madeAt }) => String(Math.floor((Date.parse(madeAt) - SOME_MONDAY_MS) / WEEK_MS))),
    ...replaced,
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

function newestOfEach(newestFirst: readonly Aged[], most: number, periodOf: (backup: Aged) => string): readonly Aged[] {
  const newest = new Map<string, Aged>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!newest.has(period)) newest.set(period, backup);
  }
  return [...newest.values()].slice(0, most);
}
