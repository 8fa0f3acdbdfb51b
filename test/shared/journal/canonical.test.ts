import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, isCanonical } from '../../../shared/journal/canonical';

describe('isCanonical', () => {
  it('answers as comparing with canonicalJson does, for any value and its two JSON texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        for (const text of [JSON.stringify(parsed), canonicalJson(parsed)]) {
          expect(isCanonical(text, parsed)).toBe(canonicalJson(parsed) === text);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['keys out of order', '{"b":1,"a":2}'],
    ['keys in numeric instead of text order', '{"2":1,"10":2}'],
    ['a repeated key', '{"a":1,"a":1}'],
    ['a space', '{"a": 1}'],
    ['another spelling of a number', '{"a":1.0}'],
    ['minus zero', '{"a":-0}'],
    ['a number beyond the range', '{"a":1e400}'],
    ['a needless escape', '{"a":"\\u0041"}'],
    ['keys out of order deep inside', '{"a":[{"c":1,"b":2}]}'],
  ])('refuses %s', (_, text) => {
    const parsed: unknown = JSON.parse(text);
    expect(Number.isFinite((parsed as { a?: number }).a ?? 0) && isCanonical(text, parsed)).toBe(false);
  });

  it('accepts integer-like keys in text order and a backslash before "ud800"', () => {
    for (const text of ['{"10":1,"2":2}', '{"a":"\\\\ud800"}']) expect(isCanonical(text, JSON.parse(text))).toBe(true);
  });

  it('throws on half a surrogate pair as canonicalJson does', () => {
    const text = '{"a":"\\ud800"}';
    expect(() => isCanonical(text, JSON.parse(text))).toThrow();
  });
});
