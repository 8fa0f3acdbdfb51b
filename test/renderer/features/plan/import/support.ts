// An import without window or worker: rows as our writer and reader carry them, judged against what is held.

import { createRecordId, type RecordId, type StationId } from '#shared/base/ids';
import { openBook, type SheetTable } from '../../../../../renderer/excel/book/book';
import { findHeadingRow, headingsAt } from '../../../../../renderer/excel/headings';
import type { ExportColumn } from '../../../../../renderer/excel/make-file';
import { startTableFile } from '../../../../../renderer/excel/write/table-file';
import { eachFileRow } from '../../../../../renderer/features/plan/import/file-rows';
import { guessPlanColumns } from '../../../../../renderer/features/plan/import/guess-plan-columns';
import type { HeldPlan } from '../../../../../renderer/features/plan/import/held-plans';
import { type JudgeContext, type JudgedRow, judgeRows } from '../../../../../renderer/features/plan/import/judge-rows';
import { entryColumns, type NamedBuyers } from '../../../../../renderer/features/plan/import/sheet-columns';
import { shownText } from '../../../../../renderer/tabular/choice-text';

const OWNER = 'a1b2c3d4e5f60718293a4b5c6d7e8f90' as StationId;
let made = 0;

export function newId(): RecordId {
  made += 1;
  return createRecordId(OWNER, (size) => Uint8Array.from({ length: size }, (_, index) => (made >> (8 * (index % 3))) & 0xff));
}

export const BUYERS: NamedBuyers = ['旗民政局', '旗残联'].map((name) => ({ id: newId(), body: { name } }));
export const ONLY = BUYERS.slice(0, 1);
export const OPERATOR = newId();
export const OTHER = newId();

export async function bytesOf<Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): Promise<Uint8Array<ArrayBuffer>> {
  const table = await startTableFile({ title: '计划', creator: '旗民政局', createdAt: '2026-03-02T01:00:00.000Z', columns: columns.map(({ title, kind }) => ({ title, kind })) });
  await table.addRows(rows.map((row) => columns.map((column) => shownText(column, column.read(row)))));
  return table.finish();
}

/** A file of our own headings, judged. */
export async function judge(bytes: Uint8Array, held: readonly HeldPlan[], change: Partial<JudgeContext> & { readonly buyers?: NamedBuyers } = {}): Promise<readonly JudgedRow[]> {
  const { buyers = ONLY, ...more } = change;
  const table = await openBook(bytes).readSheet(0);
  const columns = entryColumns(buyers);
  const headings = headingsAt(table, findHeadingRow(table, columns.map(({ title }) => title)));
  const { map } = guessPlanColumns(headings.texts, columns);
  const rows = [...eachFileRow(table, { headings, map, unit: 'yuan' }, columns)].filter((row) => row !== 'total');
  return judgeRows(rows, {
    year: 2026,
    columns,
    held,
    takenNumbers: held.map(({ typed }) => typed.number),
    onlyBuyer: buyers.length === 1 ? (buyers[0]?.id ?? null) : null,
    catalogueVersion: 'nmg-2014-80',
    operator: OPERATOR,
    nameOf: () => '其他经办人',
    keepFilled: false,
    ...more,
  });
}

/** A table as another office would have it: texts only, headings in the first row. */
export async function fileOf(headings: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOf(headings.map((title, at) => ({ title, kind: 'text', read: (row: readonly string[]) => row[at] ?? '' })), rows);
}

export async function tableOf(bytes: Uint8Array): Promise<SheetTable> {
  return openBook(bytes).readSheet(0);
}
