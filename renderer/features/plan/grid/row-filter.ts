// Shows the rows that are asked for. Rows with something wrong are known only when every project has been judged: that goes on beside
// the keys, with a count, and until it is done the rows stay as they are.

import { inSlices } from '../in-slices';
import { acceptsRow, type Narrowing } from './book-filter';
import type { PlanBook } from './plan-book';
import type { PlanFindings } from './plan-findings';

export interface Judging {
  readonly done: number;
  readonly total: number;
}

export interface RowsShown {
  /** Resolves when the rows are shown, or something else has been asked for. */
  readonly show: (narrowing: Narrowing, query: string) => Promise<void>;
  readonly stop: () => void;
}

/** `onJudging` is told how far a long judging is, and null when nothing waits for one. */
export function createRowsShown(book: PlanBook, findings: PlanFindings, onJudging: (judging: Judging | null) => void): RowsShown {
  let running: AbortController | null = null;

  function stop(): void {
    running?.abort();
    running = null;
    onJudging(null);
  }

  return {
    stop,
    async show(narrowing, query) {
      stop();
      if (narrowing.filter === 'wrong') {
        const search = new AbortController();
        running = search;
        const total = book.all().filter(({ draft }) => draft !== null).length;
        if ((await inSlices(judgeDrafts(book, findings), search.signal, (done) => { onJudging({ done, total }); })) === null) return;
        stop();
      }
      book.filter({ accepts: acceptsRow(narrowing, query, findings.latest) });
    },
  };
}

function* judgeDrafts(book: PlanBook, findings: PlanFindings): Generator<true> {
  for (const { id } of book.all()) {
    // As it stands by now: it may have been typed in, or be gone.
    const row = book.find(id);
    if (row === undefined || row.draft === null) continue;
    findings.report(row);
    yield true;
  }
}
