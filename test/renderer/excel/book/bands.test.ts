// Long sheets are read in bands; what is read is the sheet.

import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../../renderer/excel/book/bands';
import { openBook } from '../../../../renderer/excel/book/book';
import { readTable } from '../support/table';
import { cell, workbook } from '../support/workbook';

const row = (number: number, ...cells: string[]) => `<row r="${String(number)}" ht="18">${cells.join('')}</row>`;
const sheet = (rows: string, prefix = '') => `<${prefix}worksheet><${prefix}cols/><${prefix}sheetData>${rows}</${prefix}sheetData><${prefix}pageMargins/></${prefix}worksheet>`;
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

describe('bandsOf', () => {
  it('leaves a short sheet as it is', () => {
    const text = sheet(row(1, cell('A1', '编号')) + row(7, cell('B7', '名称')));
    expect(bandsOf(text)).toEqual([{ above: 0, text }]);
  });

  it('counts the rows of each band from 1 and keeps what stands before and after them', () => {
    const bands = bandsOf(sheet([...numbers(1, 1000), ...numbers(1500, 1001)].map((number) => row(number)).join('')));
    expect(bands.map(({ above }) => above)).toEqual([0, 1499, 2499]);
    expect(bands[0]?.text.startsWith('<worksheet><cols/><sheetData><row r="1" ht="18">')).toBe(true);
    expect(bands[1]?.text.startsWith('<worksheet><sheetData><row r="1" ht="18">')).toBe(true);
    expect(bands[2]?.text).toBe('<worksheet><sheetData><row r="1" ht="18"></row></sheetData><pageMargins/></worksheet>');
  });

  it('keeps the prefix of the names', () => {
    const bands = bandsOf(sheet(numbers(1, 1001).map((number) => `<x:row r='${String(number)}'></x:row>`).join(''), 'x:'));
    expect(bands[1]?.text).toBe("<x:worksheet><x:sheetData><x:row r='1'></x:row></x:sheetData><x:pageMargins/></x:worksheet>");
  });

  it.each([
    ['not numbered', '<row></row>'],
    ['numbered twice', row(1001)],
    ['numbered downwards', row(3)],
  ])('leaves a sheet whole whose rows are %s', (_what, last) => {
    const text = sheet(numbers(1, 1001).map((number) => row(number)).join('') + last);
    expect(bandsOf(text)).toEqual([{ above: 0, text }]);
  });
});

describe('a long sheet', () => {
  it('gives back every row in its place, as wide as the widest', async () => {
    const filled = [1, 2, 999, 1000, 1001, 1002, 2600, 2601];
    const empty = numbers(3, 990).concat(numbers(1003, 1500)).filter((number) => !filled.includes(number));
    const rows = [...filled, ...empty].sort((a, b) => a - b).map((number) => row(number, ...(filled.includes(number) ? [cell(`A${String(number)}`, `第${String(number)}行`)] : [])));
    const table = await readTable(workbook({ rows: rows.join('') + row(2700, cell('A2700', '末'), cell('C2700', '宽')) }));
    expect(table.rows).toHaveLength(2700);
    expect(table.rows.every(({ length }) => length === 3)).toBe(true);
    for (const number of filled) expect(table.rows[number - 1]).toEqual([`第${String(number)}行`, '', '']);
    expect(table.rows[2699]).toEqual(['末', '', '宽']);
    expect(table.rows.filter(([first]) => first !== '')).toHaveLength(filled.length + 1);
  });

  it('says after each band how many rows have been read', async () => {
    const rows = numbers(1, 2499).map((number) => row(number, cell(`A${String(number)}`, '甲')));
    const told: (readonly [number, number])[] = [];
    await openBook(workbook({ rows: rows.join('') })).readSheet(0, (done, total) => told.push([done, total]));
    expect(told).toEqual([[1000, 2499], [2000, 2499], [2499, 2499]]);
  });
});
