// A book of a year's projects with a writer that keeps its steps in memory, for the grid's tests.

import type { RecordId } from '#shared/base/ids';
import { ok } from '#shared/base/result';
import type { DraftChange } from '../../../../../renderer/data/history';
import { blankRow, type BookRow, rewritten } from '../../../../../renderer/features/plan/grid/book-row';
import { createPlanBook, type PlanBook } from '../../../../../renderer/features/plan/grid/plan-book';
import type { PlanWriter } from '../../../../../renderer/features/plan/grid/plan-writer';
import { blankPlan, type PlanTyped } from '../../../../../renderer/features/plan/plan-typed';
import { BUYER, completePlan, idOf, PREPARER, REVIEWER } from '../support';

export interface Step {
  readonly label: string;
  readonly changes: readonly DraftChange[];
  readonly id: string | undefined;
}

export function memoryWriter(): { readonly writer: PlanWriter; readonly steps: Step[] } {
  const steps: Step[] = [];
  return {
    steps,
    writer: {
      step: (label, changes, id) => void steps.push({ label, changes, id }),
      hold: () => undefined,
      unsaved: () => new Set(),
      unwritten: () => Promise.resolve(null),
    settle: () => Promise.resolve(null),
      turn: () => Promise.resolve(ok({ label: null, changed: 0, left: 0 })),
      lastSeq: () => 0,
    },
  };
}

export function fresh(): PlanTyped {
  return blankPlan({ year: 2027, number: '2027-009', buyerId: BUYER, catalogueVersion: 'nmg-2014-80' });
}

export function draftOf(seed: number, more: Partial<PlanTyped> = {}, preparedBy: RecordId = PREPARER): BookRow {
  const typed = completePlan({ number: `2027-00${String(seed)}`, name: `项目${String(seed)}`, ...more });
  return { ...rewritten(blankRow(idOf(seed + 40), typed), typed, preparedBy), source: `draft ${String(seed)}`, editable: preparedBy === PREPARER };
}

export function submittedOf(seed: number): BookRow {
  return { ...draftOf(seed), draft: null, editable: false, standing: { word: 'finalised', editing: false } };
}

/** Two own drafts, one of a colleague's, one submitted project. */
export function bookOfFour(): PlanBook {
  const book = createPlanBook(fresh);
  book.load([draftOf(1), draftOf(2), draftOf(3, {}, REVIEWER), submittedOf(4)], new Set());
  return book;
}
