import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity, MAX_QUANTITY_E4, parseQuantity } from '#shared/base/quantity';
import { quantityE4 } from '#shared/domain/fields';

const value = (text: string) => {
  const parsed = parseQuantity(text);
  return parsed.ok ? parsed.value : parsed.error.code;
};

describe('parseQuantity', () => {
  it.each([
    ['1', 10_000],
    ['1,200', 12_000_000],
    ['0.25', 2_500],
    ['0.0001', 1],
    ['１２．５', 125_000],
    ['900,000,000', MAX_QUANTITY_E4],
  ])('reads %s', (text, quantity) => {
    expect(value(text)).toBe(quantity);
  });

  it.each([
    ['', 'quantity.empty'],
    ['1.00001', 'quantity.too-precise'],
    ['-1', 'quantity.negative'],
    ['1.2.3', 'quantity.malformed'],
    ['12人', 'quantity.malformed'],
    ['900,000,000.0001', 'quantity.too-large'],
  ])('refuses %j as %s', (text, code) => {
    expect(value(text)).toBe(code);
  });

  it('reads back whatever formatQuantity writes', () => {
    fc.assert(
      fc.property(fc.nat({ max: MAX_QUANTITY_E4 }), (quantity) => {
        expect(value(formatQuantity(quantity))).toBe(quantity);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('MAX_QUANTITY_E4', () => {
  it('is the bound of the records', () => {
    expect(quantityE4.safeParse(MAX_QUANTITY_E4).success).toBe(true);
    expect(quantityE4.safeParse(MAX_QUANTITY_E4 + 1).success).toBe(false);
  });
});

describe('formatQuantity', () => {
  it('writes separators and no trailing zeros', () => {
    expect([0, 1, 2_500, 10_000, 12_000_000].map(formatQuantity)).toEqual(['0', '0.0001', '0.25', '1', '1,200']);
  });
});
