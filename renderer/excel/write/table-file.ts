// A list as a workbook of one sheet: headings frozen and repeated on every printed page, landscape A4, one page wide. Rows come
// in batches and are packed as they come.

import type { ColumnKind } from '../../tabular/column';
import { columnLetters } from '../book/address';
import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';
import { cellXml } from './cell-xml';
import { styleOf } from './styles';
import { addTypes, addWorkbook, sheetName, worksheetStart } from './workbook';
import { createZipFile } from './zip-file';

export interface TableColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

export interface TableFile {
  /** Name of the sheet, and the title in the document's properties. */
  readonly title: string;
  readonly creator: string;
  readonly createdAt: string;
  readonly columns: readonly TableColumn[];
}

export interface TableWriter {
  /** Resolves when the rows are packed. */
  readonly addRows: (rows: readonly (readonly string[])[]) => Promise<void>;
  readonly finish: () => Promise<Uint8Array<ArrayBuffer>>;
}

export async function startTableFile({ title, creator, createdAt, columns }: TableFile): Promise<TableWriter> {
  const zip = createZipFile();
  await addTypes(zip, [{ comments: false }]);
  const sheet = zip.open('xl/worksheets/sheet1.xml');
  const letters = columns.map((_, index) => columnLetters(index + 1));
  const heading = styleOf('heading');
  await sheet.write(sheetHead(columns));
  await sheet.write(`<row r="1" ht="30" customHeight="1">${columns.map((column, at) => cellXml(`${letters[at] ?? ''}1`, 'text', column.title, heading)).join('')}</row>`);
  let written = 1;

  function rowXml(row: readonly string[]): string {
    const number = String(++written);
    let xml = `<row r="${number}">`;
    for (let at = 0; at < columns.length; at++) {
      const text = row[at] ?? '';
      if (text.length > LIMITS.cellCharacters) refuse('excel.not-made', { row: written });
      xml += cellXml((letters[at] ?? '') + number, columns[at]?.kind ?? 'text', text);
    }
    return `${xml}</row>`;
  }

  return {
    async addRows(rows) {
      await sheet.write(rows.map(rowXml).join(''));
    },
    async finish() {
      await sheet.write(`</sheetData>${PRINT_SETUP}</worksheet>`);
      await sheet.close();
      await addWorkbook(zip, [{ name: sheetName(title), rows: written, columns: columns.length, titleRows: 1, titleColumns: isWide(columns) ? 2 : 0 }], { title, creator, createdAt });
      return zip.finish();
    },
  };
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 24, code: 16, choice: 18, whole: 10, quantity: 12, money: 16, date: 12 };

export function columnWidth({ kind, title }: TableColumn): number {
  return Math.max(WIDTHS[kind], Math.min(30, title.length * 2.2 + 2));
}

/** Too wide to be read when it is squeezed onto one page: then it goes over several, with its first columns on each. */
const PAGE_WIDTH = 220;

export function isWide(columns: readonly TableColumn[]): boolean {
  return columns.reduce((sum, column) => sum + columnWidth(column), 0) > PAGE_WIDTH;
}

/** Everything before the rows: fitted to the page, panes frozen under the heading. */
function sheetHead(columns: readonly TableColumn[]): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  const widths = columns.map((column, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${columnWidth(column).toFixed(1)}" customWidth="1"/>`);
  return `${worksheetStart()}${fitToPage(columns)}<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${widths.join('')}</cols><sheetData>`;
}

export function fitToPage(columns: readonly TableColumn[]): string {
  return isWide(columns) ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
}

/** What prints: landscape A4, as many pages as it takes. */
export const PRINT_SETUP =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>';
