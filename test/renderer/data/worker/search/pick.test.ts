// What is answered when a word is in very many records: the same best ones as when all are counted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { compileWords, pick } from '../../../../../renderer/data/worker/search/pick';
import { compareEntries, createSegment } from '../../../../../renderer/data/worker/search/segment';

const text = fc.string({ unit: fc.constantFrom('1', '2', '养', '老', 'a'), maxLength: 4 });
const entry = fc.record({ number: text, name: text, other: text, year: fc.constantFrom(2027, 2026), amountFen: fc.constantFrom(100, 1200, Number.NaN), dead: fc.boolean() });

type Part = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

function segmentOf(parts: readonly Part[], first: number) {
  const entries = parts
    .map(({ other, ...rest }, index) => ({ ...rest, id: String(first + index).padStart(36, '0') as RecordId, late: 0, others: [other] }))
    .sort(compareEntries);
  const segment = createSegment(entries);
  entries.forEach(({ dead }, index) => { if (dead) segment.dead[index] = 1; });
  return segment;
}

describe('pick', () => {
  it('answers with the same hits however few are counted, and counts as many as it is asked to', async () => {
    const query = fc.constantFrom('1', '2', '12', '养', 'a', 'y', 'yl', 'lao', '1 养', '2 a', 'y 1', '养 老', '');
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 14 }), fc.array(entry, { maxLength: 5 }), query, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 6 }), fc.constantFrom('best' as const, 'listed' as const), async (base, fresh, typed, limit, countTo, order) => {
        const segments = [segmentOf(fresh, 100), segmentOf(base, 0)];
        const words = await compileWords(typed);
        const whole = pick(segments, words, { limit, order });
        const some = pick(segments, words, { limit, order, countTo });
        expect(some.ids).toEqual(whole.ids);
        expect(some.total).toBeLessThanOrEqual(whole.total);
        expect(some.total).toBeGreaterThanOrEqual(Math.min(countTo, whole.total));
      }),
      { numRuns: 3000 },
    );
  });
});
