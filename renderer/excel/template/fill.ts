// Fills a template of ours by patching its sheet: everything else in the package, drop-downs, notes and properties, stays as it is.

import { unzipSync, zipSync } from 'fflate';
import { fromUtf8, utf8 } from '#shared/base/bytes';
import { assert } from '#shared/base/assert';
import type { ColumnKind } from '../../tabular/column';
import { columnLetters } from '../book/address';
import { cellXml } from '../write/cell-xml';
import { escapeText } from '../write/escape';
import { styleOf } from '../write/styles';
import { FIRST_ROW, HEADING_ROW, PRINTED_ROWS } from './layout';

export interface TemplateFill {
  /** Replaces the line above the headings. */
  readonly heading: string;
  /** The office it is made by, for the properties. */
  readonly creator: string;
  readonly kinds: readonly ColumnKind[];
  /** As shown: labels instead of codes. */
  readonly rows: readonly (readonly string[])[];
}

const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = 'xl/workbook.xml';
const CORE = 'docProps/core.xml';
/** The date that is written into the container; the real one means nothing to anybody. */
const STAMP = new Date(2026, 0, 1);

export function fillTemplate(asset: Uint8Array, fill: TemplateFill): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(asset);
  const patch = (name: string, change: (xml: string) => string) => {
    const bytes = parts[name];
    assert(bytes !== undefined, 'a template of ours has this part');
    parts[name] = utf8(change(fromUtf8(bytes)));
  };
  patch(SHEET, (xml) => withRows(xml, fill));
  patch(BOOK, (xml) => withPrintedRows(xml, HEADING_ROW + Math.max(PRINTED_ROWS, fill.rows.length)));
  patch(CORE, (xml) => xml.replace(/<dc:creator>[^<]*<\/dc:creator>/, () => `<dc:creator>${escapeText(fill.creator)}</dc:creator>`));
  return zipSync(parts, { level: 6, mtime: STAMP });
}

function withRows(xml: string, { heading, kinds, rows }: TemplateFill): string {
  const letters = kinds.map((_, index) => columnLetters(index + 1));
  const filled = rows.map((row, index) => {
    const number = String(FIRST_ROW + index);
    const cells = kinds.map((kind, at) => (row[at] === undefined || row[at] === '' ? '' : cellXml(`${letters[at] ?? ''}${number}`, kind, row[at])));
    return `<row r="${number}">${cells.join('')}</row>`;
  });
  const title = cellXml('A1', 'text', heading, styleOf('title'));
  return xml.replace(/<c r="A1"[^>]*>.*?<\/c>/s, () => title).replace('</sheetData>', () => `${filled.join('')}</sheetData>`);
}

function withPrintedRows(xml: string, last: number): string {
  return xml.replace(/(<definedName name="_xlnm\.Print_Area" localSheetId="0">[^<]*\$)\d+(<)/, (_, before: string, after: string) => `${before}${String(last)}${after}`);
}
