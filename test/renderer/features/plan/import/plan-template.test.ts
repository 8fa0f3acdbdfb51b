// The template that is shipped: made from the plan's columns, filled without losing anything, read back by us, also after
// LibreOffice has saved it.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../../../../renderer/excel/book/book';
import { buildTemplate } from '../../../../../renderer/excel/template/build';
import { fillTemplate } from '../../../../../renderer/excel/template/fill';
import { FIRST_ROW, HEADING_ROW, SHEETS } from '../../../../../renderer/excel/template/layout';
import { PLAN_TEMPLATE, templateHeading, yearOfHeading } from '../../../../../renderer/features/plan/import/plan-template';
import { entryColumns } from '../../../../../renderer/features/plan/import/sheet-columns';
import { throughLibreOffice } from '../../../excel/support/libreoffice';

const asset = new Uint8Array(await readFile(resolve(import.meta.dirname, '../../../../../renderer/features/plan/import/plan-template.xlsx')));
const columns = entryColumns([]);

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

function count(text: string | undefined, element: string): number {
  return text?.split(`<${element} `).length ?? 0;
}

const full = PLAN_TEMPLATE.columns.map(({ kind, choices, title }) => choices?.[0]?.label ?? { text: title, code: '007', whole: '12', quantity: '1.5', money: '1234.5', date: '2027-03-01', choice: '' }[kind]);
const FILL = { heading: templateHeading(2027, '乌拉特旗民政局'), creator: '乌拉特旗民政局', kinds: PLAN_TEMPLATE.columns.map(({ kind }) => kind), rows: [full, full] };

describe('the shipped template', () => {
  it('is what the plan’s columns make today (else run build/make-plan-template.mjs)', async () => {
    expect(partsOf(asset)).toEqual(partsOf(await buildTemplate(PLAN_TEMPLATE)));
  });

  it('has the headings of the plan in their order, and every code of its lists', async () => {
    const book = openBook(asset);
    expect(book.sheets.map(({ name }) => name)).toEqual(Object.values(SHEETS));
    const { rows } = await book.readSheet(0);
    expect(rows[HEADING_ROW - 1]).toEqual(columns.map(({ title }) => title));
    const codes = new Set((await book.readSheet(2)).rows.flat());
    for (const { choices } of columns) for (const { label } of choices ?? []) expect(codes).toContain(label);
  });

  it('offers a list wherever there are choices, and a note wherever there is a hint', () => {
    const parts = partsOf(asset);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(count(sheet, 'dataValidation type="list"') - 1).toBe(columns.filter(({ choices }) => (choices ?? []).length > 0).length);
    expect(count(parts['xl/comments1.xml'], 'comment') - 1).toBe(columns.filter(({ hint }) => hint !== undefined).length);
  });
});

describe('fillTemplate', () => {
  const filled = fillTemplate(asset, FILL);

  it('writes year, office and rows, and leaves every other part as it was', async () => {
    const [before, after] = [partsOf(asset), partsOf(filled)];
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(['docProps/core.xml', 'xl/worksheets/sheet1.xml']);
    expect(after['docProps/core.xml']).toContain('<dc:creator>乌拉特旗民政局</dc:creator>');
    const tail = (xml: string | undefined) => xml?.slice(xml.indexOf('<dataValidations'));
    expect(tail(after['xl/worksheets/sheet1.xml'])).toBe(tail(before['xl/worksheets/sheet1.xml']));
    const { rows } = await openBook(filled).readSheet(0);
    expect(yearOfHeading(rows[0]?.[0] ?? '')).toBe(2027);
    expect(rows.slice(FIRST_ROW - 1)).toEqual([full, full]);
  });

  it('prints as many rows as it holds', () => {
    const many = partsOf(fillTemplate(asset, { ...FILL, rows: Array.from({ length: 90 }, () => full) }));
    expect(many['xl/workbook.xml']).toMatch(/Print_Area" localSheetId="0">[^<]*\$92</);
  });

  it('gives a file that LibreOffice opens and saves: the same rows, the same drop-downs and notes', async () => {
    const saved = await throughLibreOffice(filled);
    const { rows } = await openBook(saved).readSheet(0);
    expect(rows[HEADING_ROW - 1]).toEqual(columns.map(({ title }) => title));
    expect(rows.slice(FIRST_ROW - 1)).toEqual([full, full]);
    const parts = partsOf(saved);
    const kept = ((parts['xl/worksheets/sheet1.xml'] ?? '').match(/<dataValidation [^>]*>/g) ?? []).filter((tag) => tag.includes('type="list"'));
    const lists = kept.flatMap((tag) => (/sqref="([^"]+)"/.exec(tag)?.[1] ?? '').split(' '));
    expect(lists).toHaveLength(columns.filter(({ choices }) => (choices ?? []).length > 0).length);
    expect(Object.values(parts).join('')).toContain('<formula1>list_1</formula1>');
    expect(count(parts['xl/comments1.xml'], 'comment') - 1).toBe(columns.filter(({ hint }) => hint !== undefined).length);
    expect(parts['docProps/core.xml']).toContain('乌拉特旗民政局');
  }, 150_000);
});
