// Builds a template workbook: a sheet to fill in with formats, drop-downs and notes, a short page of instructions, and the code
// lists behind the drop-downs. Run when the asset is made, not in the application; the same description gives the same parts.

import type { Choice } from '../../tabular/column';
import { columnLetters } from '../book/address';
import { cellXml } from '../write/cell-xml';
import { STYLE_OF_KIND, styleOf } from '../write/styles';
import { columnWidth, fitToPage, isWide, PRINT_SETUP } from '../write/table-file';
import { addTypes, addWorkbook, type DefinedName, part, relations, sheetName, worksheetStart } from '../write/workbook';
import { createZipFile, type ZipFile } from '../write/zip-file';
import { FIRST_ROW, HEADING_ROW, LAST_ROW, PRINTED_ROWS, SHEETS, type TemplateColumn } from './layout';
import { commentsXml, commentShapes, type Note } from './notes';
import { validationXml } from './validation';

export interface TemplateSpec {
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
  /** How many columns stay in view when scrolling sideways. */
  readonly frozenColumns: number;
  /** Short: nobody reads a long page. */
  readonly instructions: readonly string[];
}

interface CodeList {
  readonly name: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly letters: string;
}

export async function buildTemplate(spec: TemplateSpec): Promise<Uint8Array<ArrayBuffer>> {
  const zip = createZipFile();
  const { title, columns, instructions } = spec;
  const lists = codeLists(columns);
  const notes = columns.flatMap(({ hint }, index): readonly Note[] => (hint === undefined ? [] : [{ row: HEADING_ROW, column: index + 1, text: hint }]));
  await addTypes(zip, [{ comments: true }, { comments: false }, { comments: false }]);
  await part(zip, 'xl/worksheets/sheet1.xml', withoutDeclaration(entrySheet(spec, lists)));
  await part(zip, 'xl/worksheets/_rels/sheet1.xml.rels', relations([['comments', '../comments1.xml'], ['vmlDrawing', '../drawings/vmlDrawing1.vml']]));
  await part(zip, 'xl/comments1.xml', commentsXml(notes));
  await zip.add('xl/drawings/vmlDrawing1.vml', commentShapes(notes));
  await part(zip, 'xl/worksheets/sheet2.xml', withoutDeclaration(instructionSheet(title, instructions)));
  await addCodeSheet(zip, lists);
  await addWorkbook(
    zip,
    [
      { name: SHEETS.entry, rows: HEADING_ROW + PRINTED_ROWS, columns: columns.length, titleRows: HEADING_ROW, titleColumns: isWide(columns) ? spec.frozenColumns : 0 },
      { name: SHEETS.instructions, rows: instructions.length + 1, columns: 1, titleRows: 0 },
      { name: SHEETS.codes, rows: 1 + Math.max(0, ...lists.map(({ choices }) => choices.length)), columns: Math.max(1, lists.length), titleRows: 1 },
    ],
    { title, creator: '购服台', createdAt: null },
    lists.map(nameOf),
  );
  return zip.finish();
}

/** One list for all columns that offer the same choices. */
function codeLists(columns: readonly TemplateColumn[]): readonly CodeList[] {
  const lists = new Map<string, CodeList>();
  for (const { title, choices } of columns) {
    const key = JSON.stringify(choices);
    if (choices === undefined || lists.has(key)) continue;
    const number = lists.size + 1;
    lists.set(key, { name: `list_${String(number)}`, title, choices, letters: columnLetters(number) });
  }
  return [...lists.values()];
}

function nameOf({ name, letters, choices }: CodeList): DefinedName {
  return { name, refersTo: `'${sheetName(SHEETS.codes)}'!$${letters}$2:$${letters}$${String(choices.length + 1)}` };
}

function entrySheet({ columns, title, frozenColumns }: TemplateSpec, lists: readonly CodeList[]): string {
  const corner = `${columnLetters(frozenColumns + 1)}${String(FIRST_ROW)}`;
  const pane = `<pane xSplit="${String(frozenColumns)}" ySplit="${String(HEADING_ROW)}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/>`;
  // The format of a whole column holds for rows nobody has written yet.
  const widths = columns.map((column, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${columnWidth(column).toFixed(1)}" style="${String(STYLE_OF_KIND[column.kind])}" customWidth="1"/>`);
  const headings = columns.map((column, index) => cellXml(`${columnLetters(index + 1)}${String(HEADING_ROW)}`, 'text', column.title, styleOf('heading')));
  const checks = columns.flatMap((column, index) => {
    const list = column.choices === undefined ? undefined : lists.find(({ choices }) => JSON.stringify(choices) === JSON.stringify(column.choices));
    const letters = columnLetters(index + 1);
    return validationXml(column, `${letters}${String(FIRST_ROW)}:${letters}${String(LAST_ROW)}`, list?.name);
  });
  return [
    `${worksheetStart()}${fitToPage(columns)}<sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/>`,
    `<cols>${widths.join('')}</cols><sheetData>`,
    `<row r="1" s="${String(styleOf('title'))}" customFormat="1" ht="24" customHeight="1">${cellXml('A1', 'text', title, styleOf('title'))}</row>`,
    `<row r="${String(HEADING_ROW)}" ht="36" customHeight="1">${headings.join('')}</row>`,
    `</sheetData><dataValidations count="${String(checks.length)}">${checks.join('')}</dataValidations>${PRINT_SETUP}<legacyDrawing r:id="rId2"/></worksheet>`,
  ].join('');
}

function instructionSheet(title: string, instructions: readonly string[]): string {
  const rows = instructions.map((text, index) => `<row r="${String(index + 2)}">${cellXml(`A${String(index + 2)}`, 'text', text, styleOf('wrapped'))}</row>`);
  const head = `<row r="1" ht="24" customHeight="1">${cellXml('A1', 'text', title, styleOf('title'))}</row>`;
  return `${worksheetStart()}<cols><col min="1" max="1" width="90" customWidth="1"/></cols><sheetData>${head}${rows.join('')}</sheetData></worksheet>`;
}

async function addCodeSheet(zip: ZipFile, lists: readonly CodeList[]): Promise<void> {
  const rows = Array.from({ length: 1 + Math.max(0, ...lists.map(({ choices }) => choices.length)) }, (_, index) => {
    const cells = lists.map(({ title, choices, letters }) => {
      const text = index === 0 ? title : (choices[index - 1]?.label ?? '');
      return text === '' ? '' : cellXml(`${letters}${String(index + 1)}`, 'text', text, styleOf(index === 0 ? 'heading' : 'text'));
    });
    return `<row r="${String(index + 1)}">${cells.join('')}</row>`;
  });
  const widths = lists.map((_, index) => `<col min="${String(index + 1)}" max="${String(index + 1)}" width="30" customWidth="1"/>`);
  await part(zip, 'xl/worksheets/sheet3.xml', withoutDeclaration(`${worksheetStart()}<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`));
}

/** `part` writes the declaration itself. */
function withoutDeclaration(xml: string): string {
  return xml.replace(/^<\?xml[^>]*\?>\s*/, '');
}
