// Deadline 办理期限: what is to be done by which day, from which fact, on which ground, and how the day was reckoned. No sentences.
//
// Only where a document or the contract itself names a limit does a deadline say so; everything else is this application's own
// reminder and is marked as 'house'. What the records cannot prove done (a notice published, money paid) is asked for until
// somebody marks it as settled, and no longer than QUIET_AFTER_DAYS (quiet.ts) beyond its day.

import { addDays, type BusinessDate, daysBetween } from '../../base/date';
import type { RecordId } from '../../base/ids';
import type { ClauseId } from '../../policy/clauses';
import type { RequirementId } from '../finding';
import { addWorkingDays, dayKind, type WorkingDayCount } from '../working-days';

export const DEADLINE_KINDS = [
  'contract-sign',
  'contract-publish',
  'contract-file',
  'instalment',
  'contract-end',
  'contract-accept',
  'acceptance-cure',
  'acceptance-pay',
  'budget-publish',
  'receipt',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export type DeadlineBasis =
  | { readonly kind: 'clause'; readonly clause: ClauseId; readonly requirement?: RequirementId }
  /** The contract itself names the day. */
  | { readonly kind: 'agreed' }
  /** 本系统提示: no document sets this limit. */
  | { readonly kind: 'house' };

/** How the day follows from the starting fact. */
export type Reckoning =
  | { readonly unit: 'working-days'; readonly count: WorkingDayCount }
  /** `dueOffDay`: the last day is no working day. It is not moved on, so that nobody is told too late. */
  | { readonly unit: 'days'; readonly days: number; readonly dueOffDay: boolean }
  /** The day stands in the record. */
  | { readonly unit: 'fixed' };

export interface Deadline {
  /** Names this deadline for good, at most 120 characters; marks and notices refer to it. */
  readonly key: string;
  readonly kind: DeadlineKind;
  /** The contract, draft, acceptance or dispatch it is about; null when it is about a whole approval. */
  readonly recordId: RecordId | null;
  readonly basis: DeadlineBasis;
  readonly startedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly reckoning: Reckoning;
  /** Money concerned, in fen; null where none is. */
  readonly amountFen: number | null;
}

/** Deadlines further away are not shown yet. */
export const HORIZON_DAYS = 60;

export const DEADLINE_GROUPS = ['overdue', 'today', 'week', 'later'] as const;
export type DeadlineGroup = (typeof DEADLINE_GROUPS)[number];

/** Days left; 0 on the day itself, negative when it is over. */
export function daysLeft({ dueOn }: Pick<Deadline, 'dueOn'>, today: BusinessDate): number {
  return daysBetween(today, dueOn);
}

export function groupOf(deadline: Pick<Deadline, 'dueOn'>, today: BusinessDate): DeadlineGroup {
  const left = daysLeft(deadline, today);
  if (left < 0) return 'overdue';
  if (left === 0) return 'today';
  return left <= 7 ? 'week' : 'later';
}

/** Within 48 hours by the calendar: today, tomorrow or the day after. */
export function isNear(deadline: Pick<Deadline, 'dueOn'>, today: BusinessDate): boolean {
  const left = daysLeft(deadline, today);
  return left >= 0 && left <= 2;
}

export function inCalendarDays(startedOn: BusinessDate, days: number): Pick<Deadline, 'startedOn' | 'dueOn' | 'reckoning'> {
  const dueOn = addDays(startedOn, days);
  const kind = dayKind(dueOn);
  return { startedOn, dueOn, reckoning: { unit: 'days', days, dueOffDay: kind === 'weekend' || kind === 'holiday' } };
}

export function inWorkingDays(startedOn: BusinessDate, days: number): Pick<Deadline, 'startedOn' | 'dueOn' | 'reckoning'> {
  const count = addWorkingDays(startedOn, days);
  return { startedOn, dueOn: count.dueOn, reckoning: { unit: 'working-days', count } };
}

/** Earliest first; among equals in order of kind and key, so that a list does not jump. */
export function byDueDate(a: Deadline, b: Deadline): number {
  return compare(a.dueOn, b.dueOn) || DEADLINE_KINDS.indexOf(a.kind) - DEADLINE_KINDS.indexOf(b.kind) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
