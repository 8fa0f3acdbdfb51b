// What an acceptance makes payable: accepted quantity × agreed price, less a deduction that has its grounds (80号文 一, 四(三)).

import { governing } from '../../../policy/clauses';
import { fenOf, isBlank, productOf, sumOf } from '../reading';
import { type AcceptanceContext, type AcceptanceForm, acceptanceRule, otherAcceptances } from './acceptance-rule';

/** R005: 由政府根据服务数量和质量向其支付费用. */
export const payable = acceptanceRule({
  id: 'acceptance.payable',
  clause: governing('一'),
  requirement: 'R005',
  severity: 'block',
  check(acceptance, context) {
    const value = acceptedValueFen(acceptance, context);
    const deduction = fenOf(acceptance.deductionFen) ?? 0;
    const payableFen = fenOf(acceptance.payableFen);
    if (value === undefined || payableFen === undefined || deduction > value) return [];
    const expectedFen = value - deduction;
    if (payableFen === expectedFen) return [];
    return [{ field: 'payableFen', evidence: { expectedFen, payableFen, differenceFen: payableFen - expectedFen } }];
  },
});

export const deductionOverValue = acceptanceRule({
  id: 'acceptance.deduction-over-value',
  clause: governing('一'),
  requirement: 'R005',
  severity: 'block',
  check(acceptance, context) {
    const valueFen = acceptedValueFen(acceptance, context);
    const deductionFen = fenOf(acceptance.deductionFen);
    if (valueFen === undefined || deductionFen === undefined || deductionFen <= valueFen) return [];
    return [{ field: 'deductionFen', evidence: { valueFen, deductionFen } }];
  },
});

/** R106: a deduction without grounds withholds money. */
export const deductionReason = acceptanceRule({
  id: 'acceptance.deduction-reason',
  clause: governing('四(三)'),
  requirement: 'R106',
  severity: 'block',
  check(acceptance) {
    const deductionFen = fenOf(acceptance.deductionFen) ?? 0;
    if (deductionFen === 0 || !isBlank(acceptance.deductionReason)) return [];
    return [{ field: 'deductionReason', evidence: { deductionFen } }];
  },
});

/** R081: all acceptances together make no more payable than the contract holds. */
export const payableOverContract = acceptanceRule({
  id: 'acceptance.payable-over-contract',
  clause: governing('三(五)'),
  requirement: 'R081',
  severity: 'block',
  check(acceptance, context) {
    const payableFen = fenOf(acceptance.payableFen);
    const earlierFen = sumOf(otherAcceptances(context).map((other) => other.payableFen));
    if (payableFen === undefined || earlierFen === undefined || context.contract === undefined) return [];
    const contractFen = context.contract.amountFen;
    const excessFen = earlierFen + payableFen - contractFen;
    return excessFen <= 0 ? [] : [{ field: 'payableFen', evidence: { payableFen, earlierFen, contractFen, excessFen } }];
  },
});

/** Σ accepted × agreed price, each line rounded to the fen; undefined while a line has no quantity or no agreed line. */
export function acceptedValueFen({ lines = [] }: AcceptanceForm, { contract }: AcceptanceContext): number | undefined {
  if (contract === undefined || lines.length === 0) return undefined;
  return sumOf(
    lines.map(({ lineNo, acceptedE4 }) => {
      const agreed = contract.lines.find((line) => line.lineNo === lineNo);
      return agreed === undefined ? undefined : productOf(acceptedE4, agreed.unitPriceFen)?.fen;
    }),
  );
}
