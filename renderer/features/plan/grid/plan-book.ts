// The year's projects as the grid shows them: order, filter, ticks and what was just typed. A store outside React; it writes nothing.

import type { RecordId } from '#shared/base/ids';
import type { SheetSort } from '../../../ui/sheet/sheet-types';
import type { PlanTyped } from '../plan-typed';
import { blankRow, type BookRow } from './book-row';

export interface BookFilter {
  /** null: every row. */
  readonly accepts: ((row: BookRow) => boolean) | null;
}

export interface PlanBook {
  readonly subscribe: (listener: () => void) => () => void;
  /** Raised by every change of any row. */
  readonly version: () => number;
  /** All rows of the year, filtered or not, without the empty one at the end. */
  readonly all: () => readonly BookRow[];
  /** Rows shown, without the empty one at the end. */
  readonly shown: () => readonly BookRow[];
  /** Rows of the grid, with the empty one at the end where there is one. */
  readonly count: () => number;
  readonly rowAt: (index: number) => BookRow | undefined;
  readonly find: (id: RecordId) => BookRow | undefined;
  readonly indexOf: (id: RecordId) => number;
  /** True for the empty row at the end, which becomes a project when it is written in. */
  readonly isFresh: (index: number) => boolean;
  /** What the tables hold now; rows in `unsaved` stay as they are on screen. */
  readonly load: (rows: readonly BookRow[], unsaved: ReadonlySet<RecordId>) => void;
  /** Rows as typed; new ones go to `at`, or to the end. */
  readonly put: (rows: readonly BookRow[], at?: number) => void;
  readonly remove: (ids: ReadonlySet<RecordId>) => void;
  readonly filter: (filter: BookFilter) => void;
  readonly sort: (sort: SheetSort | null, compare: ((a: BookRow, b: BookRow) => number) | null) => void;
  readonly sorted: () => SheetSort | null;
  readonly tick: (ids: Iterable<RecordId>, on: boolean) => void;
  /** Draws every row again: what stands beside the rows has changed. */
  readonly touch: () => void;
}

/** `fresh` gives the empty row's texts; null while no project may be begun. */
export function createPlanBook(fresh: () => PlanTyped | null): PlanBook {
  let all: readonly BookRow[] = [];
  let shown: readonly BookRow[] = [];
  let places = new Map<RecordId, number>();
  let ghost: BookRow | null = null;
  let version = 0;
  let filter: BookFilter = { accepts: null };
  let order: { readonly sort: SheetSort; readonly compare: (a: BookRow, b: BookRow) => number } | null = null;
  const listeners = new Set<() => void>();

  function tell(): void {
    version++;
    for (const listener of listeners) listener();
  }

  function show(rows: readonly BookRow[]): void {
    shown = rows;
    places = new Map(rows.map(({ id }, index) => [id, index]));
    const typed = fresh();
    ghost = typed === null || filter.accepts !== null ? null : blankRow('' as RecordId, typed);
  }

  function arrange(): void {
    const { accepts } = filter;
    const rows = accepts === null ? [...all] : all.filter(accepts);
    show(order === null ? rows : rows.sort(order.compare));
  }

  function replace(rows: readonly BookRow[], by: ReadonlyMap<RecordId, BookRow>): readonly BookRow[] {
    return rows.map((row) => by.get(row.id) ?? row);
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
    all: () => all,
    shown: () => shown,
    count: () => shown.length + (ghost === null ? 0 : 1),
    rowAt: (index) => (index === shown.length ? (ghost ?? undefined) : shown[index]),
    find: (id) => all.find((row) => row.id === id),
    indexOf: (id) => places.get(id) ?? -1,
    isFresh: (index) => index === shown.length,
    load(rows, unsaved) {
      const held = new Map(all.map((row) => [row.id, row]));
      const next = rows.flatMap((row): readonly BookRow[] => {
        const old = held.get(row.id);
        // Thrown away on screen, or not begun there yet.
        if (old === undefined) return unsaved.has(row.id) ? [] : [row];
        return [old.source === row.source || unsaved.has(row.id) ? old : { ...row, ticked: old.ticked }];
      });
      const loaded = new Set(next.map(({ id }) => id));
      const kept = all.filter(({ id }) => unsaved.has(id) && !loaded.has(id));
      const same = held.size === loaded.size + kept.length && next.every(({ id }) => held.has(id));
      if (same) {
        const by = new Map(next.map((row) => [row.id, row]));
        all = replace(all, by);
        show(replace(shown, by));
      } else {
        all = [...next, ...kept];
        arrange();
      }
      tell();
    },
    put(rows, at) {
      const by = new Map(rows.map((row) => [row.id, row]));
      const known = new Set(all.map(({ id }) => id));
      const added = rows.filter(({ id }) => !known.has(id));
      if (added.length === 0) {
        all = replace(all, by);
        shown = replace(shown, by);
      } else {
        const place = at ?? shown.length;
        const before = shown[place];
        const held = before === undefined ? all.length : all.findIndex(({ id }) => id === before.id);
        all = replace(all, by).toSpliced(held, 0, ...added);
        show(replace(shown, by).toSpliced(place, 0, ...added));
      }
      tell();
    },
    remove(ids) {
      all = all.filter(({ id }) => !ids.has(id));
      show(shown.filter(({ id }) => !ids.has(id)));
      tell();
    },
    filter(next) {
      filter = next;
      arrange();
      tell();
    },
    sort(sort, compare) {
      order = sort === null || compare === null ? null : { sort, compare };
      arrange();
      tell();
    },
    sorted: () => order?.sort ?? null,
    tick(ids, on) {
      const chosen = new Set(ids);
      const turned = (row: BookRow) => (chosen.has(row.id) && row.ticked !== on ? { ...row, ticked: on } : row);
      all = all.map(turned);
      shown = shown.map(turned);
      tell();
    },
    touch: tell,
  };
}
