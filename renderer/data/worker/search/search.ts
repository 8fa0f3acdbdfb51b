// Search over all records: every table has its own index, begun by the first question about it. Hits of one table come in
// one order, better ones first where that is wanted.

import type { RecordId } from '#shared/base/ids';
import type { DeskDb } from '../../db';
import { type Entry, SEARCH_TABLES, type SearchAnswer, type SearchHits, type SearchQuestion, type SearchTable } from '../../port';
import { DRAFTABLE } from '../../tables';
import { compileWords, pick } from './pick';
import { TableIndex } from './table-index';

export interface Search {
  find(question: SearchQuestion): Promise<SearchAnswer>;
  /** These lines have been applied. */
  readonly note: (entries: readonly Entry[]) => void;
  readonly forget: () => void;
}

export function createSearch(db: DeskDb): Search {
  const indexes = new Map(SEARCH_TABLES.map((table) => [table, new TableIndex(db, table)]));
  const of = (table: SearchTable) => indexes.get(table) ?? new TableIndex(db, table);

  return {
    async find(question) {
      const words = await compileWords(question.text);
      const hits: SearchHits[] = [];
      let [done, total] = [0, 0];
      for (const table of question.tables) {
        const index = of(table);
        const segments = await index.segments(question.whole);
        hits.push({ table, ...pick(segments, words, question) });
        const extent = index.extent();
        done += extent.done;
        total += extent.total;
      }
      return { hits, ready: total === 0 ? 1 : done / total };
    },
    note(entries) {
      for (const [table, ids] of touched(entries)) indexes.get(table)?.note(ids);
    },
    forget() {
      for (const index of indexes.values()) index.forget();
    },
  };
}

/** An official line may end the draft of the same id. */
function touched(entries: readonly Entry[]): ReadonlyMap<SearchTable, ReadonlySet<RecordId>> {
  const ids = new Map<SearchTable, Set<RecordId>>();
  const add = (table: SearchTable, id: RecordId) => {
    const held = ids.get(table);
    if (held) held.add(id);
    else ids.set(table, new Set([id]));
  };
  for (const { line } of entries) {
    const table = SEARCH_TABLES.find((one) => one === line.table);
    if (table !== undefined) add(table, line.id);
    if (DRAFTABLE.some((kind) => kind === line.table)) add('drafts', line.id);
  }
  return ids;
}
