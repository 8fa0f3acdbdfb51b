// The package around the sheets: is it a workbook without macros, which sheets are there, where are their parts. It reads no cell.

import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';
import { readDirectory, type ZipEntry } from '../zip/directory';
import { newAllowance, unpack } from '../zip/inflate';
import { demandZip } from './file-kind';
import { tagsOf, xmlText } from './xml';

export interface SheetPart {
  readonly name: string;
  /** Hidden, or hidden so that Excel does not even offer to show it. */
  readonly hidden: boolean;
  readonly path: string;
}

export interface BookPackage {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  /** It refers to other files; what they hold is never fetched. */
  readonly externalLinks: boolean;
  /** Bytes of a part, unpacked and checked each time it is asked for; null where there is none. */
  readonly part: (path: string) => Uint8Array | null;
  readonly stylesPath: string | null;
  readonly stringsPath: string | null;
}

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const TEMPLATE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml';

export function openPackage(bytes: Uint8Array): BookPackage {
  demandZip(bytes);
  const entries = readDirectory(bytes);
  const allowance = newAllowance();
  const part = (path: string) => {
    const entry = entries.get(path);
    return entry === undefined ? null : unpack(entry, allowance);
  };
  const text = (path: string) => {
    const found = part(path);
    return found === null ? null : xmlText(found, path.slice(0, 60));
  };

  const types = text('[Content_Types].xml');
  if (types === null) return foreign(entries);
  const main = mainPart(types);
  const book = text(main) ?? refuse('excel.damaged', { part: 'workbook' });
  const relations = relationsOf(main, text(relationsPath(main)) ?? refuse('excel.damaged', { part: 'relations' }));
  const sheets = sheetsOf(book, relations);
  if (sheets.length === 0) refuse('excel.no-sheet');
  if (sheets.length > LIMITS.sheets) refuse('excel.bomb', { sheets: sheets.length });
  const ofKind = (kind: string) => relations.find((one) => one.kind === kind)?.path ?? null;
  return {
    sheets,
    date1904: [...tagsOf(book)].some(({ name, attributes }) => name === 'workbookPr' && ['1', 'true', 'on'].includes(attributes['date1904'] ?? '')),
    externalLinks: [...entries.keys()].some((name) => name.startsWith('xl/externalLinks/')),
    part,
    stylesPath: ofKind('styles'),
    stringsPath: ofKind('sharedStrings'),
  };
}

/** A zip that is no Office package, or a package of another program. */
function foreign(entries: ReadonlyMap<string, ZipEntry>): never {
  return refuse(entries.has('mimetype') ? 'excel.other-office' : 'excel.not-a-table');
}

function mainPart(types: string): string {
  const overrides = [...tagsOf(types)].filter(({ name }) => name === 'Override').map(({ attributes }) => attributes);
  const contentTypes = overrides.map((attributes) => attributes['ContentType'] ?? '');
  if (contentTypes.some((type) => type.includes('sheet.binary'))) refuse('excel.binary');
  if (/macroEnabled|vbaProject/i.test(types)) refuse('excel.macros');
  const main = overrides.find((attributes) => attributes['ContentType'] === MAIN_TYPE || attributes['ContentType'] === TEMPLATE_TYPE);
  return main?.['PartName']?.replace(/^\//, '') ?? refuse('excel.not-a-table');
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

function relationsPath(part: string): string {
  return part.replace(/([^/]*)$/, '_rels/$1.rels');
}

/** Targets inside the package, as paths from its root. What points outside is left out, and never followed. */
function relationsOf(part: string, text: string): readonly Relation[] {
  const folder = part.split('/').slice(0, -1);
  return [...tagsOf(text)].flatMap(({ name, attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (name !== 'Relationship' || mode === 'External') return [];
    const steps = target.startsWith('/') ? [] : [...folder];
    for (const step of target.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    }
    return [{ id, kind: type.split('/').at(-1) ?? '', path: steps.join('/') }];
  });
}

function sheetsOf(book: string, relations: readonly Relation[]): readonly SheetPart[] {
  return [...tagsOf(book)].flatMap(({ name, attributes }) => {
    const relation = relations.find(({ id }) => id === attributes['id']);
    // Charts on sheets of their own hold no cells.
    if (name !== 'sheet' || relation?.kind !== 'worksheet') return [];
    return [{ name: (attributes['name'] ?? '').slice(0, 100), hidden: (attributes['state'] ?? 'visible') !== 'visible', path: relation.path }];
  });
}
