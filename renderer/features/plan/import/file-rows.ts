// The rows of a chosen sheet as texts for our columns. Blank rows and rows of totals are left out; what cannot be taken from a
// cell is kept beside its row.

import type { MoneyUnit } from '#shared/base/money';
import { normaliseText } from '#shared/base/text';
import type { CellProblemCode, SheetTable } from '../../../excel/book/book';
import type { ColumnMap } from '../../../excel/column-map';
import type { Headings } from '../../../excel/headings';
import { tidyText } from '../../../excel/meaning';
import type { PlanColumn } from '../plan-column';

export interface Reading {
  readonly headings: Headings;
  readonly map: ColumnMap;
  /** What a bare figure in a column of money means. */
  readonly unit: MoneyUnit;
}

export interface FileRow {
  /** The row's number in the file. */
  readonly at: number;
  /** Texts by the keys of the mapped columns. */
  readonly cells: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, CellProblemCode>;
  /** As they stand in the file, for giving the row back. */
  readonly texts: readonly string[];
}

const TOTAL = /^(合\s*计|总\s*计|小\s*计|累\s*计)[:：]?$/;

/** One after the other, for who has something else to do in between; 'total' for a row of totals. */
export function* eachFileRow(table: SheetTable, { headings, map, unit }: Reading, columns: readonly PlanColumn[]): Generator<FileRow | 'total'> {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const problems = new Map<number, Map<string, CellProblemCode>>();
  for (const { row, column, code } of table.problems) {
    const key = map[column - 1] ?? null;
    if (key !== null) problems.set(row, (problems.get(row) ?? new Map<string, CellProblemCode>()).set(key, code));
  }
  for (let at = headings.firstDataRow; at <= table.rows.length; at++) {
    const texts = table.rows[at - 1] ?? [];
    const found = problems.get(at) ?? NONE;
    const cells = new Map<string, string>();
    map.forEach((key, index) => {
      const column = key === null ? undefined : byKey.get(key);
      if (column !== undefined) cells.set(column.key, tidyText(column, texts[index] ?? '', unit));
    });
    if (found.size === 0 && [...cells.values()].every((text) => text === '')) continue;
    yield texts.slice(0, 3).some((text) => TOTAL.test(normaliseText(text))) ? 'total' : { at, cells, problems: found, texts };
  }
}

const NONE: ReadonlyMap<string, CellProblemCode> = new Map();
