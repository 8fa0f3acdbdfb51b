// What a finance office may decide about one submitted revision (80号文 三(四)2): in time, by another hand, within the request.

import type { BusinessDate } from '../../../base/date';
import type { RecordId } from '../../../base/ids';
import { governing } from '../../../policy/clauses';
import type { Decision } from '../../decision';
import { type Finding } from '../../finding';
import type { PlanItem } from '../../plan-item';
import { dateOf, fenOf, isBlank } from '../reading';
import { everyRuleOf, type Loose, ruleFor, runRules } from '../rule';
import type { DecisionEvidence } from './evidence';

export type DecisionForm = Loose<Decision>;

export interface DecisionContext {
  readonly today: BusinessDate;
  /** The decision's own id; undefined before it has one. */
  readonly id: RecordId | undefined;
  /** The latest submitted revision held here; undefined when the item is not here. */
  readonly submitted:
    | {
        readonly rev: number;
        /** SM3 of its journal line. */
        readonly hash: string;
        readonly item: Pick<PlanItem, 'amountFen' | 'submittedOn' | 'preparedBy' | 'reviewedBy'>;
        /** Blocking findings that the rules still have on it. */
        readonly blockingFindings: number;
      }
    | undefined;
  /** Decisions on the same item, this one included or not. */
  readonly decisions: readonly ({ readonly id: RecordId } & Pick<Decision, 'planItemRev' | 'outcome' | 'documentNumber'>)[];
}

const EXAMINATION = governing('三(四)2');
const decisionRule = ruleFor<DecisionForm, DecisionContext>();

export const itemUnknown = decisionRule({
  id: 'decision.item-unknown',
  clause: EXAMINATION,
  severity: 'block',
  check: (_decision, { submitted }) => (submitted === undefined ? [{ field: 'planItemId', evidence: {} }] : []),
});

/** R067: only what is submitted now can be decided now. */
export const revisionNotCurrent = decisionRule({
  id: 'decision.revision-not-current',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check({ planItemRev }, { submitted }) {
    if (planItemRev === undefined || submitted === undefined || planItemRev === submitted.rev) return [];
    return [{ field: 'planItemRev', evidence: { decidedRev: planItemRev, currentRev: submitted.rev } }];
  },
});

/** The same revision number with another text under it is a forgery or a fork. */
export const textDiffers = decisionRule({
  id: 'decision.text-differs',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check({ planItemRev, planItemHash }, { submitted }) {
    if (planItemHash === undefined || submitted === undefined) return [];
    if (planItemRev !== submitted.rev || planItemHash === submitted.hash) return [];
    return [{ field: 'planItemHash', evidence: { decidedRev: submitted.rev } }];
  },
});

/** One word on one revision, unless that word was to send it back. */
export const alreadyDecided = decisionRule({
  id: 'decision.already-decided',
  clause: EXAMINATION,
  severity: 'block',
  check({ planItemRev }, { id, decisions }) {
    const earlier = decisions.find(
      (other) => other.id !== id && other.planItemRev === planItemRev && other.outcome !== 'returned',
    );
    if (earlier === undefined) return [];
    return [{ field: 'planItemRev', evidence: { rev: earlier.planItemRev, documentNumber: earlier.documentNumber } }];
  },
});

export const outcomeMissing = decisionRule({
  id: 'decision.outcome-missing',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check: ({ outcome }) => (outcome === undefined ? [{ field: 'outcome', evidence: {} }] : []),
});

export const documentMissing = decisionRule({
  id: 'decision.document-missing',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check: ({ documentNumber }) => (isBlank(documentNumber) ? [{ field: 'documentNumber', evidence: {} }] : []),
});

/** R067: more than was asked for only with the grounds of the addition, as an opinion on the amount. */
export const amountOverRequest = decisionRule({
  id: 'decision.amount-over-request',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check(decision, { submitted }) {
    const amount = fenOf(decision.amountFen);
    if (amount === undefined || submitted === undefined || amount <= submitted.item.amountFen) return [];
    const explained = (decision.fieldOpinions ?? []).some(({ field, opinion }) => field === 'amountFen' && !isBlank(opinion));
    if (explained && decision.outcome === 'approved') return [];
    return [{ field: 'amountFen', evidence: difference(amount, submitted.item.amountFen) }];
  },
});

