import { describe, expect, it } from 'vitest';
import type { Contract } from '#shared/domain/contract';
import type { RuleId } from '#shared/domain/finding';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { contract, contractContext, findingsOf } from '../../samples';

const found = <R extends RuleId>(rule: R, changes: Partial<Contract>) => findingsOf(checkContract(contract(changes), contractContext()), rule);
const ALL = { fixedContent: true, continuous: true, stableFunding: true, stablePrice: true };

describe('termConditions', () => {
  it('R074 allows exactly one year by the calendar without conditions', () => {
    expect(found('contract.term-conditions', { startsOn: '2026-04-01', endsOn: '2027-03-31' })).toEqual([]);
    expect(found('contract.term-conditions', { startsOn: '2026-04-01', endsOn: '2027-04-01' })).toEqual([
      expect.objectContaining({
        field: 'longTerm',
        severity: 'block',
        evidence: { endsOn: '2027-04-01', latestEnd: '2027-03-31', missing: 'fixedContent、continuous、stableFunding、stablePrice' },
      }),
    ]);
  });

  it.each(Object.keys(ALL))('R074 wants the condition %s for a second year', (condition) => {
    const endsOn = '2028-03-31';
    expect(found('contract.term-conditions', { endsOn, longTerm: ALL })).toEqual([]);
    const missing = found('contract.term-conditions', { endsOn, longTerm: { ...ALL, [condition]: false } });
    expect(missing.map((finding) => finding.evidence.missing)).toEqual([condition]);
  });

  it('R074 ends a term of one year from a leap day on 27 February', () => {
    const leap = { signedOn: '2024-02-20', awardNoticeOn: null, startsOn: '2024-02-29' };
    expect(found('contract.term-conditions', { ...leap, endsOn: '2025-02-27' })).toEqual([]);
    expect(found('contract.term-conditions', { ...leap, endsOn: '2025-02-28' })).toHaveLength(1);
  });

  it('begins with order 102', () => {
    const term = { awardNoticeOn: null, startsOn: '2020-04-01', endsOn: '2022-03-31' };
    expect(found('contract.term-conditions', { ...term, signedOn: '2020-02-29' })).toEqual([]);
    expect(found('contract.term-conditions', { ...term, signedOn: '2020-03-01' })).toHaveLength(1);
  });
});

describe('termOverThreeYears', () => {
  it('R074 allows exactly three years and no day more, whatever the conditions', () => {
    expect(found('contract.term-over-three-years', { endsOn: '2029-03-31', longTerm: ALL })).toEqual([]);
    expect(found('contract.term-over-three-years', { endsOn: '2029-04-01', longTerm: ALL })).toHaveLength(1);
  });
});

describe('termOrder, startsBeforeSigning and termOutsidePlan', () => {
  it('keep the dates in order', () => {
    expect(found('contract.term-order', { endsOn: '2026-03-31' })).toHaveLength(1);
    expect(found('contract.starts-before-signing', { startsOn: '2026-03-24' })).toEqual([expect.objectContaining({ severity: 'warn' })]);
    expect(found('contract.starts-before-signing', { startsOn: '2026-03-25' })).toEqual([]);
    expect(found('contract.term-outside-plan', { endsOn: '2027-04-01' })).toHaveLength(1);
    expect(found('contract.term-outside-plan', {})).toEqual([]);
  });
});

describe('lateSigning', () => {
  it('R073 allows thirty days from the notice, and wants the reason of the thirty-first', () => {
    const notice = { awardNoticeOn: '2026-03-12' };
    expect(found('contract.late-signing', { ...notice, signedOn: '2026-04-11' })).toEqual([]);
    expect(found('contract.late-signing', { ...notice, signedOn: '2026-04-12' })).toEqual([
      expect.objectContaining({
        field: 'lateReason',
        severity: 'block',
        evidence: { signedOn: '2026-04-12', dueOn: '2026-04-11', days: 31 },
      }),
    ]);
    expect(found('contract.late-signing', { ...notice, signedOn: '2026-04-12', lateReason: '暴雪封路' })).toEqual([]);
  });

  it('refuses a signature before the notice', () => {
    expect(found('contract.before-award', { awardNoticeOn: '2026-03-26' })).toHaveLength(1);
    expect(found('contract.before-award', { awardNoticeOn: '2026-03-25' })).toEqual([]);
    expect(found('contract.before-award', { awardNoticeOn: null })).toEqual([]);
  });
});
