// The term of a project and the day it is submitted. Contracts have their own rules on terms.

import { yearOf } from '../../../base/date';
import { governing } from '../../../policy/clauses';
import { dateOf } from '../reading';
import { lastDayOfTerm } from '../term';
import { type PlanItemForm, planItemRule } from './plan-item-rule';

const PLANNING = governing('三(四)2');

export const periodOrder = planItemRule({
  id: 'plan-item.period-order',
  clause: PLANNING,
  requirement: 'R066',
  severity: 'block',
  check(item) {
    const term = termOf(item);
    return term !== undefined && term.endsOn < term.startsOn ? [{ field: 'endsOn', evidence: term }] : [];
  },
});

/** An annual plan begins in its year. */
export const periodStartsOutsideYear = planItemRule({
  id: 'plan-item.period-starts-outside-year',
  clause: PLANNING,
  severity: 'warn',
  check({ startsOn, year }) {
    const start = dateOf(startsOn);
    if (start === undefined || year === undefined || yearOf(start) === year) return [];
    return [{ field: 'startsOn', evidence: { startsOn: start, year } }];
  },
});

/** 财预〔2017〕87号三: within the three years of medium-term financial planning. */
export const periodOverThreeYears = planItemRule({
  id: 'plan-item.period-over-three-years',
  clause: 'L12',
  severity: 'block',
  check(item) {
    const term = termOf(item);
    if (term === undefined) return [];
    const latestEnd = lastDayOfTerm(term.startsOn, 3);
    return term.endsOn > latestEnd ? [{ field: 'endsOn', evidence: { ...term, latestEnd } }] : [];
  },
});

/** The plan's year and the two after it are what medium-term planning covers now; beyond them no money is arranged. */
export const periodBeyondMediumTerm = planItemRule({
  id: 'plan-item.period-beyond-medium-term',
  clause: 'L12',
  severity: 'warn',
  check({ endsOn, year }) {
    const end = dateOf(endsOn);
    if (end === undefined || year === undefined || yearOf(end) <= year + 2) return [];
    return [{ field: 'endsOn', evidence: { endsOn: end, latestEnd: `${year + 2}-12-31` } }];
  },
});

/** 102号令第24条: a contract longer than a year will need its four conditions; the plan hears of it early. */
export const periodOverOneYear = planItemRule({
  id: 'plan-item.period-over-one-year',
  clause: 'L08',
  severity: 'warn',
  check(item) {
    const term = termOf(item);
    if (term === undefined) return [];
    const latestEnd = lastDayOfTerm(term.startsOn, 1);
    if (term.endsOn <= latestEnd || term.endsOn > lastDayOfTerm(term.startsOn, 3)) return [];
    return [{ field: 'endsOn', evidence: { ...term, latestEnd } }];
  },
});

/**
 * A plan is drawn up with the budget: in the year before its own, or in it. A date further back would also choose the law it is
 * judged by.
 */
export const submittedTooEarly = planItemRule({
  id: 'plan-item.submitted-too-early',
  clause: PLANNING,
  requirement: 'R064',
  severity: 'block',
  check({ submittedOn, year }) {
    const submitted = dateOf(submittedOn);
    if (submitted === undefined || year === undefined || yearOf(submitted) >= year - 1) return [];
    return [{ field: 'submittedOn', evidence: { submittedOn: submitted, earliest: `${year - 1}-01-01` } }];
  },
});

export const submittedInFuture = planItemRule({
  id: 'plan-item.submitted-in-future',
  clause: PLANNING,
  severity: 'warn',
  check({ submittedOn }, { today }) {
    const submitted = dateOf(submittedOn);
    if (submitted === undefined || submitted <= today) return [];
    return [{ field: 'submittedOn', evidence: { submittedOn: submitted, today } }];
  },
});

/** After its year a plan is history being entered; that may be meant. */
export const submittedAfterYear = planItemRule({
  id: 'plan-item.submitted-after-year',
  clause: PLANNING,
  requirement: 'R064',
  severity: 'warn',
  check({ submittedOn, year }) {
    const submitted = dateOf(submittedOn);
    if (submitted === undefined || year === undefined || yearOf(submitted) <= year) return [];
    return [{ field: 'submittedOn', evidence: { submittedOn: submitted, year } }];
  },
});

function termOf(item: PlanItemForm): { startsOn: string; endsOn: string } | undefined {
  const startsOn = dateOf(item.startsOn);
  const endsOn = dateOf(item.endsOn);
  return startsOn === undefined || endsOn === undefined ? undefined : { startsOn, endsOn };
}
