// A workbook opened for reading: the package is judged first, then each sheet is looked over and read by the library from a
// container of our own that holds nothing but that sheet, its texts and its formats.

import readSheets from 'read-excel-file/universal';
import { utf8 } from '#shared/base/bytes';
import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';
import { addressText, type Range } from './address';
import { bandsOf } from './bands';
import { CutNumber, cellText, readNumber } from './cell-text';
import { type BookPackage, openPackage } from './package';
import { scanSheet } from './sheet-scan';
import { storedZip } from '../zip/container';
import { demandWholeTags, xmlText } from './xml';

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

export interface Book {
  readonly sheets: readonly SheetName[];
  readonly externalLinks: boolean;
  readonly readSheet: (index: number, onProgress?: OnRead) => Promise<SheetTable>;
}

/** Told now and then how many of the sheet's rows have been read. */
export type OnRead = (done: number, total: number) => void;

export type CellProblemCode = 'cell.cut-digits' | 'cell.error-value' | 'cell.unreckoned' | 'cell.too-long';

/** Row and column count from 1, as Excel does. */
export interface CellProblem {
  readonly row: number;
  readonly column: number;
  readonly code: CellProblemCode;
}

export interface SheetTable {
  /** Row 1 of the sheet first; every row as wide as the widest. A cell with a problem is ''. */
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly CellProblem[];
  readonly merges: readonly Range[];
  readonly hiddenRows: number;
  readonly formulas: number;
  readonly firstFormulas: readonly string[];
}

export function openBook(bytes: Uint8Array): Book {
  const held = openPackage(bytes);
  return {
    sheets: held.sheets.map(({ name, hidden }) => ({ name, hidden })),
    externalLinks: held.externalLinks,
    readSheet: (index, onProgress) => readTable(held, index, onProgress),
  };
}

async function readTable(held: BookPackage, index: number, onProgress: OnRead = () => undefined): Promise<SheetTable> {
  const sheet = held.sheets[index] ?? refuse('excel.no-sheet');
  const bytes = held.part(sheet.path) ?? refuse('excel.damaged', { part: 'sheet' });
  const plain = xmlText(bytes, 'sheet');
  demandWholeTags(plain, 'sheet');
  const { text, ...scan } = scanSheet(plain);
  const values = scan.rows === 0 ? [] : await readValues(held, text, (done) => { onProgress(Math.min(done, scan.rows), scan.rows); });
  const problems: CellProblem[] = [
    ...scan.errors.map((at) => ({ ...at, code: 'cell.error-value' as const })),
    ...scan.unreckoned.map((at) => ({ ...at, code: 'cell.unreckoned' as const })),
  ];
  const rows = values.map((row, above) =>
    row.map((value, before) => {
      const text = cellText(value);
      if (text !== null && text.length <= LIMITS.cellCharacters) return text;
      problems.push({ row: above + 1, column: before + 1, code: value instanceof CutNumber ? 'cell.cut-digits' : 'cell.too-long' });
      return '';
    }),
  );
  return {
    rows,
    problems,
    merges: scan.merges,
    hiddenRows: scan.hiddenRows,
    formulas: scan.formulas,
    firstFormulas: scan.firstFormulas.map(addressText),
  };
}

/** Every row as wide as the widest. `onRows` is told down to which row the sheet has been read. */
async function readValues(held: BookPackage, sheet: string, onRows: (done: number) => void): Promise<readonly (readonly unknown[])[]> {
  const bands = bandsOf(sheet);
  // The library says nothing before its end, but reads one sheet after the other and hands out every number as it meets it.
  const sheets = bands.flatMap(({ text }, index) => [text, milestone(bands[index + 1]?.above ?? Infinity)]);
  const container = storedZip([
    ['xl/workbook.xml', utf8(workbook(held.date1904, sheets.length))],
    ['xl/_rels/workbook.xml.rels', utf8(relations(sheets.length))],
    ['xl/styles.xml', checkedPart(held, held.stylesPath) ?? utf8('<styleSheet/>')],
    ['xl/sharedStrings.xml', checkedPart(held, held.stringsPath) ?? utf8('<sst/>')],
    ...sheets.map((text, index) => [`xl/worksheets/${String(index)}.xml`, utf8(text)] as const),
  ]);
  const parseNumber = (raw: string) => {
    const passed = MILESTONE.exec(raw)?.[1];
    if (passed !== undefined) onRows(Number(passed));
    return readNumber(raw);
  };
  const read = await readSheets(container.buffer, { trim: false, parseNumber });
  const rows: unknown[][] = [];
  bands.forEach(({ above }, index) => {
    while (rows.length < above) rows.push([]);
    for (const row of (read[2 * index]?.data ?? []) as unknown[][]) rows.push(row);
  });
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  for (const row of rows) while (row.length < width) row.push(null);
  return rows;
}

/** Between two bands: a sheet whose one number says how far they reach. */
function milestone(above: number): string {
  return `<worksheet><sheetData><row r="1"><c r="A1"><v>rows:${String(above)}</v></c></row></sheetData></worksheet>`;
}

const MILESTONE = /^rows:(\d+|Infinity)$/;

function checkedPart(held: BookPackage, path: string | null): Uint8Array | null {
  const bytes = path === null ? null : held.part(path);
  if (bytes !== null) demandWholeTags(xmlText(bytes, 'part'), 'part');
  return bytes;
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
function relations(sheets: number): string {
  const parts = [
    ['s', 'styles', 'styles.xml'],
    ['t', 'sharedStrings', 'sharedStrings.xml'],
    ...Array.from({ length: sheets }, (_, index) => [String(index), 'worksheet', `worksheets/${String(index)}.xml`] as const),
  ] as const;
  const all = parts.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

function workbook(date1904: boolean, sheets: number): string {
  const all = Array.from({ length: sheets }, (_, index) => `<sheet name="${String(index)}" sheetId="${String(index + 1)}" r:id="${String(index)}"/>`);
  return `<workbook xmlns:r="${RELATION}"><workbookPr date1904="${date1904 ? '1' : '0'}"/><sheets>${all.join('')}</sheets></workbook>`;
}
