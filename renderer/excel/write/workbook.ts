// The parts around the sheets of a workbook we write: types, relations, names, properties. It writes no cell.

import { columnLetters } from '../book/address';
import { escapeAttribute, escapeText } from './escape';
import { STYLES_XML } from './styles';
import type { ZipFile } from './zip-file';

export interface BookProperties {
  readonly title: string;
  /** The office it comes from. */
  readonly creator: string;
  /** A UTC moment; null for assets that must always be the same bytes. */
  readonly createdAt: string | null;
}

export interface SheetEntry {
  readonly name: string;
  /** How many rows and columns are printed, and how many rows on top repeat on every page. */
  readonly rows: number;
  readonly columns: number;
  readonly titleRows: number;
  /** Columns on the left that repeat where a table is too wide for one page. */
  readonly titleColumns?: number;
}

export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FORMAT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The part every package begins with; programs tell by it what a file is. `sheets` says of each whether it has notes. */
export function addTypes(zip: ZipFile, sheets: readonly { readonly comments: boolean }[]): Promise<void> {
  return part(zip, '[Content_Types].xml', types(sheets));
}

/** All parts around the sheets but the first. */
export async function addWorkbook(zip: ZipFile, sheets: readonly SheetEntry[], properties: BookProperties, names: readonly DefinedName[] = []): Promise<void> {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  await part(zip, '_rels/.rels', relations([
    ['officeDocument', 'xl/workbook.xml'],
    ['extended-properties', 'docProps/app.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]));
  await part(zip, 'docProps/core.xml', core(properties));
  await part(zip, 'docProps/app.xml', '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>购服台</Application></Properties>');
  await part(zip, 'xl/workbook.xml', workbook(numbered, names));
  await part(zip, 'xl/_rels/workbook.xml.rels', relations([...numbered.map(({ number }) => ['worksheet', `worksheets/sheet${String(number)}.xml`] as const), ['styles', 'styles.xml']]));
  await zip.add('xl/styles.xml', STYLES_XML);
}

export function worksheetStart(): string {
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATION}">`;
}

/** Relations of one part, numbered from rId1 in their order. A type with a scheme is taken as it is. */
export function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const rows = list.map(([type, target], index) => {
    const full = type.includes(':') ? type : `${RELATION}/${type}`;
    return `<Relationship Id="rId${String(index + 1)}" Type="${full}" Target="${escapeAttribute(target)}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

export function part(zip: ZipFile, name: string, xml: string): Promise<void> {
  return zip.add(name, XML + xml);
}

type Numbered = SheetEntry & { readonly number: number };

function types(sheets: readonly { readonly comments: boolean }[]): string {
  const numbers = sheets.map((_, index) => String(index + 1));
  const commented = numbers.filter((_, index) => sheets[index]?.comments === true);
  const overrides = [
    ['/xl/workbook.xml', `${FORMAT}.sheet.main+xml`],
    ...numbers.map((number) => [`/xl/worksheets/sheet${number}.xml`, `${FORMAT}.worksheet+xml`]),
    ...commented.map((number) => [`/xl/comments${number}.xml`, `${FORMAT}.comments+xml`]),
    ['/xl/styles.xml', `${FORMAT}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ].map(([name, type]) => `<Override PartName="${String(name)}" ContentType="${String(type)}"/>`);
  const drawing = commented.length > 0 ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' : '';
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${drawing}${overrides.join('')}</Types>`;
}

function core({ title, creator, createdAt }: BookProperties): string {
  const created = createdAt === null ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.slice(0, 19)}Z</dcterms:created>`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeText(title)}</dc:title><dc:creator>${escapeText(creator)}</dc:creator>${created}</cp:coreProperties>`;
}

function workbook(sheets: readonly Numbered[], names: readonly DefinedName[]): string {
  const listed = sheets.map(({ name, number }) => `<sheet name="${escapeAttribute(name)}" sheetId="${String(number)}" r:id="rId${String(number)}"/>`);
  const printed = sheets.flatMap(({ name, rows, columns, titleRows, titleColumns = 0 }, index) => {
    const sheet = `'${name.replaceAll("'", "''")}'`;
    const local = `localSheetId="${String(index)}"`;
    const area = `<definedName name="_xlnm.Print_Area" ${local}>${escapeText(`${sheet}!$A$1:$${columnLetters(columns)}$${String(rows)}`)}</definedName>`;
    const beside = titleColumns > 0 ? [`${sheet}!$A:$${columnLetters(titleColumns)}`] : [];
    const titles = `<definedName name="_xlnm.Print_Titles" ${local}>${escapeText([...beside, `${sheet}!$1:$${String(titleRows)}`].join(','))}</definedName>`;
    return titleRows > 0 ? [area, titles] : [area];
  });
  const own = names.map(({ name, refersTo }) => `<definedName name="${escapeAttribute(name)}">${escapeText(refersTo)}</definedName>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr/><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets><definedNames>${[...printed, ...own].join('')}</definedNames></workbook>`;
}

/** A sheet's name as Excel allows it: 31 characters, none of those that mean something in a reference. */
export function sheetName(text: string): string {
  const plain = text.replace(/[\\/?*[\]:']/g, ' ').trim().slice(0, 31).trim();
  return plain === '' ? '表' : plain;
}
