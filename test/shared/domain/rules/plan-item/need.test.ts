import { describe, expect, it } from 'vitest';
import type { PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { findingsOf, planItem, surroundings } from '../../samples';

const check = (changes: Partial<PlanItem>) => checkPlanItem(planItem(changes), surroundings());
const NONE = { source: '统计', surveyedCount: 0, surveyedOn: null, conclusion: '' };

describe('needSource', () => {
  it('R007 blocks an item whose need comes from nowhere', () => {
    const findings = check({ need: { ...planItem().need, source: '' } });
    expect(findingsOf(findings, 'plan-item.need-source')).toEqual([expect.objectContaining({ field: 'need.source', severity: 'block' })]);
  });
});

describe('surveyMissing', () => {
  it('R011 blocks a public service without a survey, and no other category', () => {
    expect(findingsOf(check({ need: NONE }), 'plan-item.survey-missing').map((finding) => finding.field)).toEqual([
      'need.surveyedCount', 'need.surveyedOn', 'need.conclusion',
    ]);
    expect(findingsOf(check({ need: NONE, catalogueCode: '5.11' }), 'plan-item.survey-missing')).toEqual([]);
  });
});

describe('surveyTooFew', () => {
  const few = (surveyedCount: number, changes: Partial<PlanItem> = {}) =>
    findingsOf(check({ need: { ...planItem().need, surveyedCount }, ...changes }), 'plan-item.survey-too-few').length;

  it('R011 wants three of those concerned', () => {
    expect([few(2), few(3)]).toEqual([1, 0]);
  });

  it('R011 wants them of a project of ten million yuan in any category', () => {
    expect(few(2, { catalogueCode: '5.11', amountFen: 999_999_999 })).toBe(0);
    expect(few(2, { catalogueCode: '5.11', amountFen: 1_000_000_000 })).toBe(1);
  });

  it('begins with 财库〔2021〕22号', () => {
    expect(few(2, { year: 2021, submittedOn: '2021-06-30' })).toBe(0);
    expect(few(2, { year: 2021, submittedOn: '2021-07-01' })).toBe(1);
  });
});

describe('surveyTooOld', () => {
  it('R011 lets a survey serve for one year, the corresponding day included', () => {
    const old = (surveyedOn: string) =>
      findingsOf(check({ need: { ...planItem().need, surveyedOn } }), 'plan-item.survey-too-old').length;
    expect([old('2025-03-01'), old('2025-03-02')]).toEqual([1, 0]);
  });

  it('refuses a survey that has not taken place yet', () => {
    const future = (surveyedOn: string) =>
      findingsOf(check({ need: { ...planItem().need, surveyedOn } }), 'plan-item.survey-in-future').length;
    expect([future('2026-03-02'), future('2026-03-03')]).toEqual([0, 1]);
  });
});
