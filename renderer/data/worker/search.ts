// Search over the plan items of a year. The first question about a year reads its items once; later changes lie over that
// base until they are many. It only reads tables; nothing here outlives the worker.

import type { RecordId } from '#shared/base/ids';
import type { DeskDb, RowOf } from '../db';
import type { SearchHits } from '../port';
import type { PlanItemChanges } from './apply';
import { findItems, joinTexts, type JoinedText, matchesAll, type SearchItem, searchWords, wantsInitials } from './search-index';

export interface Search {
  find(year: number, text: string, limit: number): Promise<SearchHits>;
  readonly note: (changes: PlanItemChanges) => void;
  readonly forget: () => void;
}

interface YearIndex {
  readonly items: Promise<readonly SearchItem[]>;
  readonly names: Promise<JoinedText>;
  /** Started by the first question in Latin letters. */
  initials: Promise<JoinedText> | undefined;
  /** What changed since the base was asked for; null: no item of this year any more. */
  readonly changed: Map<RecordId, SearchItem | null>;
}

const READ_ROWS = 2000;
const INITIALS_PER_TURN = 500;
/** Above this many changes the base is read anew. */
const MAX_CHANGED = 5000;
const MAX_YEARS = 3;

export function createSearch(db: DeskDb): Search {
  const years = new Map<number, YearIndex>();

  function indexOf(year: number): YearIndex {
    const held = years.get(year);
    if (held && held.changed.size <= MAX_CHANGED) return held;
    const items = readItems(db, year);
    const names = items.then((all) => joinTexts(all.map(nameText)));
    const index: YearIndex = { items, names, initials: undefined, changed: new Map() };
    years.delete(year);
    years.set(year, index);
    const [oldest] = years.keys();
    if (years.size > MAX_YEARS && oldest !== undefined) years.delete(oldest);
    // A read that failed is not kept: the next question tries again. Whoever waits gets the failure itself.
    names.catch(() => years.delete(year));
    return index;
  }

  return {
    async find(year, text, limit) {
      const index = indexOf(year);
      const items = await index.items;
      const words = searchWords(text);
      const latin = words.length > 0 && wantsInitials(words);
      const textOf = latin ? await loadInitialsText() : nameText;
      const joined = await (latin ? (index.initials ??= joinInitials(items, textOf)) : index.names);
      return collect(items, joined, index.changed, words, textOf, limit);
    },
    note(changes) {
      for (const [year, { changed }] of years) {
        for (const { id, before, after } of changes) {
          if (after?.body.year === year) changed.set(id, toItem(after));
          else if (before?.body.year === year) changed.set(id, null);
        }
      }
    },
    forget: () => {
      years.clear();
    },
  };
}

function collect(
  items: readonly SearchItem[],
  joined: JoinedText,
  changed: ReadonlyMap<RecordId, SearchItem | null>,
  words: readonly string[],
  textOf: TextOf,
  limit: number,
): SearchHits {
  const hits: SearchItem[] = [];
  let total = 0;
  findItems(joined, words, (index) => {
    const item = items[index];
    if (!item || (changed.size > 0 && changed.has(item.id))) return;
    total += 1;
    if (hits.length < limit) hits.push(item);
  });
  const fresh = [...changed.values()].filter((item) => item !== null && matchesAll(textOf(item), words)) as SearchItem[];
  if (fresh.length > 0) hits.push(...fresh);
  if (fresh.length > 0) hits.sort(byNumber);
  return { ids: hits.slice(0, limit).map(({ id }) => id), total: total + fresh.length };
}

/** Walks the whole table by primary key, the cheapest way to read most of it, a bounded number of rows at a time. */
async function readItems(db: DeskDb, year: number): Promise<readonly SearchItem[]> {
  const items: SearchItem[] = [];
  let after = '' as RecordId;
  for (;;) {
    const rows = await db.planItems.where(':id').above(after).limit(READ_ROWS).toArray();
    for (const row of rows) if (row.body.year === year) items.push(toItem(row));
    const last = rows.at(-1);
    if (!last || rows.length < READ_ROWS) return items.sort(byNumber);
    after = last.id;
  }
}

type TextOf = (item: SearchItem) => string;

async function joinInitials(items: readonly SearchItem[], textOf: TextOf): Promise<JoinedText> {
  const parts: string[] = [];
  for (const item of items) {
    parts.push(textOf(item));
    // Saves wait in the same worker: let them through.
    if (parts.length % INITIALS_PER_TURN === 0) await new Promise((next) => setTimeout(next));
  }
  return joinTexts(parts);
}

function toItem({ id, body }: RowOf<'planItems'>): SearchItem {
  return { id, number: body.number, name: body.name };
}

function nameText({ number, name }: SearchItem): string {
  return `${number} ${name}`.toLowerCase();
}

/** The dictionary is large and the worker must start fast, so it comes with the first question in Latin letters. */
async function loadInitialsText(): Promise<TextOf> {
  const { initialsOf } = await import('./initials');
  return ({ number, name }) => `${number} ${initialsOf(name)}`.toLowerCase();
}

function byNumber(a: SearchItem, b: SearchItem): number {
  if (a.number !== b.number) return a.number < b.number ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
