// Rows for virtual lists: the keys of a whole list once by index, what is shown of the visible rows by key, a page of 50 at a
// time. Paging by offset would walk everything before it.

import { useEffect, useState } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { TableName } from '#shared/domain/registry';
import { db, type RowOf } from './db';
import { useLive } from './live';
import { followPlaces } from './places';

export const PAGE_ROWS = 50;
const MAX_CACHED_ROWS = 2000;
/** Enough to draw any first screen while the rest of a long list's keys is read. */
const FIRST_KEYS = 200;
const FIRST_PLACES = { from: 0, to: PAGE_ROWS };

/** What a list shows of a record; plain values, compared as JSON. */
export interface ListRow {
  readonly id: RecordId;
}

export interface KeyPage<Shown extends ListRow> {
  /** undefined while the keys load. */
  readonly keys: readonly RecordId[] | undefined;
  /** False while only the first keys of a long list have come. */
  readonly whole: boolean;
  /** What is shown at a place of the list, the same object while it says the same; undefined while its page loads. */
  readonly rowAt: (index: number) => Shown | undefined;
  /** Tells which places are visible (both inclusive); call it when the virtual list's range changes. */
  readonly show: (first: number, last: number) => void;
}

export interface KeyPageReads<Shown extends ListRow> {
  /**
   * At most `limit` primary keys in list order (`.limit(limit).primaryKeys()` over an index), read again when they change. It is
   * asked for the first few, then for all; one that cannot stop early may ignore the limit.
   */
  readonly readKeys: (limit: number) => Promise<readonly RecordId[]>;
  /** What is shown of these records, with all that stands beside them in other tables; without those that are gone. */
  readonly readShown: (keys: readonly RecordId[]) => Promise<readonly Shown[]>;
}

/** Everything the reads close over stands in `deps`, as plain values. */
export function useKeyPage<Shown extends ListRow>({ readKeys, readShown }: KeyPageReads<Shown>, deps: readonly unknown[]): KeyPage<Shown> {
  const [cache] = useState(() => new Map<RecordId, Shown>());
  const { keys, whole } = useKeys(readKeys, deps, cache);
  const [range, setRange] = useState(FIRST_PLACES);
  const [followed] = useState(() => followPlaces(FIRST_PLACES, setRange));
  useEffect(() => followed.stop, [followed]);
  // The places may be of a longer list that was shown before.
  const shown = range.from < (keys?.length ?? 0) ? range : FIRST_PLACES;
  const visible = keys?.slice(shown.from, shown.to) ?? [];
  // Another object only when something in the cache has changed and is to be drawn.
  const [held] = useState(() => ({ drawn: {} }));
  useLive(async () => {
    if (remember(cache, await readShown(visible))) held.drawn = {};
    return held.drawn;
  }, [...deps, visible.join()]);

  return {
    keys,
    whole,
    rowAt: (index) => {
      const key = keys?.[index];
      return key === undefined ? undefined : cache.get(key);
    },
    show: (first, last) => {
      const from = Math.floor(Math.max(first, 0) / PAGE_ROWS) * PAGE_ROWS;
      const to = (Math.floor(Math.max(last, first, 0) / PAGE_ROWS) + 1) * PAGE_ROWS;
      followed.come({ from, to });
    },
  };
}

function useKeys(
  readKeys: (limit: number) => Promise<readonly RecordId[]>,
  deps: readonly unknown[],
  drawn: ReadonlyMap<RecordId, unknown>,
): Pick<KeyPage<ListRow>, 'keys' | 'whole'> {
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

/** Keeps what is shown of these rows; true when any of it says something else than before. */
function remember<Shown extends ListRow>(cache: Map<RecordId, Shown>, rows: readonly Shown[]): boolean {
  let changed = false;
  for (const row of rows) {
    const held = cache.get(row.id);
    const same = held !== undefined && JSON.stringify(held) === JSON.stringify(row);
    changed ||= !same;
    // To the end: the longest unseen goes first.
    cache.delete(row.id);
    cache.set(row.id, same ? held : row);
  }
  for (const key of cache.keys()) {
    if (cache.size <= MAX_CACHED_ROWS) break;
    cache.delete(key);
  }
  return changed;
}