/** Approved is approved in full; less is a cut and is called so. */
export const approvedInFull = decisionRule({
  id: 'decision.approved-in-full',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check(decision, { submitted }) {
    const amount = fenOf(decision.amountFen);
    if (decision.outcome !== 'approved' || submitted === undefined || amount === undefined) return [];
    return amount < submitted.item.amountFen ? [{ field: 'amountFen', evidence: difference(amount, submitted.item.amountFen) }] : [];
  },
});

/** A cut leaves something and takes something. */
export const cutAmount = decisionRule({
  id: 'decision.cut-amount',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check(decision, { submitted }) {
    const amount = fenOf(decision.amountFen);
    if (decision.outcome !== 'cut' || submitted === undefined || amount === undefined) return [];
    const requestedFen = submitted.item.amountFen;
    return amount > 0 && amount < requestedFen ? [] : [{ field: 'amountFen', evidence: { amountFen: amount, requestedFen } }];
  },
});

export const nothingGranted = decisionRule({
  id: 'decision.nothing-granted',
  clause: EXAMINATION,
  requirement: 'R067',
  severity: 'block',
  check({ outcome, amountFen }) {
    const amount = fenOf(amountFen);
    if (outcome !== 'returned' && outcome !== 'refused') return [];
    return amount === undefined || amount === 0 ? [] : [{ field: 'amountFen', evidence: { amountFen: amount } }];
  },
});

/** R004: what goes back, is cut or refused says why. */
export const opinionMissing = decisionRule({
  id: 'decision.opinion-missing',
  clause: governing('一'),
  requirement: 'R004',
  severity: 'block',
  check({ outcome, opinion, fieldOpinions = [] }) {
    if (outcome === undefined || outcome === 'approved') return [];
    if (!isBlank(opinion) || fieldOpinions.some((one) => !isBlank(one.opinion))) return [];
    return [{ field: 'opinion', evidence: { outcome } }];
  },
});

/** R067: who prepared or reviewed an item does not decide it, also where a bureau prepares for a unit. */
export const ownItem = decisionRule({
  id: 'decision.own-item',
  clause: governing('四(一)'),
  requirement: 'R067',
  severity: 'block',
  check({ decidedBy }, { submitted }) {
    if (decidedBy === undefined || submitted === undefined) return [];
    const role = (['preparedBy', 'reviewedBy'] as const).find((one) => submitted.item[one] === decidedBy);
    return role === undefined ? [] : [{ field: 'decidedBy', evidence: { role } }];
  },
});

export const beforeSubmission = decisionRule({
  id: 'decision.before-submission',
  clause: EXAMINATION,
  severity: 'block',
  check(decision, { submitted }) {
    const decidedOn = dateOf(decision.decidedOn);
    if (decidedOn === undefined || submitted === undefined || decidedOn >= submitted.item.submittedOn) return [];
    return [{ field: 'decidedOn', evidence: { decidedOn, submittedOn: submitted.item.submittedOn } }];
  },
});

export const decidedInFuture = decisionRule({
  id: 'decision.in-future',
  clause: EXAMINATION,
  severity: 'warn',
  check(decision, { today }) {
    const decidedOn = dateOf(decision.decidedOn);
    return decidedOn === undefined || decidedOn <= today ? [] : [{ field: 'decidedOn', evidence: { decidedOn, today } }];
  },
});

/** The bureau sees what the rules say; the judgement stays with it. */
export const itemHasFindings = decisionRule({
  id: 'decision.item-has-findings',
  clause: EXAMINATION,
  severity: 'warn',
  check({ outcome }, { submitted }) {
    if (outcome !== 'approved' && outcome !== 'cut') return [];
    const count = submitted?.blockingFindings ?? 0;
    return count === 0 ? [] : [{ field: 'outcome', evidence: { count } }];
  },
});

export const decisionRules = everyRuleOf<keyof DecisionEvidence>()([
  itemUnknown,
  revisionNotCurrent,
  textDiffers,
  alreadyDecided,
  itemHasFindings,
  outcomeMissing,
  amountOverRequest,
  approvedInFull,
  cutAmount,
  nothingGranted,
  opinionMissing,
  documentMissing,
  beforeSubmission,
  decidedInFuture,
  ownItem,
]);

/** Findings on a decision, finished or half typed, as of its `decidedOn` (today while there is none). */
export function checkDecision(decision: DecisionForm, context: DecisionContext): Finding[] {
  return runRules(decisionRules, decision, context, dateOf(decision.decidedOn) ?? context.today);
}

function difference(amountFen: number, requestedFen: number) {
  return { amountFen, requestedFen, differenceFen: amountFen - requestedFen };
}
