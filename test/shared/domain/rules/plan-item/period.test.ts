import { describe, expect, it } from 'vitest';
import type { RuleId } from '#shared/domain/finding';
import type { PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { findingsOf, planItem, surroundings } from '../../samples';

const count = (rule: RuleId, changes: Partial<PlanItem>) => findingsOf(checkPlanItem(planItem(changes), surroundings()), rule).length;

describe('periodOrder', () => {
  it('blocks a term that ends before it begins; a single day is a term', () => {
    expect(count('plan-item.period-order', { endsOn: '2026-03-31' })).toBe(1);
    expect(count('plan-item.period-order', { endsOn: '2026-04-01' })).toBe(0);
  });
});

describe('periodOverThreeYears', () => {
  it('allows exactly three years by the calendar', () => {
    expect(count('plan-item.period-over-three-years', { endsOn: '2029-03-31' })).toBe(0);
    expect(count('plan-item.period-over-three-years', { endsOn: '2029-04-01' })).toBe(1);
  });

  it('begins with 财预〔2017〕87号', () => {
    const term = { year: 2017, startsOn: '2017-06-01', endsOn: '2021-12-31' };
    expect(count('plan-item.period-over-three-years', { ...term, submittedOn: '2017-05-27' })).toBe(0);
    expect(count('plan-item.period-over-three-years', { ...term, submittedOn: '2017-05-28' })).toBe(1);
  });
});

describe('periodBeyondMediumTerm', () => {
  it('asks when the term outlasts the plan year and the two after it', () => {
    expect(count('plan-item.period-beyond-medium-term', { endsOn: '2028-12-31' })).toBe(0);
    expect(count('plan-item.period-beyond-medium-term', { endsOn: '2029-01-01' })).toBe(1);
  });
});

describe('periodOverOneYear', () => {
  it('announces the four conditions between one year and three, from 2020-03-01', () => {
    expect(count('plan-item.period-over-one-year', { endsOn: '2027-03-31' })).toBe(0);
    expect(count('plan-item.period-over-one-year', { endsOn: '2027-04-01' })).toBe(1);
    expect(count('plan-item.period-over-one-year', { endsOn: '2029-04-01' })).toBe(0);
    const before = { year: 2020, startsOn: '2020-04-01', endsOn: '2022-03-31', submittedOn: '2020-02-29' };
    expect(count('plan-item.period-over-one-year', before)).toBe(0);
  });

  it('counts a leap day', () => {
    expect(count('plan-item.period-over-one-year', { startsOn: '2024-02-29', endsOn: '2025-02-27' })).toBe(0);
    expect(count('plan-item.period-over-one-year', { startsOn: '2024-02-29', endsOn: '2025-02-28' })).toBe(1);
  });
});

describe('periodStartsOutsideYear', () => {
  it('asks about a start outside the plan year', () => {
    expect(count('plan-item.period-starts-outside-year', { startsOn: '2025-12-31' })).toBe(1);
    expect(count('plan-item.period-starts-outside-year', { startsOn: '2026-01-01' })).toBe(0);
  });
});

describe('submittedTooEarly', () => {
  it('R064 refuses a day before the budget of that year was drawn up', () => {
    expect(count('plan-item.submitted-too-early', { submittedOn: '2024-12-31' })).toBe(1);
    expect(count('plan-item.submitted-too-early', { submittedOn: '2025-01-01' })).toBe(0);
  });

  it('leaves no way to an older law through an earlier date', () => {
    const findings = checkPlanItem(planItem({ submittedOn: '2019-12-31', method: 'entrustment' }), surroundings());
    expect(findings.some((finding) => finding.severity === 'block')).toBe(true);
  });
});

describe('submittedInFuture and submittedAfterYear', () => {
  it('ask about days after today and after the plan year', () => {
    expect(count('plan-item.submitted-in-future', { submittedOn: '2026-03-03' })).toBe(1);
    expect(count('plan-item.submitted-in-future', { submittedOn: '2026-03-02' })).toBe(0);
    expect(count('plan-item.submitted-after-year', { year: 2025 })).toBe(1);
    expect(count('plan-item.submitted-after-year', { year: 2026 })).toBe(0);
  });
});
