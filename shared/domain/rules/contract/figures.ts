// A contract's figures close to the fen: each line, the sum of the lines, the sum of the instalments.

import { governing } from '../../../policy/clauses';
import { dateOf, fenOf, productOf, quantityOf, sumOf } from '../reading';
import { contractRule } from './contract-rule';

const CONTRACTING = governing('三(四)3');

/** Acceptance finds a line by its number, so a number names one line. */
export const lineNumber = contractRule({
  id: 'contract.line-number',
  clause: CONTRACTING,
  severity: 'block',
  check({ lines = [] }) {
    const seen = new Set<number>();
    return lines.flatMap(({ lineNo }, index) => {
      if (lineNo === undefined) return [];
      if (!seen.has(lineNo)) {
        seen.add(lineNo);
        return [];
      }
      return [{ field: `lines.${index}.lineNo`, evidence: { lineNo } }];
    });
  },
});

export const lineQuantity = contractRule({
  id: 'contract.line-quantity',
  clause: CONTRACTING,
  requirement: 'R074',
  severity: 'block',
  check: ({ lines = [] }) =>
    lines.flatMap(({ lineNo, quantityE4 }, index) =>
      (quantityOf(quantityE4) ?? 0) > 0 ? [] : [{ field: `lines.${index}.quantityE4`, evidence: { lineNo: lineNo ?? index + 1 } }],
    ),
});

export const lineProduct = contractRule({
  id: 'contract.line-product',
  clause: CONTRACTING,
  requirement: 'R074',
  severity: 'block',
  check: ({ lines = [] }) =>
    lines.flatMap((one, index) => {
      const product = productOf(one.quantityE4, one.unitPriceFen);
      const amount = fenOf(one.amountFen);
      if (product === undefined || amount === undefined || product.fen === amount) return [];
      return [
        {
          field: `lines.${index}.amountFen`,
          evidence: {
            lineNo: one.lineNo ?? index + 1,
            expectedFen: product.fen,
            amountFen: amount,
            differenceFen: amount - product.fen,
          },
        },
      ];
    }),
});

export const linesSum = contractRule({
  id: 'contract.lines-sum',
  clause: CONTRACTING,
  requirement: 'R074',
  severity: 'block',
  check({ lines = [], amountFen }) {
    const sum = sumOf(lines.map((one) => one.amountFen));
    const amount = fenOf(amountFen);
    if (lines.length === 0 || sum === undefined || amount === undefined || sum === amount) return [];
    return [{ field: 'amountFen', evidence: { sumFen: sum, amountFen: amount, differenceFen: sum - amount } }];
  },
});

export const instalmentAmount = contractRule({
  id: 'contract.instalment-amount',
  clause: CONTRACTING,
  requirement: 'R074',
  severity: 'block',
  check: ({ schedule = [] }) =>
    schedule.flatMap((instalment, index) =>
      (fenOf(instalment.amountFen) ?? 0) > 0 ? [] : [{ field: `schedule.${index}.amountFen`, evidence: {} }],
    ),
});

export const scheduleCloses = contractRule({
  id: 'contract.schedule-closes',
  clause: CONTRACTING,
  requirement: 'R074',
  severity: 'block',
  check({ schedule = [], amountFen }) {
    const sum = sumOf(schedule.map((instalment) => instalment.amountFen));
    const amount = fenOf(amountFen);
    if (schedule.length === 0 || sum === undefined || amount === undefined || sum === amount) return [];
    return [{ field: 'schedule', evidence: { sumFen: sum, amountFen: amount, differenceFen: sum - amount } }];
  },
});

export const instalmentBeforeSigning = contractRule({
  id: 'contract.instalment-before-signing',
  clause: CONTRACTING,
  severity: 'block',
  check({ schedule = [], signedOn }) {
    const signed = dateOf(signedOn);
    if (signed === undefined) return [];
    return schedule.flatMap((instalment, index) => {
      const dueOn = dateOf(instalment.dueOn);
      if (dueOn === undefined || dueOn >= signed) return [];
      return [{ field: `schedule.${index}.dueOn`, evidence: { dueOn, signedOn: signed } }];
    });
  },
});
