import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatWan,
  formatWanRounded,
  formatYuan,
  isFen,
  MAX_FEN,
  multiplyBasisPoints,
  multiplyQuantity,
  parseYuan,
  sumFen,
  tryMultiplyQuantity,
  trySumFen,
} from '#shared/base/money';

const anyFen = fc.integer({ min: -MAX_FEN, max: MAX_FEN });
const value = (text: string, options?: Parameters<typeof parseYuan>[1]) => {
  const parsed = parseYuan(text, options);
  return parsed.ok ? parsed.value : parsed.error.code;
};

describe('parseYuan', () => {
  it.each([
    ['1,234.50', 123450],
    ['1234.5', 123450],
    ['￥1,234.50', 123450],
    ['¥ 1,234.50', 123450],
    ['１，２３４．５０', 123450],
    ['　1 234.50　', 123450],
    ['1\u00a0234.50', 123450],
    ['1234.50元', 123450],
    ['12.5万元', 12500000],
    ['12.5 万', 12500000],
    ['0.000001万元', 1],
    ['12。5', 1250],
    ['.5', 50],
    ['5.', 500],
    ['007', 700],
    ['0', 0],
    ['90,000,000,000,000.00', MAX_FEN],
  ])('reads %s', (text, fen) => {
    expect(value(text)).toBe(fen);
  });

  it.each([
    ['', 'money.empty'],
    ['　', 'money.empty'],
    ['1.2.3', 'money.malformed'],
    ['1.234', 'money.too-precise'],
    ['1.500', 'money.too-precise'],
    ['1.0000001万元', 'money.too-precise'],
    ['12,34', 'money.malformed'],
    ['1,2345', 'money.malformed'],
    ['1,234 567', 'money.malformed'],
    ['1,234,56.00', 'money.malformed'],
    ['.', 'money.malformed'],
    ['¥', 'money.malformed'],
    ['元', 'money.malformed'],
    ['--5', 'money.malformed'],
    ['-¥-5', 'money.malformed'],
    ['(-5)', 'money.malformed'],
    ['1e3', 'money.malformed'],
    ['5²', 'money.malformed'],
    ['①', 'money.malformed'],
    ['壹', 'money.malformed'],
    ['3元元', 'money.malformed'],
    ['-5', 'money.negative'],
    ['(5)', 'money.negative'],
    ['90,000,000,000,000.01', 'money.too-large'],
    ['9'.repeat(5000), 'money.too-large'],
  ])('refuses %j as %s', (text, code) => {
    expect(value(text)).toBe(code);
  });

  it('reads a bare number in the unit of its column, and lets a written unit decide', () => {
    expect(value('3', { unit: 'wan' })).toBe(3_000_000);
    expect(value('3元', { unit: 'wan' })).toBe(300);
    expect(value('3万元', { unit: 'yuan' })).toBe(3_000_000);
  });

  it.each(['-1,234.50', '−1,234.50', '-¥1,234.50', '¥-1,234.50', '(1,234.50)', '（1,234.50）', '- 1234.5'])(
    'reads %s as a negative where one is allowed',
    (text) => {
      expect(value(text, { allowNegative: true })).toBe(-123450);
    },
  );

  it('gives no negative zero', () => {
    expect(Object.is(value('-0.00', { allowNegative: true }), 0)).toBe(true);
  });

  it('reads back whatever formatYuan and formatWan write', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(value(formatYuan(fen), { allowNegative: true })).toBe(fen);
        expect(value(formatWan(fen), { unit: 'wan', allowNegative: true })).toBe(fen);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with decimal arithmetic on whole numbers for any spelling of digits', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.nat({ max: 99 }), fc.boolean(), (yuan, cents, wide) => {
        const text = `${yuan}.${String(cents).padStart(2, '0')}`;
        const typed = wide ? text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)) : text;
        expect(value(typed)).toBe(yuan * 100 + cents);
      }),
    );
  });

  it('never throws and never answers outside its range', () => {
    const anything = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-¥￥()元万 　。') }));
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parseYuan(text, { allowNegative: true });
        expect(parsed.ok ? isFen(parsed.value) : parsed.error.code.startsWith('money.')).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('formatYuan', () => {
  it('writes thousands separators and two decimals', () => {
    expect([0, 5, 50, 100, 123450, 100000000, -123450].map(formatYuan)).toEqual([
      '0.00',
      '0.05',
      '0.50',
      '1.00',
      '1,234.50',
      '1,000,000.00',
      '-1,234.50',
    ]);
    expect(formatYuan(MAX_FEN)).toBe('90,000,000,000,000.00');
  });

  it('throws for what is no integer', () => {
    expect(() => formatYuan(0.5)).toThrow('invariant');
    expect(() => formatYuan(Number.NaN)).toThrow('invariant');
  });
});

describe('formatWan', () => {
  it('loses no fen', () => {
    expect(formatWan(123456789)).toBe('123.456789');
    expect(formatWan(12345000000)).toBe('12,345.00');
    expect(formatWan(1)).toBe('0.000001');
  });
});

describe('sumFen', () => {
  it('adds exactly where floating yuan would drift', () => {
    expect(sumFen(Array.from({ length: 1000 }, () => 10))).toBe(10000);
    expect(sumFen([])).toBe(0);
  });

  it('agrees with big integers, and refuses exactly when a running sum leaves the range', () => {
    fc.assert(
      fc.property(fc.array(anyFen, { maxLength: 12 }), (amounts) => {
        let sum = 0n;
        let fits = true;
        for (const amount of amounts) {
          sum += BigInt(amount);
          if (sum > BigInt(MAX_FEN) || sum < -BigInt(MAX_FEN)) {
            fits = false;
            break;
          }
        }
        expect(trySumFen(amounts)).toEqual(
          fits ? { ok: true, value: Number(sum) } : { ok: false, error: { code: 'money.too-large' } },
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('throws beyond the largest amount and for what is no amount', () => {
    expect(sumFen([MAX_FEN - 1, 1])).toBe(MAX_FEN);
    expect(() => sumFen([MAX_FEN, 1])).toThrow('invariant');
    expect(() => sumFen([0.1])).toThrow('invariant');
    expect(() => sumFen([Number.NaN])).toThrow('invariant');
  });
});

describe('multiplyQuantity', () => {
  it('rounds half up to the fen and says when it rounded', () => {
    expect(multiplyQuantity(10_000, 333)).toEqual({ fen: 333, exact: true });
    expect(multiplyQuantity(5_000, 333)).toEqual({ fen: 167, exact: false });
    expect(multiplyQuantity(4_999, 1)).toEqual({ fen: 0, exact: false });
    expect(multiplyQuantity(5_000, 1)).toEqual({ fen: 1, exact: false });
    expect(multiplyQuantity(5_000, -1)).toEqual({ fen: -1, exact: false });
    expect(Object.is(multiplyQuantity(1, -1).fen, 0)).toBe(true);
  });

  it('never errs by more than half a fen, at any size', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_000_000_000_000 }), fc.nat({ max: MAX_FEN }), (quantity, price) => {
        const product = tryMultiplyQuantity(quantity, price);
        const exact = BigInt(quantity) * BigInt(price);
        if (!product.ok) {
          expect(exact + 5000n >= (BigInt(MAX_FEN) + 1n) * 10_000n).toBe(true);
          return;
        }
        const error = BigInt(product.value.fen) * 10_000n - exact;
        expect(error > -5000n && error <= 5000n).toBe(true);
        expect(product.value.exact).toBe(error === 0n);
      }),
      { numRuns: 2000 },
    );
  });

  it('throws beyond the largest amount, where tryMultiplyQuantity fails', () => {
    expect(() => multiplyQuantity(10_001, MAX_FEN)).toThrow('invariant');
    expect(tryMultiplyQuantity(10_001, MAX_FEN)).toEqual({ ok: false, error: { code: 'money.too-large' } });
    expect(() => tryMultiplyQuantity(0.5, 1)).toThrow('invariant');
  });
});

describe('multiplyBasisPoints', () => {
  it('takes shares of an amount, half up', () => {
    expect(multiplyBasisPoints(123450, 10_000)).toEqual({ fen: 123450, exact: true });
    expect(multiplyBasisPoints(123455, 1_000)).toEqual({ fen: 12346, exact: false });
    expect(multiplyBasisPoints(123450, 0)).toEqual({ fen: 0, exact: true });
  });
});

describe('formatWanRounded', () => {
  it('rounds to the hundredth of 万元, half away from zero', () => {
    expect([0, 4_999, 5_000, 123_456_789, 1_000_000, -5_000].map(formatWanRounded)).toEqual(['0.00', '0.00', '0.01', '123.46', '1.00', '-0.01']);
    expect(formatWanRounded(9_000_000_000_000_000)).toBe('9,000,000,000.00');
  });
});
