import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, parseYuan } from '#shared/base/money';
import type { ColumnKind } from '../../../../renderer/tabular/column';
import { readTable, writeTable } from '../support/table';

const character = fc.oneof(
  fc.constantFrom('=', '+', '-', '@', '\n', '\t', '\r', ' ', '_', 'x', '0', '<', '&', ']]>', '\u0001', '\u000b', '\ud800', '\ufffe', '\u0000', '"', '_x0041_', '_x000D', '旗', 'ᠮᠣᠩ', '🙂'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const anyText = fc.array(character, { maxLength: 12 }).map((parts) => parts.join(''));

async function back(kind: ColumnKind, texts: readonly string[]): Promise<readonly string[]> {
  const { rows, problems } = await readTable(await writeTable([kind, 'text'], texts.map((text) => [text, '列'])));
  expect(problems).toEqual([]);
  return rows.slice(1).map((row) => row[0] ?? '');
}

describe('startTableFile', () => {
  it('gives back every text, character for character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        expect(await back('text', texts)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back codes of any length with their leading zeros', async () => {
    const codes = ['007', '150121200001011234', '0'.repeat(30), '1.10', '1E5', '2026-03', '=1+1', '@x', '+8613800000000', '-5'];
    expect(await back('code', codes)).toEqual(codes);
  });

  it('gives back every amount to the fen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), { minLength: 1, maxLength: 50 }), async (amounts) => {
        const texts = await back('money', amounts.map(formatYuan));
        expect(texts.map((text) => parseYuan(text))).toEqual(amounts.map((value) => ({ ok: true, value })));
      }),
      { numRuns: 40 },
    );
  });

  it('gives back dates as dates, and what is no date as the text it is', async () => {
    expect(await back('date', ['2026-02-28', '2024-02-29', '1900-03-01', '9999-12-31', '2026-02-30', '三月', '1899-01-01'])).toEqual([
      '2026-02-28', '2024-02-29', '1900-03-01', '9999-12-31', '2026-02-30', '三月', '1899-01-01',
    ]);
  });

  it('writes the same bytes for the same table', async () => {
    const rows = [['a', 'b']];
    expect(await writeTable(['text', 'text'], rows)).toEqual(await writeTable(['text', 'text'], rows));
  });
});
