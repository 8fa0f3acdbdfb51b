// What a plan draft keeps beside the typed values, and the numbers new projects get. Pure; commands.ts writes.

import { recordIdSchema, type RecordId } from '#shared/base/ids';
import type { Draft } from '#shared/domain/draft';
import { readTyped } from './plan-convert';
import type { PlanTyped } from './plan-typed';

export interface PlanDraft {
  readonly typed: PlanTyped;
  /** Who drafted it. Only this operator edits it; another one reviews it (R067). */
  readonly preparedBy: RecordId;
  /** The preparer has handed it over for review. */
  readonly forReview: boolean;
}

export function toDraft({ typed, preparedBy, forReview }: PlanDraft, basedOnRev: number): Draft {
  const form = { ...typed, preparedBy, forReview } as unknown as Draft['form'];
  return { kind: 'planItems', year: typed.year, basedOnRev, form };
}

/** A draft that names no preparer (none of ours does) belongs to who wrote its last line. */
export function readDraft(draft: Draft, writtenBy: RecordId): PlanDraft {
  const preparer = recordIdSchema.safeParse(draft.form['preparedBy']);
  return {
    typed: readTyped(draft.form, draft.year),
    preparedBy: preparer.success ? preparer.data : writtenBy,
    forReview: draft.form['forReview'] === true,
  };
}

/** The next free number of a year: '2026-004' after '2026-003'. */
export function nextNumber(year: number, taken: readonly string[]): string {
  const prefix = `${String(year)}-`;
  const highest = taken.reduce((max, number) => {
    const tail = number.startsWith(prefix) ? number.slice(prefix.length) : '';
    return /^\d{1,6}$/.test(tail) ? Math.max(max, Number(tail)) : max;
  }, 0);
  return prefix + String(highest + 1).padStart(3, '0');
}
