import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, searchWords } from '../../../renderer/text/search-words';
import { lettersIn, Spelling } from '../../../renderer/text/spelling';

function place(text: string, typed: string): number {
  const [word = ''] = searchWords(typed);
  return new Spelling(word).find(foldText(text), 0, text.length);
}

describe('Spelling', () => {
  it('matches initials, syllables and characters in any mixture', () => {
    for (const typed of ['yl', 'yanglao', 'yangl', 'ylao', 'yangla', 'ya', '养lao', 'y老', 'YANGLAO']) expect(place('居家养老', typed), typed).toBe(2);
    for (const typed of ['ynglao', 'yangao', 'lyang', 'ylf']) expect(place('居家养老', typed), typed).toBe(-1);
  });

  it('takes every reading a character has', () => {
    for (const typed of ['chongqing', 'zhongqing', 'cq', 'zq', 'chq', 'zhqing']) expect(place('重庆', typed), typed).toBe(0);
    expect(place('银行', 'yinhang')).toBe(0);
    expect(place('行长', 'hangzhang')).toBe(0);
  });

  it('takes ü as it is typed', () => {
    for (const typed of ['lvhua', 'luhua', 'lühua', 'lh']) expect(place('绿化', typed), typed).toBe(0);
  });

  it('takes an apostrophe between syllables and letters as they stand', () => {
    expect(place('西安', "xi'an")).toBe(0);
    expect(place('5G网络', '5gwl')).toBe(0);
    expect(place('ＡＢ社', 'abs')).toBe(0);
  });

  it('does not begin in the middle of a syllable or stop at one', () => {
    expect(place('上海', 'ang')).toBe(-1);
    expect(place('上海', 'shangha')).toBe(0);
    expect(place('上海市', 'shanghas')).toBe(-1);
  });

  it('passes over characters outside the basic plane', () => {
    expect(place('𠮷祥', 'x')).toBe(2);
    expect(place('𠮷祥', '𠮷x')).toBe(0);
  });
});

describe('lettersIn', () => {
  it('holds every letter of every word that matches', () => {
    const text = fc.string({ unit: fc.constantFrom('重', '庆', '行', '长', '女', '绿', '𠮷', '5', 'g', '服'), maxLength: 6 });
    const word = fc.string({ unit: fc.constantFrom(...'chongqzxianvlufgs5'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, word, (held, typed) => {
        const spelling = new Spelling(typed);
        const letters = lettersIn(held, 0, held.length);
        if (spelling.find(held, 0, held.length) >= 0) expect(letters & spelling.needs).toBe(spelling.needs);
        else expect([...held].every((_, at) => !spelling.matchesAt(held, at))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
