// Where a table's headings stand and what they say: one row or several under each other, merged cells counted for each column
// they cover. It knows no column of ours but their titles.

import { normaliseText, toHalfWidth } from '#shared/base/text';
import type { SheetTable } from './book/book';

export interface Headings {
  /** Row numbers in the file, from 1. */
  readonly row: number;
  readonly firstDataRow: number;
  /** One text per column of the sheet; '' for a column without a heading. */
  readonly texts: readonly string[];
}

/** How far down a heading may stand. */
const SEARCHED = 30;
const MAX_HEIGHT = 4;

/** What is left of a heading when it is compared: no spaces, marks, or units in brackets. */
export function plainHeading(text: string): string {
  return toHalfWidth(normaliseText(text))
    .replace(/\s+/g, '')
    .replace(/[(【[〔].*?[)】\]〕]/g, '')
    .replace(/[*:：、,，]/g, '')
    .toLowerCase();
}

/** The row most of whose cells are titles; else the first row that looks like headings: most different texts, no figures. */
export function findHeadingRow(table: SheetTable, titles: readonly string[]): number {
  const known = new Set(titles.map(plainHeading));
  const rows = table.rows.slice(0, SEARCHED);
  const hits = rows.map((row) => row.filter((cell) => cell !== '' && known.has(plainHeading(cell))).length);
  const most = Math.max(0, ...hits);
  if (most >= 2) return hits.indexOf(most) + 1;
  const words = rows.map((row) => new Set(row.filter((cell) => cell !== '' && !/^[\d.,\s-]+$/.test(cell))).size);
  const widest = Math.max(0, ...words);
  return widest === 0 ? 1 : words.findIndex((count) => count >= Math.max(2, widest * 0.7)) + 1 || words.indexOf(widest) + 1;
}

export function headingsAt(table: SheetTable, row: number): Headings {
  const height = heightAt(table, row);
  const filled = fillMerged(table, row, row + height - 1);
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  const texts = Array.from({ length: width }, (_, column) => {
    const parts = filled.map((cells) => normaliseText(cells[column] ?? '').replace(/\s+/g, ' '));
    return [...new Set(parts.filter((part) => part !== ''))].join(' ');
  });
  return { row, firstDataRow: row + height, texts };
}

/** Cells merged over several rows say how many rows the headings take. */
function heightAt({ merges }: SheetTable, row: number): number {
  const lowest = merges.filter(({ from }) => from.row === row).reduce((last, { to }) => Math.max(last, to.row), row);
  return Math.min(MAX_HEIGHT, lowest - row + 1);
}

function fillMerged({ rows, merges }: SheetTable, first: number, last: number): readonly (readonly string[])[] {
  const filled = Array.from({ length: last - first + 1 }, (_, index) => [...(rows[first - 1 + index] ?? [])]);
  for (const { from, to } of merges) {
    const text = rows[from.row - 1]?.[from.column - 1] ?? '';
    for (let row = Math.max(first, from.row); row <= Math.min(last, to.row); row++) {
      const cells = filled[row - first];
      // A title merged across the sheet's whole width is no heading of its columns.
      for (let column = from.column; cells !== undefined && column <= Math.min(to.column, cells.length); column++) cells[column - 1] = text;
    }
  }
  return filled;
}
