// A block of cells to and from the clipboard: tab-separated text as Excel and WPS write it, or the first table of an HTML text. Everything
// that comes out is plain text; no HTML is ever given to the page. Pure.

import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { parseHtmlTable } from './html-table';

/** Rows of cells, all rows of one length. */
export type Block = readonly (readonly string[])[];

export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 200;
/** Of either text, in UTF-16 units. */
const MOST_TEXT = 8_000_000;

export type ClipboardFailure = Failure<'clipboard.empty' | 'clipboard.too-large'>;

export function parseClipboard({ plain, html }: { readonly plain: string; readonly html: string }): Result<Block, ClipboardFailure> {
  if (plain.length > MOST_TEXT || html.length > MOST_TEXT * 4) return failure('clipboard.too-large');
  const text = parseTsv(plain);
  // Writers of documents put every line of a cell on a line of its own: their text does not close to a rectangle, their table does.
  const ragged = text.some((row) => row.length !== text[0]?.length) || (text.length > 1 && text[0]?.length === 1);
  const table = plain === '' || ragged ? parseHtmlTable(html, MOST_ROWS, MOST_COLUMNS) : null;
  const rows = table !== null && table.length > 0 && (plain === '' || (table[0]?.length ?? 0) > 1) ? table : text;
  if (rows.length === 0) return failure('clipboard.empty');
  if (rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS)) return failure('clipboard.too-large');
  const width = Math.max(...rows.map((row) => row.length));
  return ok(rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]));
}

/** Cells between tabs, rows between line ends; a cell in quotes may hold both, and quotes written twice. */
export function parseTsv(text: string): readonly string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, next } = text[at] === '"' ? (quotedCell(text, at) ?? plainCell(text, at)) : plainCell(text, at);
    row.push(cell);
    if (text[next] === '\t') {
      at = next + 1;
      if (at < text.length) continue;
      row.push('');
    } else at = text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
    rows.push(row);
    row = [];
    if (rows.length > MOST_ROWS) break;
  }
  return rows;
}

function plainCell(text: string, start: number): { readonly cell: string; readonly next: number } {
  let next = start;
  while (next < text.length && text[next] !== '\t' && text[next] !== '\n' && text[next] !== '\r') next++;
  return { cell: text.slice(start, next), next };
}

/** null when the quote at the start does not close before a tab or a line end: then it is a character like others. */
function quotedCell(text: string, start: number): { readonly cell: string; readonly next: number } | null {
  let close = start + 1;
  for (;;) {
    close = text.indexOf('"', close);
    if (close === -1) return null;
    if (text[close + 1] !== '"') break;
    close += 2;
  }
  const after = text[close + 1];
  if (after !== undefined && after !== '\t' && after !== '\n' && after !== '\r') return null;
  return { cell: text.slice(start + 1, close).replaceAll('""', '"').replace(/\r\n?/g, '\n'), next: close + 1 };
}

/** The inverse of parseTsv. */
export function toTsv(block: Block): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return block.map((row) => row.map(quoted).join('\t') + '\r\n').join('');
}

/** Both flavours of a block; columns kept as text do not lose their zeros in a spreadsheet. */
export function blockToClipboard(block: Block, keepAsText: readonly boolean[]): { readonly plain: string; readonly html: string } {
  const cell = (text: string, at: number) =>
    `<td${keepAsText[at] === true ? ` style="mso-number-format:'\\@'"` : ''}>${escapeHtml(text).replaceAll('\n', '<br style="mso-data-placement:same-cell">')}</td>`;
  const html = `<table>${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  return { plain: single !== undefined && !/["\t\r\n]/.test(single) ? single : toTsv(block), html };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
}
