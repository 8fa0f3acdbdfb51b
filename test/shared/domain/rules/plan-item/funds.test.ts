import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FundSlice, PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { findingsOf, planItem, surroundings } from '../../samples';

const check = (changes: Partial<PlanItem>) => checkPlanItem(planItem(changes), surroundings());
const slice = (changes: Partial<FundSlice>): FundSlice => ({
  source: 1, year: 2026, amountFen: 100, origin: 'existing', fromProject: '养老服务补助', approvalDocument: '', ...changes,
});

describe('sourcesClose', () => {
  it('R079 closes to the fen over any number of slices, and shows the difference', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900_000_000_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: -3, max: 3 }),
        (parts, off) => {
          const sum = parts.reduce((total, part) => total + part, 0);
          fc.pre(sum + off >= 0);
          const findings = check({ amountFen: sum + off, funds: parts.map((amountFen) => slice({ amountFen })) });
          expect(findingsOf(findings, 'plan-item.sources-close').map((finding) => finding.evidence)).toEqual(
            off === 0 ? [] : [{ sumFen: sum, amountFen: sum + off, differenceFen: -off }],
          );
        },
      ),
    );
  });

  it('keeps silent while a slice has no amount; that slice is asked for', () => {
    const findings = checkPlanItem({ ...planItem(), funds: [slice({}), { source: 1 }] }, surroundings());
    expect(findingsOf(findings, 'plan-item.sources-close')).toEqual([]);
    expect(findingsOf(findings, 'plan-item.fund-amount').map((finding) => finding.field)).toEqual(['funds.1.amountFen']);
  });

  it('asks for at least one slice', () => {
    expect(findingsOf(check({ funds: [] }), 'plan-item.funds-required')).toHaveLength(1);
  });
});

describe('fundYear', () => {
  const years = (year: number) =>
    findingsOf(check({ funds: [slice({ year })] }), 'plan-item.fund-year').map((finding) => finding.evidence);

  it('keeps money inside the years of plan and term', () => {
    expect(years(2026)).toEqual([]);
    expect(years(2027)).toEqual([]);
    expect(years(2025)).toEqual([{ year: 2025, firstYear: 2026, lastYear: 2027 }]);
    expect(years(2028)).toEqual([{ year: 2028, firstYear: 2026, lastYear: 2027 }]);
  });
});

describe('existingFromProject and newApprovalDocument', () => {
  it('R079 blocks existing money that does not say where it comes from', () => {
    const findings = check({ funds: [slice({}), slice({ fromProject: ' ' })] });
    expect(findingsOf(findings, 'plan-item.existing-from-project')).toEqual([
      expect.objectContaining({ field: 'funds.1.fromProject', severity: 'block' }),
    ]);
  });

  it('R080 blocks new money without the document that granted it', () => {
    const findings = check({ funds: [slice({ origin: 'new' }), slice({ origin: 'new', approvalDocument: '某财预〔2026〕1号' })] });
    expect(findingsOf(findings, 'plan-item.new-approval-document')).toEqual([
      expect.objectContaining({ field: 'funds.0.approvalDocument', severity: 'block' }),
    ]);
  });
});

describe('allNewMoney', () => {
  it('R079 mentions money that is new in full, and only then', () => {
    const fresh = slice({ origin: 'new', approvalDocument: '某财预〔2026〕1号' });
    expect(findingsOf(check({ funds: [fresh, fresh] }), 'plan-item.all-new-money')).toEqual([
      expect.objectContaining({ severity: 'info', evidence: { newFen: 200, amountFen: 9_660_000 } }),
    ]);
    expect(findingsOf(check({ funds: [fresh, slice({})] }), 'plan-item.all-new-money')).toEqual([]);
  });
});

describe('budgetProject and budgetCode', () => {
  it('R064 blocks an item outside the budget and R086 asks for the code that ties goals to it', () => {
    const findings = check({ budgetProject: '', budgetCode: '' });
    expect(findingsOf(findings, 'plan-item.budget-project')).toEqual([expect.objectContaining({ severity: 'block' })]);
    expect(findingsOf(findings, 'plan-item.budget-code')).toEqual([expect.objectContaining({ severity: 'warn' })]);
  });
});
