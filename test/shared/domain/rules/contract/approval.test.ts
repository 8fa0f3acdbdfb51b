import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '#shared/domain/contract';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import type { ContractContext } from '#shared/domain/rules/contract/contract-rule';
import { contract, contractContext, decision, findingsOf, planItem, recordId } from '../../samples';

const check = (changes: Partial<Contract>, context: Partial<ContractContext> = {}) =>
  checkContract(contract(changes), contractContext(context));

describe('notApproved', () => {
  it('R068 refuses a contract without an approval', () => {
    expect(findingsOf(check({}, { decision: undefined }), 'contract.not-approved')).toHaveLength(1);
    for (const outcome of ['returned', 'refused'] as const) {
      expect(findingsOf(check({}, { decision: decision({ outcome, amountFen: 0 }) }), 'contract.not-approved')).toHaveLength(1);
    }
    expect(findingsOf(check({}, { decision: decision({ outcome: 'cut' }) }), 'contract.not-approved')).toEqual([]);
  });
});

describe('approvalSuperseded', () => {
  it('R068 refuses an approval of an earlier revision', () => {
    expect(findingsOf(check({}, { planItem: { rev: 2, ...planItem() } }), 'contract.approval-superseded')).toEqual([
      expect.objectContaining({ field: 'decisionId', severity: 'block', evidence: { decidedRev: 1, currentRev: 2 } }),
    ]);
  });
});

describe('overApproved', () => {
  it('R068 refuses one fen over the approval, over any number of contracts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900_000_000_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -2, max: 2 }),
        (amounts, over) => {
          const [amountFen = 0, ...others] = amounts;
          const sum = amounts.reduce((total, amount) => total + amount, 0);
          fc.pre(sum - over >= 0);
          const context = {
            decision: decision({ amountFen: sum - over }),
            contracts: others.map((amount, n) => ({ id: recordId(50 + n), amountFen: amount })),
          };
          const found = findingsOf(check({ amountFen }, context), 'contract.over-approved');
          expect(found.map((finding) => finding.evidence.excessFen)).toEqual(over > 0 ? [over] : []);
        },
      ),
    );
  });

  it('does not count the contract itself twice', () => {
    const context = { decision: decision({ amountFen: 9_000_100 }), contracts: [{ id: recordId(4), amountFen: 9_000_100 }] };
    expect(findingsOf(check({}, context), 'contract.over-approved')).toEqual([]);
  });
});

describe('beforeDecision and signedInFuture', () => {
  it('R068 refuses a signature before the approval, not on its day', () => {
    const late = { awardNoticeOn: null };
    expect(findingsOf(check({ ...late, signedOn: '2026-03-09' }), 'contract.before-decision')).toHaveLength(1);
    expect(findingsOf(check({ ...late, signedOn: '2026-03-10' }), 'contract.before-decision')).toEqual([]);
  });

  it('asks about a signature after today', () => {
    expect(findingsOf(check({ signedOn: '2026-03-26' }), 'contract.in-future')).toEqual([expect.objectContaining({ severity: 'warn' })]);
    expect(findingsOf(check({ signedOn: '2026-03-25' }), 'contract.in-future')).toEqual([]);
  });
});
