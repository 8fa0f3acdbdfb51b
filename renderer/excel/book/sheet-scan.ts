// Looks over a sheet's XML before the reading library gets it: how large it really is, where formulas, error values, merges and
// hidden rows stand. It reads no value.

import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';
import { type Address, parseAddress, parseRange, type Range } from './address';
import { createSeeker } from './seeker';

export interface SheetScan {
  /** Up to the last row that holds a value. */
  readonly rows: number;
  readonly columns: number;
  readonly hiddenRows: number;
  readonly formulas: number;
  /** Where the first of them stand. */
  readonly firstFormulas: readonly Address[];
  /** Cells whose formula was never worked out by the program that wrote the file. */
  readonly unreckoned: readonly Address[];
  /** Cells that show an error such as #REF!. */
  readonly errors: readonly Address[];
  readonly merges: readonly Range[];
  /** The part as the library shall get it, without the empty rows at its end. */
  readonly text: string;
}

const SHOWN = 5;

export function scanSheet(text: string): SheetScan {
  const prefix = /<([\w.-]+:)?worksheet[\s>]/.exec(text)?.[1] ?? '';
  const from = text.indexOf(`<${prefix}sheetData`);
  const closing = `</${prefix}sheetData>`;
  const end = text.indexOf(closing, from);
  // An empty sheet may have <sheetData/>.
  if (from < 0 || end < 0) return { ...NOTHING, merges: mergesIn(text), text };

  const opening = `<${prefix}row`;
  // Without the bracket: a closing tag may hold a space, and a row that is passed over here is lost.
  const value = [`</${prefix}v`, `</${prefix}is`];
  const cell = `<${prefix}c `;
  let [rows, columns, hiddenRows, count, previous, keep] = [0, 0, 0, 0, 0, text.indexOf('>', from) + 1];
  for (let at = text.indexOf(opening, from); at >= 0 && at < end; ) {
    const next = text.indexOf(opening, at + opening.length);
    const stop = next < 0 || next > end ? end : next;
    const row = text.slice(at, stop);
    const number = Number(/\sr\s*=\s*["'](\d{1,7})["']/.exec(row.slice(0, row.indexOf('>') + 1))?.[1] ?? previous + 1);
    previous = number;
    count += 1;
    const last = Math.max(...value.map((tag) => row.lastIndexOf(tag)));
    if (last >= 0) {
      if (number > LIMITS.rows || count > LIMITS.rows) refuse('excel.too-many-rows', { rows: number });
      const address = addressAt(row, row.lastIndexOf(cell, last));
      rows = Math.max(rows, number);
      columns = Math.max(columns, address?.column ?? 1);
      if (columns > LIMITS.columns) refuse('excel.too-many-columns', { columns });
      if (/^<[^>]*\shidden\s*=\s*["'](1|true)["']/.test(row)) hiddenRows += 1;
      keep = stop;
    }
    at = next;
  }
  if (rows * columns > LIMITS.cells) refuse('excel.too-many-rows', { rows });
  const formulas = scanFormulas(text, prefix, from, keep);
  return {
    rows,
    columns,
    hiddenRows,
    ...formulas,
    errors: scanErrors(text, cell, from, keep),
    merges: mergesIn(text.slice(end)),
    text: rewritten(text, keep, end),
  };
}

/** Dates of the strict format are days without a zone; as text they stay the day they are. The same letters in a text are a text. */
function rewritten(text: string, keep: number, end: number): string {
  const kept = keep === end ? text : text.slice(0, keep) + text.slice(end);
  return !/\st=["']d["']/.test(text) ? kept : kept.replaceAll(/(<[^<>]*\st=["'])d(?=["'])/g, '$1str');
}

const NOTHING = { rows: 0, columns: 0, hiddenRows: 0, formulas: 0, firstFormulas: [], unreckoned: [], errors: [] };

/** The address of the cell whose tag begins at `at`. */
function addressAt(text: string, at: number): Address | null {
  if (at < 0) return null;
  return parseAddress(/\sr\s*=\s*["']([A-Z]+\d+)["']/.exec(text.slice(at, text.indexOf('>', at) + 1))?.[1] ?? '');
}

function scanFormulas(text: string, prefix: string, from: number, to: number): Pick<SheetScan, 'formulas' | 'firstFormulas' | 'unreckoned'> {
  const tag = `<${prefix}f`;
  const firstFormulas: Address[] = [];
  const unreckoned: Address[] = [];
  const cells = createSeeker(text, `<${prefix}c `, from);
  const ends = createSeeker(text, `</${prefix}c`, from);
  const values = createSeeker(text, `</${prefix}v`, from);
  let formulas = 0;
  for (let at = text.indexOf(tag, from); at >= 0 && at < to; at = text.indexOf(tag, at + 1)) {
    if (!/[\s/>]/.test(text[at + tag.length] ?? '')) continue;
    formulas += 1;
    // Without the bracket, as above: a closing tag may hold a space.
    const [value, stop] = [values.after(at), ends.after(at)];
    const reckoned = value >= 0 && (stop < 0 || value < stop);
    const address = formulas <= SHOWN || !reckoned ? addressAt(text, cells.before(at)) : null;
    if (address === null) continue;
    if (formulas <= SHOWN) firstFormulas.push(address);
    if (!reckoned) unreckoned.push(address);
  }
  return { formulas, firstFormulas, unreckoned };
}

function scanErrors(text: string, cell: string, from: number, to: number): readonly Address[] {
  const errors: Address[] = [];
  for (const mark of [' t="e"', " t='e'"]) {
    const cells = createSeeker(text, cell, from);
    const ends = createSeeker(text, '>', from);
    for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + 1)) {
      const start = cells.before(at);
      // The same letters in a cell's text say nothing.
      const address = start < 0 || ends.before(at) > start ? null : addressAt(text, start);
      if (address !== null) errors.push(address);
    }
  }
  return errors;
}

function mergesIn(text: string): readonly Range[] {
  const merges: Range[] = [];
  for (const [, ref = ''] of text.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([^"']{1,30})["']/g)) {
    if (merges.length >= LIMITS.merges) refuse('excel.bomb', { merges: merges.length });
    const range = parseRange(ref);
    if (range !== null) merges.push(range);
  }
  return merges;
}
