// Deadlines that hang on no contract: publishing an approved budget, and the receipt for a bundle that was sent.

import { addDays, type BusinessDate } from '../../base/date';
import type { RecordId } from '../../base/ids';
import { clauseById, isClauseInForce } from '../../policy/clauses';
import { type Deadline, inCalendarDays } from './deadline';
import { QUIET_AFTER_DAYS } from './quiet';

/** 预算法第14条. */
const DAYS_TO_PUBLISH_BUDGET = 20;
/** House: an upper office that has not acknowledged a bundle for so long is asked. */
const DAYS_TO_RECEIVE = 10;

/** All of an office's items that one document approved on one day. */
export interface Approval {
  readonly documentNumber: string;
  readonly decidedOn: BusinessDate;
  readonly approvedFen: number;
}

/**
 * 购买服务预算公开 (R082): the plan is approved as a part of the department's budget (80号文 三(四)2), which is made public within
 * twenty days. No record proves the publication, so it falls silent after QUIET_AFTER_DAYS; null then, and before the law.
 */
export function budgetDeadline({ documentNumber, decidedOn, approvedFen }: Approval, today: BusinessDate): Deadline | null {
  if (!isClauseInForce(clauseById('L55'), decidedOn)) return null;
  const reckoned = inCalendarDays(decidedOn, DAYS_TO_PUBLISH_BUDGET);
  if (addDays(reckoned.dueOn, QUIET_AFTER_DAYS) < today) return null;
  return {
    key: `budget-publish/${decidedOn}/${documentNumber}`,
    kind: 'budget-publish',
    recordId: null,
    basis: { kind: 'clause', clause: 'L55', requirement: 'R082' },
    amountFen: approvedFen,
    ...reckoned,
  };
}

/** First decision day whose publication may still be asked for. */
export function firstBudgetDay(today: BusinessDate): BusinessDate {
  return addDays(today, -(DAYS_TO_PUBLISH_BUDGET + QUIET_AFTER_DAYS));
}

/** A sealed bundle without a receipt. */
export function receiptDeadline(dispatchId: RecordId, sentOn: BusinessDate): Deadline {
  return { key: `receipt/${dispatchId}`, kind: 'receipt', recordId: dispatchId, basis: { kind: 'house' }, amountFen: null, ...inCalendarDays(sentOn, DAYS_TO_RECEIVE) };
}
