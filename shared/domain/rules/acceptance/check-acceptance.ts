// All rules on an acceptance, in the order of the form.

import type { Finding } from '../../finding';
import { dateOf } from '../reading';
import { everyRuleOf, runRules } from '../rule';
import type { AcceptanceContext, AcceptanceForm } from './acceptance-rule';
import type { AcceptanceEvidence } from './evidence';
import * as lines from './lines';
import * as payable from './payable';
import * as verdict from './verdict';

export const acceptanceRules = everyRuleOf<keyof AcceptanceEvidence>()([
  verdict.contractUnknown,
  verdict.contractNotCurrent,
  verdict.acceptanceHeadMissing,
  verdict.beforeSigning,
  verdict.beforeStart,
  verdict.acceptedInFuture,
  lines.lineMissing,
  lines.lineRepeated,
  lines.lineUnknown,
  lines.lineIncomplete,
  lines.acceptedOverDelivered,
  lines.acceptedOverAgreed,
  verdict.membersMissing,
  verdict.recipientMember,
  verdict.recipientOpinion,
  verdict.opinionCounts,
  verdict.outcomePassed,
  verdict.outcomePartly,
  verdict.outcomeFailed,
  payable.payable,
  payable.deductionOverValue,
  payable.deductionReason,
  payable.payableOverContract,
  verdict.samePerson,
  verdict.acceptanceSecrecyWords,
]);

/** Findings on an acceptance, finished or half typed, as of its `acceptedOn` (today while there is none). */
export function checkAcceptance(acceptance: AcceptanceForm, context: AcceptanceContext): Finding[] {
  return runRules(acceptanceRules, acceptance, context, dateOf(acceptance.acceptedOn) ?? context.today);
}
