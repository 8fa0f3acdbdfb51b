import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChineseAmount, toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { MAX_FEN } from '#shared/base/money';

/** An independent reader: values digits by the units that follow them, and insists on the closing 整. */
function readChineseAmount(text: string): number {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const small: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  const negative = text.startsWith('负');
  const body = negative ? text.slice(1) : text;
  const match = /^(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?(?:([壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?(整?)$/.exec(body);
  if (!match) throw new Error(`unreadable: ${text}`);
  if ((match[3] === undefined) !== (match[4] === '整')) throw new Error(`整 misplaced: ${text}`);

  // Below 亿 collects in `eight`, below 万 in `four`; a bare digit waits in `pending`.
  let whole = 0n;
  let eight = 0n;
  let four = 0n;
  let pending = 0n;
  for (const char of match[1] ?? '') {
    if (char in small) {
      four += pending * (small[char] ?? 0n);
      pending = 0n;
    } else if (char === '万') {
      eight += (four + pending) * 10_000n;
      four = pending = 0n;
    } else if (char === '亿') {
      whole += (eight + four + pending) * 100_000_000n;
      eight = four = pending = 0n;
    } else {
      pending = BigInt(digits.indexOf(char));
    }
  }
  const yuan = whole + eight + four + pending;
  const jiao = BigInt(digits.indexOf(match[2] ?? '零'));
  const cents = BigInt(digits.indexOf(match[3] ?? '零'));
  const fen = Number(yuan * 100n + jiao * 10n + cents);
  return negative ? -fen : fen;
}

describe('toChineseAmount', () => {
  it.each([
    [1640902, '壹万陆仟肆佰零玖元零贰分'],
    [32504, '叁佰贰拾伍元零肆分'],
    [140950, '壹仟肆佰零玖元伍角整'],
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [15, '壹角伍分'],
    [100, '壹元整'],
    [1000, '壹拾元整'],
    [101000, '壹仟零壹拾元整'],
    [10000100, '壹拾万零壹元整'],
    [100100000, '壹佰万壹仟元整'],
    [10000000100, '壹亿零壹元整'],
    [10010000000, '壹亿零壹拾万元整'],
    [100000000000000, '壹万亿元整'],
    [123450000000000, '壹万贰仟叁佰肆拾伍亿元整'],
    [100010000000100, '壹万零壹亿零壹元整'],
    [MAX_FEN, '玖拾万亿元整'],
    [-123, '负壹元贰角叁分'],
  ])('writes %i fen as %s', (fen, text) => {
    expect(toChineseAmount(fen)).toBe(text);
  });

  const check = (fen: number) => {
    const text = toChineseAmount(fen);
    if (readChineseAmount(text) !== fen) throw new Error(`${fen} → ${text}`);
    if (/零零|零[万亿拾佰仟角分]|亿万/.test(text) || (fen !== 0 && text.includes('零元'))) throw new Error(`bad zeros: ${text}`);
  };

  it('is read back exactly for every amount up to 1,000.00 yuan', () => {
    for (let fen = 0; fen <= 100_000; fen++) check(fen);
    expect(readChineseAmount(toChineseAmount(100_000))).toBe(100_000);
  });

  it('is read back exactly for a hundred thousand amounts of every length, zeros included', () => {
    const digit = fc.oneof({ weight: 3, arbitrary: fc.constant('0') }, { weight: 2, arbitrary: fc.constantFrom(...'123456789') });
    const sparse = fc.array(digit, { minLength: 1, maxLength: 15 }).map((digits) => Number(digits.join('')));
    const amounts = fc.oneof(sparse, fc.integer({ min: -MAX_FEN, max: MAX_FEN }));
    fc.assert(fc.property(amounts, check), { numRuns: 100_000 });
  });

  it('throws for what is no amount', () => {
    expect(() => toChineseAmount(0.5)).toThrow('invariant');
    expect(() => toChineseAmount(MAX_FEN + 1)).toThrow('invariant');
  });
});

describe('toChineseAmountWithCurrency', () => {
  it('names the currency', () => {
    expect(toChineseAmountWithCurrency(1640902)).toBe('人民币壹万陆仟肆佰零玖元零贰分');
  });
});
