import { describe, expect, it } from 'vitest';
import type { SheetTable } from '../../../renderer/excel/book/book';
import { findHeadingRow, headingsAt, plainHeading } from '../../../renderer/excel/headings';

function table(rows: readonly (readonly string[])[], merges: readonly (readonly [number, number, number, number])[] = []): SheetTable {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    problems: [],
    merges: merges.map(([top, left, bottom, right]) => ({ from: { row: top, column: left }, to: { row: bottom, column: right } })),
    hiddenRows: 0,
    formulas: 0,
    firstFormulas: [],
  };
}

describe('findHeadingRow', () => {
  it('finds the row with our titles, whatever stands above', () => {
    const sheet = table([['某旗 2026 年计划表'], ['填报单位：某局', '', '单位：元'], ['项目名称', '数量', '单价（元）'], ['甲', '1', '2']]);
    expect(findHeadingRow(sheet, ['项目名称', '数量', '单价（元）'])).toBe(3);
  });

  it('finds the first row full of words where no title is known', () => {
    expect(findHeadingRow(table([['大标题'], ['A列', 'B列', 'C列', 'D列'], ['甲', '1', '2', '3'], ['乙', '丙', '丁', '戊']]), ['项目名称'])).toBe(2);
  });
});

describe('headingsAt', () => {
  it('reads headings of two rows, merged over each other and beside each other', () => {
    const sheet = table(
      [['序号', '项目', '资金', ''], ['', '', '财政', '其他'], ['1', '甲', '3', '4']],
      [[1, 1, 2, 1], [1, 2, 2, 2], [1, 3, 1, 4]],
    );
    expect(headingsAt(sheet, 1)).toEqual({ row: 1, firstDataRow: 3, texts: ['序号', '项目', '资金 财政', '资金 其他'] });
  });

  it('takes one row where nothing is merged downwards, line breaks as blanks', () => {
    expect(headingsAt(table([['项目\n名称', ''], ['甲', '乙']]), 1)).toEqual({ row: 1, firstDataRow: 2, texts: ['项目 名称', ''] });
  });

  it('does not fill merged cells of the rows below', () => {
    expect(headingsAt(table([['a', 'b'], ['1', 'x'], ['', 'y']], [[2, 1, 3, 1]]), 1).firstDataRow).toBe(2);
  });
});

describe('plainHeading', () => {
  it('leaves out blanks, stars, colons, width and units in brackets', () => {
    expect(plainHeading('＊单 价（万元）：')).toBe('单价');
  });
});
