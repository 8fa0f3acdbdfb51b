// Why this is bought at all: priority, duty, suitability, the three benefits, no new posts, goals to be measured by.

import { toHalfWidth } from '../../../base/text';
import { governing } from '../../../policy/clauses';
import { isBlank } from '../reading';
import { planItemRule } from './plan-item-rule';

/** R065: 民生优先、先易后难、突出重点; nought is an answer, silence is none. */
export const priority = planItemRule({
  id: 'plan-item.priority',
  clause: governing('三(四)2'),
  requirement: 'R065',
  severity: 'block',
  check: (item) =>
    (['livelihood', 'ease', 'key'] as const)
      .filter((part) => !isScore(item.priority?.[part]))
      .map((part) => ({ field: `priority.${part}`, evidence: { missing: part } })),
});

/** R034: without a duty in a document it is none of the office's business. */
export const dutyBasis = planItemRule({
  id: 'plan-item.duty-basis',
  clause: governing('二(四)3'),
  requirement: 'R034',
  severity: 'block',
  check: ({ duty }) =>
    (['document', 'item'] as const)
      .filter((part) => isBlank(duty?.[part]))
      .map((part) => ({ field: `duty.${part}`, evidence: { missing: part } })),
});

/** R047: fit for the market, within society's power, and why. */
export const suitability = planItemRule({
  id: 'plan-item.suitability',
  clause: governing('三(三)'),
  requirement: 'R047',
  severity: 'block',
  check({ suitability: answers }) {
    const missing = [
      ...(answers?.marketFit === true ? [] : ['marketFit']),
      ...(answers?.socialCapable === true ? [] : ['socialCapable']),
      ...(isBlank(answers?.reason) ? ['reason'] : []),
    ];
    return missing.map((part) => ({ field: `suitability.${part}`, evidence: { missing: part } }));
  },
});

/** R055: the three benefits, each argued. */
export const benefits = planItemRule({
  id: 'plan-item.benefits',
  clause: governing('三(三)尾'),
  requirement: 'R055',
  severity: 'block',
  check: (item) =>
    (['duty', 'cost', 'quality'] as const)
      .filter((part) => isBlank(item.benefits?.[part]))
      .map((part) => ({ field: `benefits.${part}`, evidence: { missing: part } })),
});

/** R055: lower cost is a figure, not an adjective. */
export const benefitCostFigure = planItemRule({
  id: 'plan-item.benefit-cost-figure',
  clause: governing('三(三)尾'),
  requirement: 'R055',
  severity: 'block',
  check(item) {
    const cost = item.benefits?.cost;
    return isBlank(cost) || hasFigure(cost ?? '') ? [] : [{ field: 'benefits.cost', evidence: {} }];
  },
});

/** R022: no new body and no new posts for this. */
export const establishmentPledge = planItemRule({
  id: 'plan-item.establishment-pledge',
  clause: governing('二(二)4'),
  requirement: 'R022',
  severity: 'block',
  check: (item) => (item.establishmentPledged === true ? [] : [{ field: 'establishmentPledged', evidence: {} }]),
});

const DEMANDED_GOALS = ['quantity', 'quality', 'satisfaction'] as const;

/** R084: what is evaluated later is set now: 项目数量、质量 and the recipients' content. A goal counts with name and target. */
export const goalsMissing = planItemRule({
  id: 'plan-item.goals-missing',
  clause: governing('三(六)'),
  requirement: 'R084',
  severity: 'block',
  check({ goals = [] }) {
    const set = goals.filter((goal) => !isBlank(goal.name) && !isBlank(goal.target)).map((goal) => goal.kind);
    const missing = DEMANDED_GOALS.filter((kind) => !set.includes(kind));
    return missing.length === 0 ? [] : [{ field: 'goals', evidence: { missing: missing.join('、'), count: missing.length } }];
  },
});

export const goalTargetFigure = planItemRule({
  id: 'plan-item.goal-target-figure',
  clause: governing('三(六)'),
  requirement: 'R084',
  severity: 'warn',
  check: ({ goals = [] }) =>
    goals.flatMap(({ kind, target }, index) =>
      kind === 'quantity' && !isBlank(target) && !hasFigure(target ?? '')
        ? [{ field: `goals.${index}.target`, evidence: { kind } }]
        : [],
    ),
});

function isScore(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 5;
}

function hasFigure(text: string): boolean {
  return /\d/.test(toHalfWidth(text));
}
