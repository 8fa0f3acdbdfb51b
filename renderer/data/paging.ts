// Rows for virtual lists: the keys of a whole list once by index, the rows of what is visible by key, a page of 50 at a
// time. Paging by offset would walk everything before it.

import { useState } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { TableName } from '#shared/domain/registry';
import { db, type RowOf } from './db';
import { useLive } from './live';

export const PAGE_ROWS = 50;
const MAX_CACHED_ROWS = 2000;

export interface KeyPage<T extends TableName> {
  /** undefined while the keys load. */
  readonly keys: readonly RecordId[] | undefined;
  /** The row at a place of the list; undefined while its page loads, or when it was removed just now. */
  readonly rowAt: (index: number) => RowOf<T> | undefined;
  /** Tells which places are visible (both inclusive); call it when the virtual list's range changes. */
  readonly show: (first: number, last: number) => void;
}

/**
 * `readKeys` reads primary keys in list order (`.primaryKeys()` over an index) and runs again when they change. Everything
 * it closes over stands in `deps`.
 */
export function useKeyPage<T extends TableName>(
  table: T,
  readKeys: () => Promise<readonly RecordId[]>,
  deps: readonly unknown[],
): KeyPage<T> {
  const keys = useLive(readKeys, deps) as readonly RecordId[] | undefined;
  const [range, setRange] = useState({ from: 0, to: PAGE_ROWS });
  const visible = keys?.slice(range.from, range.to) ?? [];
  const [cache] = useState(() => new Map<RecordId, RowOf<T>>());
  // A fresh object each time, so that rows that changed in the cache are drawn.
  useLive(async () => ({ rows: remember(cache, await readRows(table, visible)) }), [table, visible.join()]);

  return {
    keys,
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
