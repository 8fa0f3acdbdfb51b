import { describe, expect, it } from 'vitest';
import type { PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { findingsOf, planItem, surroundings } from '../../samples';

const check = (changes: Partial<PlanItem>) => checkPlanItem(planItem(changes), surroundings());

describe('methodOutsideProcurement', () => {
  it.each(['entrustment', 'franchise', 'strategic-alliance'])('R072 blocks %s from 2020-03-01, not the day before', (method) => {
    const on = (submittedOn: string) =>
      findingsOf(check({ year: 2020, method, submittedOn }), 'plan-item.method-outside-procurement');
    expect(on('2020-02-29')).toEqual([]);
    expect(on('2020-03-01')).toEqual([
      expect.objectContaining({ field: 'method', severity: 'block', evidence: { method, blockedFrom: '2020-03-01' } }),
    ]);
  });

  it('R016 asks for the grounds while these ways were open', () => {
    const on = (submittedOn: string) =>
      findingsOf(check({ year: 2020, method: 'entrustment', submittedOn }), 'plan-item.method-outside-needs-proof').length;
    expect(on('2020-02-29')).toBe(1);
    expect(on('2020-03-01')).toBe(0);
  });
});

describe('methodGoodsOnly and methodUnknown', () => {
  it('R070 blocks 询价 for services and whatever is no method', () => {
    expect(findingsOf(check({ method: 'price-inquiry' }), 'plan-item.method-goods-only')).toHaveLength(1);
    expect(findingsOf(check({ method: 'toString' }), 'plan-item.method-unknown')).toHaveLength(1);
    expect(findingsOf(check({ method: 'consultation' }), 'plan-item.method-unknown')).toEqual([]);
  });
});

describe('singleSourceProof', () => {
  it('asks for the grounds of a single source', () => {
    expect(findingsOf(check({ method: 'single-source' }), 'plan-item.single-source-proof')).toEqual([
      expect.objectContaining({ field: 'attachments', severity: 'warn' }),
    ]);
  });
});

describe('providerTypes', () => {
  it('blocks none and unknown ones', () => {
    expect(findingsOf(check({ providerTypes: [] }), 'plan-item.provider-types')).toHaveLength(1);
    expect(findingsOf(check({ providerTypes: ['P1', 'P9'] }), 'plan-item.provider-types')).toHaveLength(1);
  });

  it('asks about kinds that were not named before 2020-03-01, and about individuals after', () => {
    const on = (submittedOn: string) => {
      const findings = check({ year: 2020, submittedOn, providerTypes: ['P3', 'P7', 'P8'] });
      return [
        findingsOf(findings, 'plan-item.provider-not-yet-named').map((finding) => finding.evidence.providerType),
        findingsOf(findings, 'plan-item.provider-individual').length,
      ];
    };
    expect(on('2020-02-29')).toEqual([['P7', 'P8'], 0]);
    expect(on('2020-03-01')).toEqual([[], 1]);
  });
});

describe('smeSmallProject and smeShare', () => {
  const sme = (amountFen: number, smeReservedFen: number, more: Partial<PlanItem> = {}) => {
    const findings = check({ amountFen, smeReservedFen, ...more });
    return (['plan-item.sme-small-project', 'plan-item.sme-share', 'plan-item.sme-over-amount'] as const).map(
      (rule) => findingsOf(findings, rule)[0]?.severity,
    );
  };

  it('hints at the whole up to two million yuan', () => {
    expect(sme(200_000_000, 199_999_999)).toEqual(['warn', undefined, undefined]);
    expect(sme(200_000_000, 200_000_000)).toEqual([undefined, undefined, undefined]);
  });

  it('hints at three tenths above', () => {
    expect(sme(200_000_001, 60_000_000)).toEqual([undefined, undefined, undefined]);
    expect(sme(200_000_010, 60_000_002)).toEqual([undefined, 'warn', undefined]);
    expect(sme(200_000_010, 60_000_003)).toEqual([undefined, undefined, undefined]);
  });

  it('blocks more than the amount itself', () => {
    expect(sme(100, 101)).toEqual([undefined, undefined, 'block']);
  });

  it('begins with 财库〔2020〕46号', () => {
    expect(sme(100, 0, { year: 2021, submittedOn: '2020-12-31' })).toEqual([undefined, undefined, undefined]);
    expect(sme(100, 0, { year: 2021, submittedOn: '2021-01-01' })).toEqual(['warn', undefined, undefined]);
  });
});
