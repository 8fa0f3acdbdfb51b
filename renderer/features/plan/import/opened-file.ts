// A chosen file on its way into the plan: opened, a sheet read, its headings matched. It knows how to go from one state to the
// next; the page shows them.

import type { MoneyUnit } from '#shared/base/money';
import { normaliseText } from '#shared/base/text';
import { callDesk } from '../../../bridge/desk';
import type { OnRead, SheetTable } from '../../../excel/book/book';
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

export async function openFile(file: File, columns: readonly PlanColumn[], signal: AbortSignal, onProgress?: OnRead): Promise<ExcelResult<OpenedFile>> {
  const book = await openBookFile(file, signal);
  if (!book.ok) return book;
  const named = book.value.sheets.findIndex(({ name, hidden }) => name === SHEETS.entry && !hidden);
  const visible = book.value.sheets.findIndex(({ hidden }) => !hidden);
  return readSheet({ name: file.name, book: book.value }, Math.max(0, named >= 0 ? named : visible), columns, onProgress);
}

export async function readSheet({ name, book }: Pick<OpenedFile, 'name' | 'book'>, sheet: number, columns: readonly PlanColumn[], onProgress?: OnRead): Promise<ExcelResult<OpenedFile>> {
  const table = await book.readSheet(sheet, onProgress);
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
  const said = unitSaid(file.table, headings);
  if (certain && said !== 'wan') return { ...file, headings, map, unit: 'yuan', source: 'ours' };
  const held = await readMap(headings);
  const keys = new Set(columns.map(({ key }) => key));
  if (held !== null && held.columns.every((key) => key === null || keys.has(key))) {
    const remembered = headings.texts.map((_, at) => held.columns[heldAt(headings, at)] ?? null);
    // Last time's unit is not taken against what this table says of itself: somebody should look at it.
    const source = said === null || said === held.unit ? 'remembered' : 'guessed';
    return { ...file, headings, map: remembered, unit: said ?? held.unit, source };
  }
  return { ...file, headings, map, unit: said ?? 'yuan', source: 'guessed' };
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

/** What the headings, or a line above them, say of the unit; null where they say nothing. */
function unitSaid({ rows }: SheetTable, { row, texts }: Headings): MoneyUnit | null {
  const words = [...texts, ...rows.slice(0, row - 1).flat()];
  if (words.some((text) => /万元/.test(text))) return 'wan';
  return words.some((text) => /单位[:：]?\s*(人民币)?元/.test(normaliseText(text))) ? 'yuan' : null;
}
