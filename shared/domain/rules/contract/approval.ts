// A contract rests on the approved budget and plan (80号文 三(四)3, 三(五)): approved, in time, and no more than that.

import { governing } from '../../../policy/clauses';
import { dateOf, fenOf, sumOf } from '../reading';
import { contractRule } from './contract-rule';

const IMPLEMENTATION = governing('三(四)3');

/** R068: nothing is contracted that was not approved. */
export const notApproved = contractRule({
  id: 'contract.not-approved',
  clause: IMPLEMENTATION,
  requirement: 'R068',
  severity: 'block',
  check: (_contract, { decision }) =>
    decision?.outcome === 'approved' || decision?.outcome === 'cut' ? [] : [{ field: 'decisionId', evidence: {} }],
});

/** R068: an approval speaks of the revision it saw; a later revision needs its own. */
export const approvalSuperseded = contractRule({
  id: 'contract.approval-superseded',
  clause: IMPLEMENTATION,
  requirement: 'R068',
  severity: 'block',
  check(_contract, { decision, planItem }) {
    if (decision === undefined || planItem === undefined || decision.planItemRev === planItem.rev) return [];
    return [{ field: 'decisionId', evidence: { decidedRev: decision.planItemRev, currentRev: planItem.rev } }];
  },
});

/** R068, R081: all contracts of the item together stay within the approved amount. */
export const overApproved = contractRule({
  id: 'contract.over-approved',
  clause: governing('三(五)'),
  requirement: 'R068',
  severity: 'block',
  check(contract, { id, decision, contracts }) {
    const amount = fenOf(contract.amountFen);
    const others = sumOf(contracts.filter((other) => other.id !== id).map((other) => other.amountFen));
    if (amount === undefined || others === undefined || decision === undefined) return [];
    const excessFen = amount + others - decision.amountFen;
    if (excessFen <= 0) return [];
    return [
      { field: 'amountFen', evidence: { amountFen: amount, otherContractsFen: others, approvedFen: decision.amountFen, excessFen } },
    ];
  },
});

export const beforeDecision = contractRule({
  id: 'contract.before-decision',
  clause: IMPLEMENTATION,
  requirement: 'R068',
  severity: 'block',
  check(contract, { decision }) {
    const signedOn = dateOf(contract.signedOn);
    if (signedOn === undefined || decision === undefined || signedOn >= decision.decidedOn) return [];
    return [{ field: 'signedOn', evidence: { signedOn, decidedOn: decision.decidedOn } }];
  },
});

export const signedInFuture = contractRule({
  id: 'contract.in-future',
  clause: IMPLEMENTATION,
  severity: 'warn',
  check(contract, { today }) {
    const signedOn = dateOf(contract.signedOn);
    return signedOn === undefined || signedOn <= today ? [] : [{ field: 'signedOn', evidence: { signedOn, today } }];
  },
});
