// When a contract is signed and how long it runs. Terms are counted by the calendar, both ends included.

import { addDays, daysBetween } from '../../../base/date';
import { DAYS_TO_SIGN } from '../../contract';
import { governing } from '../../../policy/clauses';
import { dateOf, isBlank } from '../reading';
import { lastDayOfTerm } from '../term';
import { type ContractForm, contractRule } from './contract-rule';

const CONTRACTING = governing('三(四)3');

export const termOrder = contractRule({
  id: 'contract.term-order',
  clause: CONTRACTING,
  requirement: 'R074',
  severity: 'block',
  check(contract) {
    const term = termOf(contract);
    return term !== undefined && term.endsOn < term.startsOn ? [{ field: 'endsOn', evidence: term }] : [];
  },
});

export const startsBeforeSigning = contractRule({
  id: 'contract.starts-before-signing',
  clause: CONTRACTING,
  severity: 'warn',
  check(contract) {
    const startsOn = dateOf(contract.startsOn);
    const signedOn = dateOf(contract.signedOn);
    if (startsOn === undefined || signedOn === undefined || startsOn >= signedOn) return [];
    return [{ field: 'startsOn', evidence: { startsOn, signedOn } }];
  },
});

/** R074, 102号令第24条: never longer than three years. */
export const termOverThreeYears = contractRule({
  id: 'contract.term-over-three-years',
  clause: 'L08',
  requirement: 'R074',
  severity: 'block',
  check(contract) {
    const term = termOf(contract);
    if (term === undefined) return [];
    const latestEnd = lastDayOfTerm(term.startsOn, 3);
    return term.endsOn > latestEnd ? [{ field: 'endsOn', evidence: { endsOn: term.endsOn, latestEnd } }] : [];
  },
});

/** R074, 102号令第24条: longer than one year only with all four conditions. */
export const termConditions = contractRule({
  id: 'contract.term-conditions',
  clause: 'L08',
  requirement: 'R074',
  severity: 'block',
  check(contract) {
    const term = termOf(contract);
    if (term === undefined) return [];
    const latestEnd = lastDayOfTerm(term.startsOn, 1);
    if (term.endsOn <= latestEnd || term.endsOn > lastDayOfTerm(term.startsOn, 3)) return [];
    const missing = (['fixedContent', 'continuous', 'stableFunding', 'stablePrice'] as const).filter(
      (condition) => contract.longTerm?.[condition] !== true,
    );
    if (missing.length === 0) return [];
    return [{ field: 'longTerm', evidence: { endsOn: term.endsOn, latestEnd, missing: missing.join('、') } }];
  },
});

export const termOutsidePlan = contractRule({
  id: 'contract.term-outside-plan',
  clause: CONTRACTING,
  severity: 'warn',
  check(contract, { planItem }) {
    const term = termOf(contract);
    if (term === undefined || planItem === undefined) return [];
    if (term.startsOn >= planItem.startsOn && term.endsOn <= planItem.endsOn) return [];
    return [{ field: 'endsOn', evidence: { startsOn: planItem.startsOn, endsOn: planItem.endsOn } }];
  },
});

/** R073: within thirty days of the notice, or with the reason. */
export const lateSigning = contractRule({
  id: 'contract.late-signing',
  clause: 'L20',
  requirement: 'R073',
  severity: 'block',
  check(contract) {
    const signedOn = dateOf(contract.signedOn);
    const notice = dateOf(contract.awardNoticeOn);
    if (signedOn === undefined || notice === undefined || !isBlank(contract.lateReason)) return [];
    const dueOn = addDays(notice, DAYS_TO_SIGN);
    if (signedOn <= dueOn) return [];
    return [{ field: 'lateReason', evidence: { signedOn, dueOn, days: daysBetween(notice, signedOn) } }];
  },
});

export const beforeAward = contractRule({
  id: 'contract.before-award',
  clause: 'L20',
  requirement: 'R073',
  severity: 'block',
  check(contract) {
    const signedOn = dateOf(contract.signedOn);
    const awardNoticeOn = dateOf(contract.awardNoticeOn);
    if (signedOn === undefined || awardNoticeOn === undefined || signedOn >= awardNoticeOn) return [];
    return [{ field: 'signedOn', evidence: { signedOn, awardNoticeOn } }];
  },
});

function termOf(contract: ContractForm): { startsOn: string; endsOn: string } | undefined {
  const startsOn = dateOf(contract.startsOn);
  const endsOn = dateOf(contract.endsOn);
  return startsOn === undefined || endsOn === undefined ? undefined : { startsOn, endsOn };
}
