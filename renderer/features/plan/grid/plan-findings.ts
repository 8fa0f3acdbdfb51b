// What is to be said about each project of the book, worked out when a row is looked at or when the keys pause, and again only when the
// row has changed or the others of the year say something else of it.

import { todayInShanghai } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import type { RowOf } from '../../../data/db';
import type { MarkKind, SheetMarks } from '../../../ui/sheet/sheet-types';
import { amountOf } from '../plan-convert';
import { checkPlan, type PlanReport, siblingsIn } from '../plan-check';
import type { Neighbour } from '../queries';
import type { BookRow } from './book-row';
import { kindOf, marksOf } from './cell-problems';
import type { PlanBook } from './plan-book';

export interface RowReport extends PlanReport {
  readonly marks: SheetMarks;
  /** Not filled in yet; wrong; to be looked at. */
  readonly blanks: number;
  readonly stops: number;
  readonly warnings: number;
}

export interface PlanFindings {
  /** What is known by now; the same object while nothing changes. Asks for it to be worked out when it is not. */
  readonly known: (row: BookRow) => RowReport | undefined;
  /** What was last worked out of it, without asking for more. */
  readonly latest: (row: BookRow) => RowReport | undefined;
  /** Worked out at once. */
  readonly report: (row: BookRow) => RowReport;
  /** Many rows have changed by one act, and nobody types: what is asked for next need not wait for a pause, nor for an idle page. */
  readonly hurry: () => void;
  readonly setBuyers: (buyers: readonly RowOf<'buyers'>[]) => void;
  readonly stop: () => void;
}

interface Judged {
  /** Of the others of the year. */
  readonly epoch: number;
  readonly siblings: string;
  readonly report: RowReport;
}

const SLICE_MS = 6;
/** Longer than between two keys of somebody typing: who types goes first. */
const PAUSE_MS = 200;
/** As long as a row on screen waits for what is to be said of it after that, while the page is busy otherwise. */
const WAIT_MS = 60;
/** At a stretch where nobody types: one and a half frames. */
const HURRIED_SLICE_MS = 25;
/** Rows asked for and not looked at any more need not be worked out. */
const MOST_ASKED = 80;

export function createPlanFindings(book: PlanBook): PlanFindings {
  let buyers: readonly RowOf<'buyers'>[] = [];
  let siblings: ReadonlyMap<string, readonly Neighbour[]> | null = null;
  let seenVersion = -1;
  let epoch = 0;
  let today = todayInShanghai(Date.now());
  const compared = new WeakMap<BookRow, Neighbour>();
  let reports = new WeakMap<BookRow, Judged>();
  const last = new Map<RecordId, { readonly row: BookRow; readonly report: RowReport }>();
  const asked = new Set<BookRow>();
  let idle: number | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let hurried = false;

  function neighbourOf(row: BookRow): Neighbour {
    let held = compared.get(row);
    if (held === undefined) {
      const { buyerId, number, name, catalogueCode, content, budgetProject, procurementCode } = row.typed;
      const amountFen = row.amountFen ?? amountOf(row.typed) ?? 0;
      held = { id: row.id, buyerId: buyerId as RecordId | '', number, name, catalogueCode, content, budgetProject, amountFen, procurementCode: procurementCode === '' ? null : procurementCode };
      const before = last.get(row.id)?.row;
      const old = before === undefined ? undefined : compared.get(before);
      // The same object while it says the same, because comparisons are remembered by object.
      if (old !== undefined && JSON.stringify(old) === JSON.stringify(held)) held = old;
      compared.set(row, held);
    }
    return held;
  }

  function surroundings(): ReadonlyMap<string, readonly Neighbour[]> {
    const now = todayInShanghai(Date.now());
    // A grid left open overnight judges by the new day.
    if (now !== today) {
      today = now;
      reports = new WeakMap();
    }
    if (siblings !== null && seenVersion === book.version()) return siblings;
    seenVersion = book.version();
    const next = new Map<string, Neighbour[]>();
    for (const row of book.all()) {
      const one = neighbourOf(row);
      const list = next.get(one.buyerId);
      if (list === undefined) next.set(one.buyerId, [one]);
      else list.push(one);
    }
    if (siblings === null || !sameLists(siblings, next)) {
      siblings = next;
      epoch++;
    }
    return siblings;
  }

  function report(row: BookRow): RowReport {
    const around = surroundings();
    const held = reports.get(row);
    if (held !== undefined && held.epoch === epoch) return held.report;
    const surrounded = {
      id: row.id,
      today,
      buyer: buyers.find(({ id }) => id === row.typed.buyerId)?.body,
      yearItems: around.get(row.typed.buyerId) ?? [],
    };
    const beside = siblingsIn(row.typed, surrounded);
    if (held?.siblings === beside) {
      reports.set(row, { ...held, epoch });
      return held.report;
    }
    const found = checkPlan(row.typed, surrounded);
    const before = last.get(row.id)?.report;
    const next = toReport(found);
    const same = before !== undefined && JSON.stringify(before.problems) === JSON.stringify(next.problems) ? before : next;
    reports.set(row, { epoch, siblings: beside, report: same });
    last.set(row.id, { row, report: same });
    return same;
  }

  function work(deadline: IdleDeadline): void {
    idle = null;
    const started = performance.now();
    const most = hurried ? HURRIED_SLICE_MS : deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, Math.max(2, deadline.timeRemaining()));
    const before = epoch;
    let changed = false;
    for (const row of asked) {
      asked.delete(row);
      const known = last.get(row.id)?.report;
      if (report(row) !== known) changed = true;
      if (performance.now() - started > most) break;
    }
    hurried &&= asked.size > 0;
    if (asked.size > 0) begin();
    // Where what is compared has changed, the other rows on screen ask anew.
    if (changed || epoch !== before) book.touch();
  }

  function begin(): void {
    idle ??= requestIdleCallback(work, { timeout: hurried ? 1 : WAIT_MS });
  }

  /** Every row that is newly asked about puts it off: rows come by keys and by scrolling. */
  function plan(): void {
    if (idle !== null) return;
    clearTimeout(pause);
    if (hurried) begin();
    else pause = setTimeout(begin, PAUSE_MS);
  }

  function latest(row: BookRow): RowReport | undefined {
    return reports.get(row)?.report ?? last.get(row.id)?.report;
  }

  return {
    known(row) {
      const held = reports.get(row);
      if (held === undefined || held.epoch !== epoch) {
        if (!asked.has(row)) {
          asked.add(row);
          if (asked.size > MOST_ASKED) for (const oldest of asked) { asked.delete(oldest); break; }
          plan();
        }
      }
      return latest(row);
    },
    latest,
    report,
    hurry() {
      hurried = true;
    },
    setBuyers(next) {
      buyers = next;
      reports = new WeakMap();
      book.touch();
    },
    stop() {
      clearTimeout(pause);
      if (idle !== null) cancelIdleCallback(idle);
      idle = null;
      asked.clear();
    },
  };
}

function toReport(found: PlanReport): RowReport {
  const count = (kind: MarkKind) => found.problems.filter((problem) => kindOf(problem) === kind).length;
  return { ...found, marks: marksOf(found.problems), blanks: count('blank'), stops: count('block'), warnings: count('warn') };
}

function sameLists(a: ReadonlyMap<string, readonly Neighbour[]>, b: ReadonlyMap<string, readonly Neighbour[]>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, list] of b) {
    const other = a.get(key);
    if (other?.length !== list.length || list.some((one, index) => other[index] !== one)) return false;
  }
  return true;
}
