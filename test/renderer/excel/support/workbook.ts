// Workbooks made by hand, part by part, as other programs and other people make them.

import { strToU8, zipSync } from 'fflate';

export type Parts = Record<string, string | Uint8Array>;

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export interface Made {
  /** The content of sheetData. */
  readonly rows?: string;
  /** What follows sheetData. */
  readonly after?: string;
  /** Shared strings, as `si` elements. */
  readonly strings?: string;
  /** Cell formats: the style sheet's content. */
  readonly styles?: string;
  readonly workbookPr?: string;
  /** `sheet` elements; one visible sheet by default. */
  readonly sheets?: string;
  readonly mainType?: string;
  /** Parts that are added, or replace others. */
  readonly parts?: Parts;
}

export function parts({ rows = '', after = '', strings, styles, workbookPr = '<workbookPr/>', sheets, mainType = MAIN_TYPE, parts: more = {} }: Made): Parts {
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}">${workbookPr}<sheets>${sheets ?? '<sheet name="计划" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${['worksheets/sheet1.xml', 'worksheets/sheet2.xml'].map((target, index) => `<Relationship Id="rId${String(index + 1)}" Type="${RELATION}/worksheet" Target="${target}"/>`).join('')}<Relationship Id="rId8" Type="${RELATION}/styles" Target="styles.xml"/><Relationship Id="rId9" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...more,
  };
}

export function workbook(made: Made): Uint8Array<ArrayBuffer> {
  return pack(parts(made));
}

export function pack(content: Parts): Uint8Array<ArrayBuffer> {
  const files = Object.entries(content).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>);
}

/** A cell with a text of its own. */
export function cell(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Where the nth entry's record in the central directory begins. */
export function centralRecord(bytes: Uint8Array, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let found = -1;
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && ++found === nth) return at;
  }
  throw new Error('no such entry');
}

/** A copy with some bytes changed through a view. */
export function tampered(bytes: Uint8Array, change: (view: DataView, copy: Uint8Array) => void): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  change(new DataView(copy.buffer), copy);
  return copy;
}
