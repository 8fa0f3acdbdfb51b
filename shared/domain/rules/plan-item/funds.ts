// Where the money comes from (80号文 三(五)): slices by source, year and origin that close to the fen.

import { yearOf } from '../../../base/date';
import { governing } from '../../../policy/clauses';
import { dateOf, fenOf, isBlank, sumOf } from '../reading';
import { planItemRule } from './plan-item-rule';

const FUNDS = governing('三(五)');

export const fundsRequired = planItemRule({
  id: 'plan-item.funds-required',
  clause: FUNDS,
  requirement: 'R079',
  severity: 'block',
  check: ({ funds = [] }) => (funds.length === 0 ? [{ field: 'funds', evidence: {} }] : []),
});

export const fundAmount = planItemRule({
  id: 'plan-item.fund-amount',
  clause: FUNDS,
  requirement: 'R079',
  severity: 'block',
  check: ({ funds = [] }) =>
    funds.flatMap((slice, index) =>
      (fenOf(slice.amountFen) ?? 0) > 0 ? [] : [{ field: `funds.${index}.amountFen`, evidence: {} }],
    ),
});

/** R079: slices across sources and years sum to the item's amount; the difference is shown in fen. */
export const sourcesClose = planItemRule({
  id: 'plan-item.sources-close',
  clause: FUNDS,
  requirement: 'R079',
  severity: 'block',
  check({ funds = [], amountFen }) {
    const sum = sumOf(funds.map((slice) => slice.amountFen));
    const amount = fenOf(amountFen);
    if (funds.length === 0 || sum === undefined || amount === undefined || sum === amount) return [];
    return [{ field: 'funds', evidence: { sumFen: sum, amountFen: amount, differenceFen: sum - amount } }];
  },
});

/** R081: money stands in the years of the plan and the term, each year for itself. */
export const fundYear = planItemRule({
  id: 'plan-item.fund-year',
  clause: FUNDS,
  requirement: 'R081',
  severity: 'block',
  check({ funds = [], year, startsOn, endsOn }) {
    const start = dateOf(startsOn);
    const end = dateOf(endsOn);
    if (year === undefined || start === undefined || end === undefined) return [];
    const firstYear = Math.min(year, yearOf(start));
    const lastYear = Math.max(year, yearOf(end));
    return funds.flatMap((slice, index) =>
      slice.year === undefined || (slice.year >= firstYear && slice.year <= lastYear)
        ? []
        : [{ field: `funds.${index}.year`, evidence: { year: slice.year, firstYear, lastYear } }],
    );
  },
});

export const existingFromProject = planItemRule({
  id: 'plan-item.existing-from-project',
  clause: FUNDS,
  requirement: 'R079',
  severity: 'block',
  check: ({ funds = [] }) =>
    funds.flatMap((slice, index) =>
      slice.origin === 'existing' && isBlank(slice.fromProject) ? [{ field: `funds.${index}.fromProject`, evidence: {} }] : [],
    ),
});

export const newApprovalDocument = planItemRule({
  id: 'plan-item.new-approval-document',
  clause: FUNDS,
  requirement: 'R080',
  severity: 'block',
  check: ({ funds = [] }) =>
    funds.flatMap((slice, index) =>
      slice.origin === 'new' && isBlank(slice.approvalDocument)
        ? [{ field: `funds.${index}.approvalDocument`, evidence: {} }]
        : [],
    ),
});

/** 主要…从存量中调整安排，原则上不增加财政负担: money that is new in full deserves a look, no more. */
export const allNewMoney = planItemRule({
  id: 'plan-item.all-new-money',
  clause: FUNDS,
  requirement: 'R079',
  severity: 'info',
  check({ funds = [], amountFen }) {
    const amount = fenOf(amountFen);
    const newFen = sumOf(funds.map((slice) => slice.amountFen));
    if (funds.length === 0 || amount === undefined || newFen === undefined) return [];
    if (!funds.every((slice) => slice.origin === 'new')) return [];
    return [{ field: 'funds', evidence: { newFen, amountFen: amount } }];
  },
});

/** R064: the item stands in the department's budget. */
export const budgetProject = planItemRule({
  id: 'plan-item.budget-project',
  clause: governing('三(四)2'),
  requirement: 'R064',
  severity: 'block',
  check: (item) => (isBlank(item.budgetProject) ? [{ field: 'budgetProject', evidence: {} }] : []),
});

/** R086: performance goals are tied to the budget project by its code. */
export const budgetCode = planItemRule({
  id: 'plan-item.budget-code',
  clause: governing('三(六)'),
  requirement: 'R086',
  severity: 'warn',
  check: (item) => (isBlank(item.budgetCode) ? [{ field: 'budgetCode', evidence: {} }] : []),
});
