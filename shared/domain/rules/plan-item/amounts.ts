// Quantity × unit price = amount, reckoned on a stated basis (80号文 二(二)2, 三(四)2). It knows nothing of where the money comes from.

import { governing } from '../../../policy/clauses';
import { fenOf, isBlank, productOf, quantityOf } from '../reading';
import { planItemRule } from './plan-item-rule';

const DOWN_TO_THE_PROJECT = governing('三(四)2');
const CAREFUL_RECKONING = governing('二(二)2');

export const quantityRequired = planItemRule({
  id: 'plan-item.quantity-required',
  clause: DOWN_TO_THE_PROJECT,
  requirement: 'R066',
  severity: 'block',
  check: ({ quantityE4 }) => ((quantityOf(quantityE4) ?? 0) > 0 ? [] : [{ field: 'quantityE4', evidence: {} }]),
});

export const unitPriceRequired = planItemRule({
  id: 'plan-item.unit-price-required',
  clause: DOWN_TO_THE_PROJECT,
  requirement: 'R066',
  severity: 'block',
  check: ({ unitPriceFen }) => ((fenOf(unitPriceFen) ?? 0) > 0 ? [] : [{ field: 'unitPriceFen', evidence: {} }]),
});

export const amountRequired = planItemRule({
  id: 'plan-item.amount-required',
  clause: DOWN_TO_THE_PROJECT,
  requirement: 'R066',
  severity: 'block',
  check: ({ amountFen }) => ((fenOf(amountFen) ?? 0) > 0 ? [] : [{ field: 'amountFen', evidence: {} }]),
});

/** R013: the product, rounded to the fen, is the amount. */
export const amountProduct = planItemRule({
  id: 'plan-item.amount-product',
  clause: CAREFUL_RECKONING,
  requirement: 'R013',
  severity: 'block',
  check({ quantityE4, unitPriceFen, amountFen }) {
    const product = productOf(quantityE4, unitPriceFen);
    const amount = fenOf(amountFen);
    if (product === undefined || amount === undefined || product.fen === amount) return [];
    return [
      { field: 'amountFen', evidence: { expectedFen: product.fen, amountFen: amount, differenceFen: amount - product.fen } },
    ];
  },
});

/** One hundred million yuan: at a county this is more often 万元 typed as 元 than a project. */
const UNUSUAL_FEN = 10_000_000_000;

export const amountUnusual = planItemRule({
  id: 'plan-item.amount-unusual',
  clause: CAREFUL_RECKONING,
  severity: 'warn',
  check({ amountFen }) {
    const amount = fenOf(amountFen) ?? 0;
    return amount < UNUSUAL_FEN ? [] : [{ field: 'amountFen', evidence: { amountFen: amount, limitFen: UNUSUAL_FEN } }];
  },
});

const LUMP_UNITS: readonly string[] = ['批', '项', '宗', '个项目', '批次'];
const ONE_UNIT_E4 = 10_000;

/** R066: a plan whose only line is "one lot" hides quantity and price. */
export const lumpSum = planItemRule({
  id: 'plan-item.lump-sum',
  clause: DOWN_TO_THE_PROJECT,
  requirement: 'R066',
  severity: 'warn',
  check({ unit = '', quantityE4 }) {
    if (quantityE4 !== ONE_UNIT_E4 || !LUMP_UNITS.includes(unit.trim())) return [];
    return [{ field: 'unit', evidence: { unit: unit.trim() } }];
  },
});

export const costBasis = planItemRule({
  id: 'plan-item.cost-basis',
  clause: CAREFUL_RECKONING,
  requirement: 'R013',
  severity: 'block',
  check: (item) => (isBlank(item.costBasis) ? [{ field: 'costBasis', evidence: {} }] : []),
});
