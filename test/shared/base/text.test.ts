import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBidiControl, hasControlCharacter, normaliseText, toHalfWidth } from '#shared/base/text';

describe('toHalfWidth', () => {
  it('narrows ASCII, the blank and the yuan sign and leaves the rest', () => {
    expect(toHalfWidth('（ＡＢＣ　１２３）￥“引号”，①²')).toBe('(ABC 123)¥“引号”,①²');
  });
});

describe('normaliseText', () => {
  it('composes, unifies line ends, drops invisible marks and trims', () => {
    expect(normaliseText('\ufeff  e\u0301\r\n二\r三\u200b 　')).toBe('é\n二\n三');
  });

  it('keeps the joiners, separators and selectors that Mongolian needs', () => {
    const mongolian = '\u182e\u1823\u1829\u182d\u1823\u182f\u202f\u1824\u1828 \u1820\u180e\u200d\u180b';
    expect(normaliseText(mongolian)).toBe(mongolian);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hasControlCharacter', () => {
  it.each(['\u0000', '\u0007', '\u000b', '\r', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\ufeff', '\ud800', 'a\udc00'])('finds %j', (text) => {
    expect(hasControlCharacter(text)).toBe(true);
  });

  it.each(['', '旗县财政局', '两\n行\t表', '𠀀', '\u1820\u180e\u200d'])('passes %j', (text) => {
    expect(hasControlCharacter(text)).toBe(false);
  });
});

describe('hasBidiControl', () => {
  it.each(['\u202e', '\u2066', '\u2069', '\u200f', '\u061c'])('finds %j', (mark) => {
    expect(hasBidiControl(`付款${mark}单`)).toBe(true);
  });

  it('passes joiners and the narrow blank of Mongolian', () => {
    expect(hasBidiControl('\u200c\u200d\u202f')).toBe(false);
  });
});
