import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isJsonObject } from '../../../shared/base/json';

const grammar = z.record(z.string(), z.json());

describe('isJsonObject', () => {
  it('takes what the JSON grammar takes, for any data', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string().filter((key) => key !== '__proto__'), fc.anything({ withDate: true, withMap: true, withBigInt: true, withTypedArray: true, withSparseArray: true, maxDepth: 3 })), (value) => {
        expect(isJsonObject(value)).toBe(grammar.safeParse(value).success);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what is no object, and what is nested without end', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const value of [null, 'text', 1, [], [{}], new Date(0), cycle, { at: new Date(0) }, { hole: Array(2) }, { bytes: new Uint8Array(1) }]) expect(isJsonObject(value)).toBe(false);
    const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), 'end');
    expect(isJsonObject(nested(64))).toBe(true);
    expect(isJsonObject(nested(65))).toBe(false);
  });
});
