import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOf, similarityOf } from '#shared/domain/rules/similarity';

/** The same measure in plain words: count every pair, take the smaller counts. */
function reckon(a: string, b: string): number {
  const pairs = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const rest = pairs(b);
  let common = 0;
  for (const pair of pairs(a)) {
    const at = rest.indexOf(pair);
    if (at >= 0) {
      rest.splice(at, 1);
      common++;
    }
  }
  return a.length < 2 || b.length < 2 ? 0 : (2 * common) / (a.length + b.length - 2);
}

const words = fc.string({ unit: fc.constantFrom('养', '老', '服', '务', '照', '料'), maxLength: 30 });

describe('similarityOf', () => {
  it('equals the share of common pairs reckoned one by one', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(similarityOf(pairsOf(a), pairsOf(b))).toBe(reckon(a, b));
      }),
    );
  });

  it('gives 0 or the same value when asked only for a least value', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const exact = reckon(a, b);
        const bounded = similarityOf(pairsOf(a), pairsOf(b), 0.8);
        expect(exact >= 0.8 ? bounded === exact : bounded < 0.8).toBe(true);
      }),
    );
  });

  it('does not see blanks, punctuation and width', () => {
    expect(similarityOf(pairsOf('照料，ＡＢ 服务。'), pairsOf('照料ab服务'))).toBe(1);
  });
});
