import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/base/ids';
import { searchWords } from '../../../../../renderer/text/search-words';
import * as speller from '../../../../../renderer/text/spelling';
import { compileWord, findAll, probesOf } from '../../../../../renderer/data/worker/search/probes';
import { createSegment, rangeOf } from '../../../../../renderer/data/worker/search/segment';

const letters = fc.string({ unit: fc.constantFrom('1', '2', '-', '养', '老', 'a'), maxLength: 5 });

describe('findAll', () => {
  it('finds exactly the entries of the years asked for that hold every word', () => {
    const entry = fc.record({ number: letters, name: letters, other: letters, year: fc.constantFrom(2027, 2026, 2025) });
    const query = fc.string({ unit: fc.constantFrom('1', '2', '-', '养', '老', 'a', ' '), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), query, fc.option(fc.constantFrom(2027, 2026, 2024)), (parts, typed, asked) => {
        const entries = [...parts].sort((a, b) => b.year - a.year);
        const segment = createSegment(
          entries.map(({ other, ...rest }) => ({ ...rest, id: '0'.repeat(36) as RecordId, late: 0, others: [other], amountFen: Number.NaN })),
        );
        const words = searchWords(typed);
        const hits: number[] = [];
        // A plain word is looked for as it is: the letter a must not be taken for pinyin here.
        const range = rangeOf(segment, asked ?? undefined);
        findAll(probesOf(segment, words.map((word) => compileWord(word, null)), range[1]), range, (at) => hits.push(at) > 0);
        const holds = ({ number, name, other, year }: (typeof entries)[number]) =>
          (asked === null || year === asked) && words.every((word) => [number, name, other].some((field) => field.includes(word)));
        expect(hits).toEqual(entries.flatMap((one, index) => (holds(one) ? [index] : [])));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('compileWord', () => {
  it('holds an entry by pinyin only within one field', () => {
    const segment = createSegment([{ id: '0'.repeat(36) as RecordId, year: 1, late: 0, number: '养', name: '老', others: [], amountFen: Number.NaN }]);
    const finds = (word: string) => compileWord(word, speller)(segment, 1).next(0) === 0;
    expect([finds('yang'), finds('lao'), finds('yanglao'), finds('yl')]).toEqual([true, true, false, false]);
  });
});
