import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Acceptance } from '#shared/domain/acceptance';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { acceptance, acceptanceContext, contract, findingsOf, recordId } from '../../samples';

const check = (changes: Partial<Acceptance>, context: Partial<AcceptanceContext> = {}) =>
  checkAcceptance(acceptance(changes), acceptanceContext(context));

describe('payable', () => {
  it('R005 is the accepted quantity at the agreed price less the deduction, to the fen', () => {
    const line = contract().lines[0]!;
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: fc.integer({ min: 0, max: 9_000_000 }), price: fc.integer({ min: 0, max: 90_000_000 }) }), { minLength: 1, maxLength: 20 }),
        fc.nat(1_000_000),
        fc.integer({ min: -2, max: 2 }),
        (parts, deductionFen, off) => {
          const value = parts.reduce((sum, { quantity, price }) => sum + Number((BigInt(quantity) * BigInt(price) + 5_000n) / 10_000n), 0);
          fc.pre(value - deductionFen + off >= 0 && deductionFen <= value);
          const agreed = { rev: 1, ...contract(), lines: parts.map(({ price }, n) => ({ ...line, lineNo: n + 1, unitPriceFen: price })) };
          const lines = parts.map(({ quantity }, n) => ({ lineNo: n + 1, deliveredE4: quantity, acceptedE4: quantity, actual: '如约', conforms: true }));
          const findings = check({ lines, deductionFen, payableFen: value - deductionFen + off }, { contract: agreed });
          expect(findingsOf(findings, 'acceptance.payable').map((finding) => finding.evidence.differenceFen)).toEqual(off === 0 ? [] : [off]);
        },
      ),
    );
  });

  it('R005 follows one changed quantity', () => {
    const [first, second] = acceptance().lines;
    const lines = [{ ...first!, acceptedE4: first!.acceptedE4 - 10_000 }, second!];
    expect(findingsOf(check({ lines }), 'acceptance.payable')[0]?.evidence).toEqual({
      expectedFen: 8_992_100,
      payableFen: 9_000_100,
      differenceFen: 8_000,
    });
  });
});

describe('deductionReason and deductionOverValue', () => {
  it('R106 blocks a deduction without its grounds', () => {
    const deducted = { deductionFen: 100, payableFen: 9_000_000 };
    expect(findingsOf(check(deducted), 'acceptance.deduction-reason')).toEqual([
      expect.objectContaining({ field: 'deductionReason', severity: 'block', evidence: { deductionFen: 100 } }),
    ]);
    expect(check({ ...deducted, deductionReason: '迟延两日，按合同违约责任条款扣减' })).toEqual([]);
  });

  it('R005 deducts no more than was accepted', () => {
    const over = (deductionFen: number) =>
      findingsOf(check({ deductionFen, deductionReason: '违约', payableFen: 0 }), 'acceptance.deduction-over-value').length;
    expect([over(9_000_100), over(9_000_101)]).toEqual([0, 1]);
  });
});

describe('payableOverContract', () => {
  it('R081 keeps all acceptances within the contract, to the fen', () => {
    const excess = (earlierFen: number) =>
      findingsOf(
        check({ payableFen: 9_000_000 }, { acceptances: [{ id: recordId(6), lines: [], payableFen: earlierFen }] }),
        'acceptance.payable-over-contract',
      ).map((finding) => finding.evidence.excessFen);
    expect(excess(100)).toEqual([]);
    expect(excess(101)).toEqual([1]);
  });
});
