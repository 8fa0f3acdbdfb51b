import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowItem, type FlowPage, type FlowRow, paginate } from '../../../renderer/paper/paginate';

const ROOM = 100;

const tall = fc.record({ lines: fc.integer({ min: 30, max: 90 }), lineHeight: fc.constant(5), rest: fc.integer({ min: 1, max: 8 }) });
const row: fc.Arbitrary<FlowRow> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ height: fc.integer({ min: 1, max: 60 }), keep: fc.boolean() }) },
  { weight: 1, arbitrary: tall.map((split) => ({ height: split.rest + split.lines * split.lineHeight, split })) },
);
const item: fc.Arbitrary<FlowItem> = fc.oneof(
  fc.record({ kind: fc.constant('solid' as const), height: fc.integer({ min: 1, max: 70 }), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('lines' as const), lines: fc.integer({ min: 1, max: 60 }), lineHeight: fc.constant(7) }),
  fc.record({ kind: fc.constant('table' as const), headHeight: fc.integer({ min: 0, max: 30 }), rows: fc.array(row, { maxLength: 40 }), keep: fc.boolean() }),
);
const documents = fc.array(item, { maxLength: 12 });

/** Every line, row and block, in the order of the pages. */
function told(pages: readonly FlowPage[]): string[] {
  return pages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      if (piece.kind === 'solid') return [`${piece.item}`];
      if (piece.kind === 'rows') {
        return piece.rows.flatMap(({ row, slice }) => (slice === null ? [`${piece.item}/${row}`] : numbers(slice.from, slice.to).map((line) => `${piece.item}/${row}/${line}`)));
      }
      return numbers(piece.slice.from, piece.slice.to).map((line) => `${piece.item}/${line}`);
    }),
  );
}

function wanted(items: readonly FlowItem[], split: ReadonlySet<string>): string[] {
  return items.flatMap((one, index) => {
    if (one.kind === 'solid') return [`${index}`];
    if (one.kind === 'lines') return numbers(0, one.lines).map((line) => `${index}/${line}`);
    return one.rows.flatMap((r, at) =>
      r.split !== undefined && split.has(`${index}/${at}`) ? numbers(0, r.split.lines).map((line) => `${index}/${at}/${line}`) : [`${index}/${at}`],
    );
  });
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function heightOf(items: readonly FlowItem[], { pieces }: FlowPage): number {
  return pieces.reduce((sum, piece) => {
    const of = items[piece.item];
    if (of === undefined) throw new Error('a piece names an item');
    if (of.kind === 'solid') return sum + of.height;
    if (of.kind === 'lines' && piece.kind === 'lines') return sum + (piece.slice.to - piece.slice.from) * of.lineHeight;
    if (of.kind !== 'table' || piece.kind !== 'rows') throw new Error('a piece has its item’s kind');
    const rows = piece.rows.map(({ row: at, slice }) => {
      const found = of.rows[at];
      if (slice === null || found?.split === undefined) return found?.height ?? 0;
      return found.split.rest + (slice.to - slice.from) * found.split.lineHeight;
    });
    return sum + of.headHeight + rows.reduce((total, height) => total + height, 0);
  }, 0);
}

describe('paginate', () => {
  it('loses nothing, repeats nothing and keeps the order', () => {
    fc.assert(
      fc.property(documents, (items) => {
        const pages = paginate(items, ROOM);
        const split = new Set(pages.flatMap(({ pieces }) => pieces.flatMap((p) => (p.kind === 'rows' ? p.rows.flatMap((r) => (r.slice === null ? [] : [`${p.item}/${r.row}`])) : []))));
        expect(told(pages)).toEqual(wanted(items, split));
      }),
      { numRuns: 500 },
    );
  });

  it('fills no page beyond its room, the repeated heads counted', () => {
    fc.assert(
      fc.property(documents, (items) => {
        for (const page of paginate(items, ROOM)) expect(heightOf(items, page)).toBeLessThanOrEqual(ROOM);
      }),
      { numRuns: 500 },
    );
  });

  it('splits a row only when it is taller than a page', () => {
    fc.assert(
      fc.property(documents, (items) => {
        for (const { pieces } of paginate(items, ROOM)) {
          for (const piece of pieces) {
            const of = items[piece.item];
            if (piece.kind !== 'rows' || of?.kind !== 'table') continue;
            for (const { row: at, slice } of piece.rows) {
              if (slice !== null) expect(of.headHeight + (of.rows[at]?.height ?? 0)).toBeGreaterThan(ROOM);
            }
          }
        }
      }),
    );
  });

  it('starts no empty page and gives a document without content none', () => {
    fc.assert(fc.property(documents, (items) => { for (const { pieces } of paginate(items, ROOM)) expect(pieces.length).toBeGreaterThan(0); }));
    expect(paginate([], ROOM)).toEqual([]);
  });

  it('keeps a heading with the first line below it, and a sum with the row above it', () => {
    const pages = paginate([{ kind: 'solid', height: 90 }, { kind: 'solid', height: 8, keep: true }, { kind: 'lines', lines: 3, lineHeight: 7 }], ROOM);
    expect(pages.map(({ pieces }) => pieces.map(({ item: at }) => at))).toEqual([[0], [1, 2]]);
    const rows: FlowRow[] = [{ height: 50 }, { height: 35, keep: true }, { height: 20 }];
    expect(paginate([{ kind: 'table', headHeight: 10, rows }], ROOM)).toEqual([
      { pieces: [{ kind: 'rows', item: 0, rows: [{ row: 0, slice: null }] }] },
      { pieces: [{ kind: 'rows', item: 0, rows: [{ row: 1, slice: null }, { row: 2, slice: null }] }] },
    ]);
  });

  it('begins a page where a paper of its own begins, and no empty one before the first', () => {
    const own: FlowItem = { kind: 'solid', height: 10, keep: true, turn: true };
    const pages = paginate([own, { kind: 'solid', height: 20, keep: true }, own, { kind: 'solid', height: 20 }], ROOM);
    expect(pages.map(({ pieces }) => pieces.map(({ item: at }) => at))).toEqual([[0, 1], [2, 3]]);
  });

  it('breaks a paragraph at a line, not before it', () => {
    expect(paginate([{ kind: 'lines', lines: 20, lineHeight: 7 }], ROOM)).toEqual([
      { pieces: [{ kind: 'lines', item: 0, slice: { from: 0, to: 14 } }] },
      { pieces: [{ kind: 'lines', item: 0, slice: { from: 14, to: 20 } }] },
    ]);
  });

  it('continues a row taller than a page line by line under the repeated head', () => {
    const tallRow: FlowRow = { height: 2 + 40 * 5, split: { lines: 40, lineHeight: 5, rest: 2 } };
    expect(paginate([{ kind: 'solid', height: 40 }, { kind: 'table', headHeight: 10, rows: [tallRow] }], ROOM)).toEqual([
      { pieces: [{ kind: 'solid', item: 0 }, { kind: 'rows', item: 1, rows: [{ row: 0, slice: { from: 0, to: 9 } }] }] },
      { pieces: [{ kind: 'rows', item: 1, rows: [{ row: 0, slice: { from: 9, to: 26 } }] }] },
      { pieces: [{ kind: 'rows', item: 1, rows: [{ row: 0, slice: { from: 26, to: 40 } }] }] },
    ]);
  });

  it('lays 3,000 rows into pages without going through them twice for each', () => {
    const rows = Array.from({ length: 3000 }, (): FlowRow => ({ height: 9 }));
    const pages = paginate([{ kind: 'table', headHeight: 10, rows }], ROOM);
    expect(pages).toHaveLength(300);
  });
});
