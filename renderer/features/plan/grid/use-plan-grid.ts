// Ties the year's grid to the tables: reads the year, follows what others write, and keeps its own steps apart from theirs.

import { useEffect, useState } from 'react';
import type { RecordId, StationId } from '#shared/base/ids';
import { todayInShanghai } from '#shared/base/date';
import { catalogueInForce } from '#shared/policy/catalogue';
import { db, headKey, type RowOf } from '../../../data/db';
import type { KeptState } from '../../../data/draft-keeper';
import { readExchangeHeads } from '../../../data/exchange-heads';
import { useLive } from '../../../data/live';
import { recheck } from '../../../data/start';
import { isTableError } from '../../../data/table-error';
import { type Cell, createCell } from '../cell';
import { nextNumber } from '../drafts';
import { blankPlan, type PlanTyped } from '../plan-typed';
import { readPlanYear } from '../queries';
import { toBookRows } from './book-row';
import { createPlanBook, type PlanBook } from './plan-book';
import { createPlanFindings, type PlanFindings } from './plan-findings';
import { createPlanWriter, type PlanWriter } from './plan-writer';

export interface PlanGridState {
  readonly book: PlanBook;
  readonly writer: PlanWriter;
  readonly findings: PlanFindings;
  readonly kept: Cell<KeptState>;
  /** The row being typed in as it would be, for sums that follow the typing; null when nothing is being typed. */
  readonly typing: Cell<Typing | null>;
  /** A new project's texts; null while there is nobody to buy. */
  readonly fresh: () => PlanTyped | null;
  readonly reload: () => Promise<void>;
}

export interface Typing {
  /** The row's amount before and now; undefined while there is none. */
  readonly beforeFen: number | undefined;
  readonly nowFen: number | undefined;
}

/** One year's grid: key the component by the year. undefined until its rows are there. */
export function usePlanGrid(own: StationId, operator: RecordId, year: number, buyers: readonly RowOf<'buyers'>[]): PlanGridState | undefined {
  const [held] = useState(() => createState(own, operator, year));
  const [loaded, setLoaded] = useState(false);
  const { state, setBuyers } = held;
  const heads = useLive(() => db.appliedHeads.toArray(), []);

  useEffect(() => {
    setBuyers(buyers);
  }, [setBuyers, buyers]);

  useEffect(() => {
    if (heads === undefined) return undefined;
    let gone = false;
    const working = headKey('working', own);
    const seq = heads.find(({ key }) => key === working)?.seq ?? 0;
    const others = JSON.stringify(heads.filter(({ key }) => key !== working).map(({ key, seq: at }) => [key, at]));
    void held.follow(seq, others).then(
      () => {
        if (!gone) setLoaded(true);
      },
      (error: unknown) => {
        // The heads are read anew once the tables have been looked at, and the year with them.
        if (!isTableError(error)) throw error;
        void recheck();
      },
    );
    return () => {
      gone = true;
    };
  }, [held, heads, own]);

  useEffect(
    () => () => {
      state.findings.stop();
      void state.writer.settle();
    },
    [state],
  );
  return loaded ? state : undefined;
}

function createState(own: StationId, operator: RecordId, year: number) {
  let buyers: readonly RowOf<'buyers'>[] | null = null;
  let seen: string | null = null;
  let readSeq = 0;
  const kept = createCell<KeptState>({ phase: 'unchanged' });
  const typing = createCell<Typing | null>(null);
  const writer = createPlanWriter(`planItems/${year}`, operator, kept.write);
  const fresh = (): PlanTyped | null => {
    if (buyers === null || buyers.length === 0) return null;
    const [first, second] = buyers;
    return blankPlan({
      year,
      number: nextNumber(year, book.all().map(({ typed }) => typed.number)),
      buyerId: first !== undefined && second === undefined ? first.id : '',
      catalogueVersion: catalogueInForce(todayInShanghai(Date.now()))?.id ?? '',
    });
  };
  const book = createPlanBook(fresh);
  const findings = createPlanFindings(book);

  async function reload(): Promise<void> {
    await writer.settle();
    for (;;) {
      const before = writer.lastSeq();
      const [stored, exchanged] = await Promise.all([readPlanYear(own, year), readExchangeHeads(own)]);
      // Written while it was being read: read once more, the newer texts are in it then.
      if (writer.lastSeq() !== before) continue;
      book.load(toBookRows(stored, exchanged, operator), writer.unsaved());
      return;
    }
  }

  return {
    state: { book, writer, findings, kept, typing, fresh, reload } satisfies PlanGridState,
    setBuyers(next: readonly RowOf<'buyers'>[]) {
      buyers = next;
      findings.setBuyers(next);
    },
    /** The journals stand at these heads: read the year again unless only this grid has written since. */
    async follow(workingSeq: number, others: string): Promise<void> {
      if (seen === others && workingSeq <= Math.max(writer.lastSeq(), readSeq)) return;
      // The line may be one of this grid's that is still under way.
      await writer.settle();
      if (seen === others && workingSeq <= Math.max(writer.lastSeq(), readSeq)) return;
      await reload();
      seen = others;
      readSeq = workingSeq;
    },
  };
}
