// Rows for virtual lists: the keys of a whole list once by index, the rows of what is visible by key, a page of 50 at a
// time. Paging by offset would walk everything before it.

import { useState } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { TableName } from '#shared/domain/registry';
import { db, type RowOf } from './db';
import { useLive } from './live';

export const PAGE_ROWS = 50;
const MAX_CACHED_ROWS = 2000;
/** Enough to draw any first screen while the rest of a long list's keys is read. */
const FIRST_KEYS = 200;
const FIRST_PLACES = { from: 0, to: PAGE_ROWS };

export interface KeyPage<T extends TableName> {
  /** undefined while the keys load. */
  readonly keys: readonly RecordId[] | undefined;
  /** False while only the first keys of a long list have come. */
  readonly whole: boolean;
  /** Keys of the rows on screen and near it: what else belongs to these rows is read by them. */
  readonly visible: readonly RecordId[];
  /** The row at a place of the list; undefined while its page loads, or when it was removed just now. */
  readonly rowAt: (index: number) => RowOf<T> | undefined;
  /** Tells which places are visible (both inclusive); call it when the virtual list's range changes. */
  readonly show: (first: number, last: number) => void;
}

/**
 * `readKeys` reads at most `limit` primary keys in list order (`.limit(limit).primaryKeys()` over an index) and runs again
 * when they change. It is asked for the first few, then for all; one that cannot stop early may ignore the limit. Everything
 * it closes over stands in `deps`, as plain values.
 */
export function useKeyPage<T extends TableName>(
  table: T,
  readKeys: (limit: number) => Promise<readonly RecordId[]>,
  deps: readonly unknown[],
): KeyPage<T> {
  const [cache] = useState(() => new Map<RecordId, RowOf<T>>());
  const { keys, whole } = useKeys(readKeys, deps, cache);
  const [range, setRange] = useState(FIRST_PLACES);
  // The places may be of a longer list that was shown before.
  const shown = range.from < (keys?.length ?? 0) ? range : FIRST_PLACES;
  const visible = keys?.slice(shown.from, shown.to) ?? [];
  // A fresh object each time, so that rows that changed in the cache are drawn.
  useLive(async () => ({ rows: remember(cache, await readRows(table, visible)) }), [table, visible.join()]);

  return {
    keys,
    whole,
    visible,
    rowAt: (index) => {
      const key = keys?.[index];
      return key === undefined ? undefined : cache.get(key);
    },
    show: (first, last) => {
      const from = Math.floor(Math.max(first, 0) / PAGE_ROWS) * PAGE_ROWS;
      const to = (Math.floor(Math.max(last, first, 0) / PAGE_ROWS) + 1) * PAGE_ROWS;
      setRange((held) => (held.from === from && held.to === to ? held : { from, to }));
    },
  };
}

function useKeys(
  readKeys: (limit: number) => Promise<readonly RecordId[]>,
  deps: readonly unknown[],
  drawn: ReadonlyMap<RecordId, unknown>,
): Pick<KeyPage<TableName>, 'keys' | 'whole'> {
  // A live result outlives a change of deps until the next one comes; the tag tells whose it is.
  const tag = deps.map(String).join('\u0000');
  const first = useLive(async () => ({ tag, keys: await readKeys(FIRST_KEYS) }), [tag]);
  const long = first?.tag === tag && first.keys.length === FIRST_KEYS;
  // The browser answers one question after the other: the first rows must not stand behind all keys. Once begun it goes on.
  const [begun, setBegun] = useState<string | null>(null);
  if (long && begun !== tag && first.keys.some((key) => drawn.has(key))) setBegun(tag);
  const wanted = long && begun === tag;
  const all = useLive(async () => (wanted ? { tag, keys: await readKeys(Infinity) } : undefined), [tag, wanted]);
  if (long && all?.tag === tag) return { keys: all.keys, whole: true };
  return { keys: first?.keys, whole: first?.tag === tag && !long };
}

/** Rows by key in the order of the keys, without those that are not there. */
export async function readRows<T extends TableName>(table: T, keys: readonly RecordId[]): Promise<readonly RowOf<T>[]> {
  const rows = await db.table<RowOf<T>, RecordId>(table).bulkGet([...keys]);
  return rows.filter((row) => row !== undefined);
}

function remember<T extends TableName>(cache: Map<RecordId, RowOf<T>>, rows: readonly RowOf<T>[]): number {
  for (const row of rows) {
    cache.delete(row.id);
    cache.set(row.id, row);
  }
  for (const key of cache.keys()) {
    if (cache.size <= MAX_CACHED_ROWS) break;
    cache.delete(key);
  }
  return rows.length;
}
