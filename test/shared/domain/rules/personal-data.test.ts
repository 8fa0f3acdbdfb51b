import { describe, expect, it } from 'vitest';
import { hasIdentityNumber, hasPhoneNumber } from '#shared/domain/rules/personal-data';

describe('hasIdentityNumber', () => {
  it.each(['152921195607090014', '15292119560709001X', '15292119560709001x', '１５２９２１１９５６０７０９００１４', '证号152921195607090014。'])(
    'R014 finds %s',
    (text) => {
      expect(hasIdentityNumber(text)).toBe(true);
    },
  );

  it.each([
    ['a month 13', '152921195613090014'],
    ['a day 32', '152921195607320014'],
    ['seventeen figures', '15292119560709001'],
    ['a longer figure', '9152921195607090014'],
    ['a credit code', '52152921MJ7654329M'],
    ['an amount', '9,660,000.00 元'],
  ])('lets %s pass', (_what, text) => {
    expect(hasIdentityNumber(text)).toBe(false);
  });
});

describe('hasPhoneNumber', () => {
  it.each(['13848301234', '138-4830-1234', '+86 138 4830 1234', '电话：１３８４８３０１２３４'])('finds %s', (text) => {
    expect(hasPhoneNumber(text)).toBe(true);
  });

  it.each(['12848301234', '1384830123', '138483012345', '0.13848301234'])('lets %s pass', (text) => {
    expect(hasPhoneNumber(text)).toBe(false);
  });
});
