import { describe, expect, it } from 'vitest';
import { missingGlyphs } from '../../../renderer/paper/missing-glyphs';

const family = 'serif';

/** A machine whose fonts hold everything but these. */
const without = (missing: string) => (character: string) => !missing.includes(character);

describe('missingGlyphs', () => {
  it('names each missing character once, with what stands next to it where it is first', () => {
    const texts = [
      { text: '乌拉特旗民政局', family },
      { text: '养老服务中心负责人王𬭎明，电话', family },
      { text: '王𬭎明', family },
      { text: '𪚥', family },
    ];
    expect(missingGlyphs(texts, without('𬭎𪚥'))).toEqual([
      { character: '𬭎', around: '负责人王𬭎明，电话' },
      { character: '𪚥', around: '𪚥' },
    ]);
  });

  it('asks for no glyph of what leaves no ink: blanks, joiners, variation selectors, marks', () => {
    const asked: string[] = [];
    const texts = [{ text: 'A1 \u3000\u00a0\n葛\u{e0100}ᠮ\u180e\u200d\u180bᠣe\u0301\ufeff', family }];
    missingGlyphs(texts, (character) => {
      asked.push(character);
      return true;
    });
    expect(asked).toEqual(['葛', 'ᠮ', 'ᠣ']);
  });

  it('asks for each character in the fonts it is set in', () => {
    const texts = [{ text: '镕', family: 'one' }, { text: '镕', family: 'two' }];
    expect(missingGlyphs(texts, (_, set) => set === 'one')).toEqual([{ character: '镕', around: '镕' }]);
  });
});
