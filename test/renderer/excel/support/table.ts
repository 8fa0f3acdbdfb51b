// Tables for the tests: written by our writer, read by our reader, without a worker between them.

import type { ColumnKind } from '../../../../renderer/tabular/column';
import { openBook, type SheetTable } from '../../../../renderer/excel/book/book';
import { startTableFile } from '../../../../renderer/excel/write/table-file';

export async function writeTable(kinds: readonly ColumnKind[], rows: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const columns = kinds.map((kind, index) => ({ kind, title: `第${String(index + 1)}栏` }));
  const table = await startTableFile({ title: '表', creator: '某旗民政局', createdAt: '2026-03-02T01:00:00.000Z', columns });
  for (let at = 0; at < rows.length; at += 100) await table.addRows(rows.slice(at, at + 100));
  return table.finish();
}

export function readTable(bytes: Uint8Array, sheet = 0): Promise<SheetTable> {
  return openBook(bytes).readSheet(sheet);
}
