import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import canonicalize from 'canonicalize';
import { canonicalJson, isCanonical } from '../../../shared/journal/canonical';

describe('canonicalJson', () => {
  const keys = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('10', '9', '01', '-1', '__proto__', 'constructor', '项目', '𠮷'));
  const values = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constantFrom(null, undefined), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.array(fc.tuple(keys, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
  })).value;

  it('writes what the library writes, and throws where it throws', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = (write: (of: unknown) => string | undefined) => {
          try {
            return write(value) ?? 'none';
          } catch {
            return 'none';
          }
        };
        expect(text(canonicalJson)).toBe(text(canonicalize));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([[{ a: '\ud800' }], [{ '\udc00': 1 }], [{ a: Number.NaN }], [{ a: 1n }], [undefined]])('throws on %o', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('asks what says itself how it is written', () => {
    expect(canonicalJson({ b: 1, at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z","b":1}');
  });
});

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
