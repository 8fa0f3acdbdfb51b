import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import type { PlanItemForm } from '#shared/domain/rules/plan-item/plan-item-rule';
import { findingsOf, planItem, surroundings } from '../../samples';

const check = (changes: Partial<PlanItemForm>) => checkPlanItem({ ...planItem(), ...changes }, surroundings());

describe('quantityRequired, unitPriceRequired and amountRequired', () => {
  it.each([
    ['quantityE4', 'plan-item.quantity-required'],
    ['unitPriceFen', 'plan-item.unit-price-required'],
    ['amountFen', 'plan-item.amount-required'],
  ] as const)('R066 blocks a project whose %s is missing or nought', (field, rule) => {
    for (const value of [undefined, 0, -1, Number.NaN]) {
      expect(findingsOf(check({ [field]: value }), rule)).toEqual([expect.objectContaining({ field, severity: 'block' })]);
    }
    expect(findingsOf(check({ [field]: 1 }), rule)).toEqual([]);
  });
});

describe('amountProduct', () => {
  it('R013 shows the difference to the fen, too much and too little', () => {
    const difference = (amountFen: number) =>
      findingsOf(check({ amountFen }), 'plan-item.amount-product').map((finding) => finding.evidence);
    expect(difference(9_660_000)).toEqual([]);
    expect(difference(9_660_001)).toEqual([{ expectedFen: 9_660_000, amountFen: 9_660_001, differenceFen: 1 }]);
    expect(difference(9_659_999)).toEqual([{ expectedFen: 9_660_000, amountFen: 9_659_999, differenceFen: -1 }]);
  });

  it('R013 accepts exactly the product rounded half up, reckoned independently', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 1, max: 900_000_000 }), fc.integer({ min: -2, max: 2 }), (quantityE4, unitPriceFen, off) => {
        const amountFen = Number((BigInt(quantityE4) * BigInt(unitPriceFen) * 2n + 10_000n) / 20_000n) + off;
        fc.pre(amountFen >= 0);
        const found = findingsOf(check({ quantityE4, unitPriceFen, amountFen }), 'plan-item.amount-product');
        expect(found.map((finding) => finding.evidence.differenceFen)).toEqual(off === 0 ? [] : [off]);
      }),
    );
  });

  it('keeps silent when a factor is missing or the product leaves all bounds', () => {
    expect(findingsOf(check({ unitPriceFen: undefined }), 'plan-item.amount-product')).toEqual([]);
    const huge = { quantityE4: 9_000_000_000_000, unitPriceFen: 9_000_000_000_000_000 };
    expect(findingsOf(check(huge), 'plan-item.amount-product')).toEqual([]);
  });
});

describe('amountUnusual', () => {
  it('asks from one hundred million yuan on', () => {
    const count = (amountFen: number) => findingsOf(check({ amountFen }), 'plan-item.amount-unusual').length;
    expect(count(9_999_999_999)).toBe(0);
    expect(count(10_000_000_000)).toBe(1);
  });
});

describe('lumpSum', () => {
  const lump = (changes: Partial<PlanItem>) => findingsOf(check(changes), 'plan-item.lump-sum');

  it.each(['批', '项', '宗'])('R066 asks about one %s for the whole amount', (unit) => {
    expect(lump({ unit, quantityE4: 10_000 })).toEqual([expect.objectContaining({ field: 'unit', severity: 'warn' })]);
  });

  it('R066 accepts several of them, and one of a unit that can be counted', () => {
    expect(lump({ unit: '项', quantityE4: 20_000 })).toEqual([]);
    expect(lump({ unit: '场', quantityE4: 10_000 })).toEqual([]);
  });
});

describe('costBasis', () => {
  it('R013 blocks a price without its basis', () => {
    expect(findingsOf(check({ costBasis: '' }), 'plan-item.cost-basis')).toHaveLength(1);
  });
});
