import { describe, expect, it } from 'vitest';
import { countHits, cut, patternOf } from '../../../../renderer/features/clauses/find-in-text';

const found = (text: string, query: string) => cut(text, patternOf(query)).filter(({ hit }) => hit !== null).map((piece) => piece.text);

describe('patternOf', () => {
  it('finds characters whatever blanks stand between them', () => {
    expect(found('到 2020 年，在全区', '2020年')).toEqual(['2020 年']);
    expect(found('到2020年', ' 2020 年 ')).toEqual(['2020年']);
  });

  it('finds brackets in either width', () => {
    expect(found('(一) 购买主体', '（一）')).toEqual(['(一)']);
    expect(found('（国办发〔2013〕96号）', '(国办发')).toEqual(['（国办发']);
  });

  it('takes signs of patterns for themselves', () => {
    expect(found('≥20日.', '.')).toEqual(['.']);
    expect(found('甲*乙', '*')).toEqual(['*']);
    expect(found('a-b\\c', '-')).toEqual(['-']);
  });

  it('looks for nothing when nothing is typed', () => {
    expect(patternOf(' 　')).toBeNull();
  });
});

describe('cut', () => {
  it('loses no character and numbers the hits', () => {
    const pieces = cut('购买服务，购买主体', patternOf('购买'));
    expect(pieces.map(({ text }) => text).join('')).toBe('购买服务，购买主体');
    expect(pieces.map(({ hit }) => hit)).toEqual([0, null, 1, null]);
  });
});

describe('countHits', () => {
  it('counts over all texts', () => {
    expect(countHits(['购买', '不买', '购买购买'], patternOf('购买'))).toBe(3);
    expect(countHits(['购买'], null)).toBe(0);
  });
});
