// A chosen file on its way into the plan: opened, a sheet read, its headings matched. It knows how to go from one state to the
// next; the page shows them.

import type { MoneyUnit } from '#shared/base/money';
import { callDesk } from '../../../bridge/desk';
import type { SheetTable } from '../../../excel/book/book';
import type { ColumnMap } from '../../../excel/column-map';
import type { ExcelResult } from '../../../excel/excel-failure';
import { findHeadingRow, type Headings, headingsAt } from '../../../excel/headings';
import { type OpenBook, openBookFile } from '../../../excel/open-book';
import { SHEETS } from '../../../excel/template/layout';
import type { PlanColumn } from '../plan-column';
import { guessPlanColumns } from './guess-plan-columns';
import { PLAN_SYNONYMS, REASON_TITLE } from './plan-words';

export interface OpenedFile {
  readonly name: string;
  readonly book: OpenBook;
  readonly sheet: number;
  readonly table: SheetTable;
  readonly headings: Headings;
  readonly map: ColumnMap;
  readonly unit: MoneyUnit;
  /** Ours: the headings of our own files. Remembered: matched before. Guessed: somebody should look at it. */
  readonly source: 'ours' | 'remembered' | 'guessed';
}

export async function openFile(file: File, columns: readonly PlanColumn[], signal: AbortSignal): Promise<ExcelResult<OpenedFile>> {
  const book = await openBookFile(file, signal);
  if (!book.ok) return book;
  const named = book.value.sheets.findIndex(({ name, hidden }) => name === SHEETS.entry && !hidden);
  const visible = book.value.sheets.findIndex(({ hidden }) => !hidden);
  return readSheet({ name: file.name, book: book.value }, Math.max(0, named >= 0 ? named : visible), columns);
}

export async function readSheet({ name, book }: Pick<OpenedFile, 'name' | 'book'>, sheet: number, columns: readonly PlanColumn[]): Promise<ExcelResult<OpenedFile>> {
  const table = await book.readSheet(sheet);
  if (!table.ok) {
    book.close();
    return table;
  }
  const row = findHeadingRow(table.value, [...columns.map(({ title }) => title), ...Object.values(PLAN_SYNONYMS).flat()]);
  return { ok: true, value: await matchHeadings({ name, book, sheet, table: table.value }, row, columns) };
}

/** Takes the headings of that row and finds for each the column of ours. */
export async function matchHeadings(
  file: Pick<OpenedFile, 'name' | 'book' | 'sheet' | 'table'>,
  row: number,
  columns: readonly PlanColumn[],
): Promise<OpenedFile> {
  const headings = headingsAt(file.table, row);
  const { map, certain } = guessPlanColumns(headings.texts, columns);
  if (certain) return { ...file, headings, map, unit: 'yuan', source: 'ours' };
  const held = await readMap(headings);
  const keys = new Set(columns.map(({ key }) => key));
  if (held !== null && held.columns.every((key) => key === null || keys.has(key))) {
    return { ...file, headings, map: headings.texts.map((_, at) => held.columns[heldAt(headings, at)] ?? null), unit: held.unit, source: 'remembered' };
  }
  return { ...file, headings, map, unit: unitOf(file.table, headings), source: 'guessed' };
}

const TABLE = 'planItems';

export function rememberMap({ headings, map, unit }: Pick<OpenedFile, 'headings' | 'map' | 'unit'>): Promise<unknown> {
  const kept = keptHeadings(headings);
  return callDesk('keepColumnMap', { map: { table: TABLE, headings: kept.map((at) => shortened(headings.texts[at] ?? '')), columns: kept.map((at) => map[at] ?? null), unit } });
}

async function readMap(headings: Headings) {
  const kept = keptHeadings(headings).map((at) => shortened(headings.texts[at] ?? ''));
  if (kept.length === 0) return null;
  const reply = await callDesk('readColumnMap', { table: TABLE, headings: kept });
  return reply.ok ? reply.value.map : null;
}

/** A table that comes back with its reasons has the headings it had. */
function keptHeadings({ texts }: Headings): readonly number[] {
  return texts.flatMap((text, at) => (text === REASON_TITLE ? [] : [at]));
}

function heldAt(headings: Headings, at: number): number {
  return keptHeadings(headings).indexOf(at);
}

function shortened(text: string): string {
  return text.slice(0, 120);
}

/** 万元 where the headings, or a line above them, say so. */
function unitOf({ rows }: SheetTable, { row, texts }: Headings): MoneyUnit {
  const above = rows.slice(0, row - 1).flat();
  return [...texts, ...above].some((text) => /万元/.test(text)) ? 'wan' : 'yuan';
}
