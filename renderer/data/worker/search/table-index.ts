// The records of one table as segments: a base read once, and over it what changed since. The base is read in pages, so that
// saves get through; a table nobody asks about costs nothing. It only reads tables and holds nothing that outlives the worker.

import type { RecordId } from '#shared/base/ids';
import type { DeskDb, Row } from '../../db';
import type { SearchTable } from '../../port';
import { entryOf, type SearchEntry } from './entry';
import { compareEntries, createSegment, idAt, type Segment } from './segment';

const READ_ROWS = 2000;
/** Above this many changes the base is read anew. */
const MAX_CHANGED = 5000;

interface Base {
  readonly entries: SearchEntry[];
  total: number;
  /** What has been read, while the reading goes on; the whole afterwards. */
  segment: Segment;
  /** Ids that are newer than the base: they are looked for in `fresh`. */
  readonly changed: Map<RecordId, SearchEntry | null>;
  /** Ids whose rows must be looked at before the next answer. */
  readonly dirty: Set<RecordId>;
  fresh: Segment | null;
  whole: boolean;
  reading: Promise<void>;
}

export interface Extent {
  readonly done: number;
  readonly total: number;
}

export class TableIndex {
  readonly #db: DeskDb;
  readonly #table: SearchTable;
  #base: Base | undefined;
  #refreshing: Promise<void> = Promise.resolve();
  /** Why the last reading failed; said once, to the next question. */
  #failure: { readonly error: unknown } | undefined;

  constructor(db: DeskDb, table: SearchTable) {
    this.#db = db;
    this.#table = table;
  }

  /** These records' rows have changed, or may have. */
  note(ids: Iterable<RecordId>): void {
    const base = this.#base;
    if (base === undefined) return;
    for (const id of ids) base.dirty.add(id);
    if (base.dirty.size + base.changed.size > MAX_CHANGED) this.#base = undefined;
  }

  forget(): void {
    this.#base = undefined;
  }

  /** How much has been read, of how much; begins to read. */
  extent(): Extent {
    const { whole, entries, total } = this.#begun();
    return whole ? { done: total, total } : { done: entries.length, total };
  }

  /** What answers now; `whole`: after everything has been read. */
  async segments(whole: boolean): Promise<readonly Segment[]> {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure.error;
    const base = this.#begun();
    if (whole) await base.reading.catch((error: unknown) => {
      this.#failure = undefined;
      throw error;
    });
    await this.#refresh();
    // It may have been dropped meanwhile for too many changes.
    if (this.#base !== base) return this.segments(whole);
    // Joining costs what has been read; doubling keeps the sum of all joinings small.
    if (!base.whole && base.segment.size * 2 <= base.entries.length) {
      base.segment = createSegment(base.entries);
      bury(base.segment, new Set(base.changed.keys()));
    }
    return base.fresh === null ? [base.segment] : [base.fresh, base.segment];
  }

  #begun(): Base {
    if (this.#base !== undefined) return this.#base;
    const base: Base = {
      entries: [],
      total: 0,
      segment: createSegment([]),
      changed: new Map(),
      dirty: new Set(),
      fresh: null,
      whole: false,
      reading: Promise.resolve(),
    };
    this.#base = base;
    base.reading = this.#read(base);
    // Whoever waits for the whole gets the failure itself. The question after the failure tries again.
    base.reading.catch((error: unknown) => {
      if (this.#base === base) this.#base = undefined;
      this.#failure = { error };
    });
    return base;
  }

  /** Walks the table by primary key, the cheapest way to read all of it, a bounded number of rows at a time. */
  async #read(base: Base): Promise<void> {
    const table = this.#db.table<Row, RecordId>(this.#table);
    base.total = await table.count();
    let after = '' as RecordId;
    for (;;) {
      const rows = await table.where(':id').above(after).limit(READ_ROWS).toArray();
      if (this.#base !== base) return;
      for (const row of rows) base.entries.push(entryOf(this.#table, row));
      const last = rows.at(-1);
      if (!last || rows.length < READ_ROWS) break;
      after = last.id;
    }
    base.segment = createSegment(base.entries.sort(compareEntries));
    bury(base.segment, new Set(base.changed.keys()));
    base.total = base.entries.length;
    base.whole = true;
    base.entries.length = 0;
  }

  /** One at a time: an answer must not overtake the reading of rows that an earlier question began. */
  #refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.catch(() => undefined).then(async () => {
      const base = this.#base;
      if (base === undefined || base.dirty.size === 0) return;
      const ids = [...base.dirty];
      base.dirty.clear();
      try {
        const rows = await this.#db.table<Row, RecordId>(this.#table).bulkGet(ids);
        ids.forEach((id, index) => {
          const row = rows[index];
          base.changed.set(id, row === undefined ? null : entryOf(this.#table, row));
        });
      } catch (error) {
        for (const id of ids) base.dirty.add(id);
        throw error;
      }
      bury(base.segment, new Set(ids));
      const living = [...base.changed.values()].filter((entry) => entry !== null);
      base.fresh = living.length === 0 ? null : createSegment(living.sort(compareEntries));
    });
    return this.#refreshing;
  }
}

/** Marks the entries of these ids: their rows have changed. */
function bury(segment: Segment, ids: ReadonlySet<RecordId>): void {
  if (ids.size === 0) return;
  for (let index = 0; index < segment.size; index++) if (ids.has(idAt(segment, index))) segment.dead[index] = 1;
}
