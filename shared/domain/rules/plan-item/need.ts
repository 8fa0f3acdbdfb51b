// The need behind a project (80号文 一, 二(二)1) and the survey that public services and large projects owe.

import { addYears } from '../../../base/date';
import { governing } from '../../../policy/clauses';
import { countOf, dateOf, fenOf, isBlank } from '../reading';
import { type PlanItemForm, planItemRule } from './plan-item-rule';

const LEAST_SURVEYED = 3;
/** 财库〔2021〕22号第11条: services of 10 million yuan and more. */
const LARGE_FEN = 1_000_000_000;

/** R007: where the need comes from. */
export const needSource = planItemRule({
  id: 'plan-item.need-source',
  clause: governing('一'),
  requirement: 'R007',
  severity: 'block',
  check: ({ need }) => (isBlank(need?.source) ? [{ field: 'need.source', evidence: {} }] : []),
});

/** R011: a public service is not submitted without a survey of the need. */
export const surveyMissing = planItemRule({
  id: 'plan-item.survey-missing',
  clause: governing('二(二)1'),
  requirement: 'R011',
  severity: 'block',
  check(item) {
    if (!isPublicService(item)) return [];
    const missing = [
      ...((countOf(item.need?.surveyedCount) ?? 0) > 0 ? [] : ['surveyedCount']),
      ...(dateOf(item.need?.surveyedOn) === undefined ? ['surveyedOn'] : []),
      ...(isBlank(item.need?.conclusion) ? ['conclusion'] : []),
    ];
    return missing.map((part) => ({ field: `need.${part}`, evidence: { missing: part } }));
  },
});

/** 财库〔2021〕22号第11条: at least three asked, for public services and for large projects. */
export const surveyTooFew = planItemRule({
  id: 'plan-item.survey-too-few',
  clause: 'L43',
  requirement: 'R011',
  severity: 'block',
  check(item) {
    const count = countOf(item.need?.surveyedCount);
    if (count === undefined || count >= LEAST_SURVEYED || !owesSurvey(item)) return [];
    return [{ field: 'need.surveyedCount', evidence: { surveyedCount: count, leastCount: LEAST_SURVEYED } }];
  },
});

/** The same article lets a survey serve for one year, the corresponding day included. */
export const surveyTooOld = planItemRule({
  id: 'plan-item.survey-too-old',
  clause: 'L43',
  requirement: 'R011',
  severity: 'block',
  check(item, { date }) {
    const surveyedOn = dateOf(item.need?.surveyedOn);
    if (surveyedOn === undefined || !owesSurvey(item) || date <= addYears(surveyedOn, 1)) return [];
    return [{ field: 'need.surveyedOn', evidence: { surveyedOn, date } }];
  },
});

export const surveyInFuture = planItemRule({
  id: 'plan-item.survey-in-future',
  clause: governing('二(二)1'),
  requirement: 'R011',
  severity: 'block',
  check(item, { date }) {
    const surveyedOn = dateOf(item.need?.surveyedOn);
    if (surveyedOn === undefined || surveyedOn <= date) return [];
    return [{ field: 'need.surveyedOn', evidence: { surveyedOn, date } }];
  },
});

/** Category 1 of the catalogue. */
export function isPublicService({ catalogueCode = '' }: { readonly catalogueCode?: string | undefined }): boolean {
  return catalogueCode.startsWith('1.');
}

function owesSurvey(item: PlanItemForm): boolean {
  return isPublicService(item) || (fenOf(item.amountFen) ?? 0) >= LARGE_FEN;
}
