// Tables for the tests: written by our writer, read by our reader, without a worker between them.

import type { ColumnKind } from '../../../../renderer/tabular/column';
import type { ExportColumn } from '../../../../renderer/excel/make-file';
import { openBook, type SheetTable } from '../../../../renderer/excel/book/book';
import { startTableFile } from '../../../../renderer/excel/write/table-file';

/** `headed` gives the columns made-up titles; without it the first row is the heading. */
export async function writeTable(kinds: readonly ColumnKind[], rows: readonly (readonly string[])[], headed = true): Promise<Uint8Array<ArrayBuffer>> {
  const [first = []] = rows;
  const columns = kinds.map((kind, index) => ({ kind, title: headed ? `第${String(index + 1)}栏` : (first[index] ?? '') }));
  const table = await startTableFile({ title: '表', creator: '某旗民政局', createdAt: '2026-03-02T01:00:00.000Z', columns });
  for (let at = headed ? 0 : 1; at < rows.length; at += 100) await table.addRows(rows.slice(at, at + 100));
  return table.finish();
}

export function readTable(bytes: Uint8Array, sheet = 0): Promise<SheetTable> {
  return openBook(bytes).readSheet(sheet);
}

/** What an export's file says when it is read back: headings first. */
export async function exportedRows<Row>(columns: readonly ExportColumn<Row>[], batches: AsyncIterable<readonly Row[]>): Promise<readonly (readonly string[])[]> {
  const table = await startTableFile({ title: '表', creator: '某旗民政局', createdAt: '2026-03-02T01:00:00.000Z', columns: columns.map(({ title, kind }) => ({ title, kind })) });
  for await (const rows of batches) await table.addRows(rows.map((row) => columns.map(({ read }) => read(row))));
  return (await readTable(await table.finish())).rows;
}
