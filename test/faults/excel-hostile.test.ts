// F21: workbooks that are forged, torn, dangerous or merely strange. Each is refused by its own code before a cell is taken, or
// read as what it says.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openBook, type SheetTable } from '../../renderer/excel/book/book';
import { guarded } from '../../renderer/excel/excel-failure';
import { sentenceOf } from '../../renderer/text/errors';
import { cell, centralRecord, pack, parts, tampered, workbook } from '../renderer/excel/support/workbook';

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await guarded(() => openBook(bytes).readSheet(0));
  return result.ok ? 'read' : result.error.code;
}

async function read(bytes: Uint8Array): Promise<SheetTable> {
  return openBook(bytes).readSheet(0);
}

const plain = workbook({ rows: `<row r="1">${cell('A1', '项目名称')}</row>` });
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504)]);
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));
const sheet = (xml: string) => pack({ ...parts({}), 'xl/worksheets/sheet1.xml': xml });
const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${String(n)} "${'&lol;'.repeat(10)}">`).join('')}]>`;

/** A part that says it is small and is not. */
function lyingSize(): Uint8Array {
  const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'.padEnd(5_000_000, ' ')) });
  const at = centralRecord(bytes);
  return tampered(bytes, (view) => { view.setUint32(at + 24, 100, true); });
}

/** Two entries that share the same packed bytes. */
function overlapping(): Uint8Array {
  const bytes = pack({ 'a.xml': '<a/>'.padEnd(3000, ' '), 'b.xml': '<a/>'.padEnd(3000, ' ') });
  const [first, second] = [centralRecord(bytes, 0), centralRecord(bytes, 1)];
  return tampered(bytes, (view) => { view.setUint32(second + 42, view.getUint32(first + 42, true), true); });
}

describe('a file that is no .xlsx workbook', () => {
  const wrong: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
    ['an empty file', new Uint8Array(), 'excel.empty'],
    ['an old .xls or .et workbook', ole, 'excel.old-format'],
    ['a workbook under a password', Uint8Array.from([...ole, ...utf16('EncryptedPackage')]), 'excel.encrypted'],
    ['a .csv in UTF-8', strToU8('编号,名称\n1,居家养老\n'), 'excel.text-file'],
    ['a .csv in GBK', Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0x0d, 0x0a]), 'excel.text-file'],
    ['a web page named .xls', strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'excel.web-page'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'excel.not-a-table'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'excel.not-a-table'],
    ['an .ods table', pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'excel.other-office'],
    ['a .docx document', workbook({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }), 'excel.not-a-table'],
    ['any other zip', pack({ 'a.txt': 'a' }), 'excel.not-a-table'],
    ['a workbook with macros', workbook({ mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }), 'excel.macros'],
    ['a workbook with a macro part', pack({ ...parts({}), '[Content_Types].xml': (parts({})['[Content_Types].xml'] as string).replace('</Types>', '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>') }), 'excel.macros'],
    ['a binary workbook', workbook({ mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }), 'excel.binary'],
    ['a workbook without sheets', workbook({ sheets: '' }), 'excel.no-sheet'],
  ];

  it.each(wrong)('%s is refused, with what to do', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
    expect(sentenceOf({ code }).next).not.toBe('');
  });
});

describe('a container that is forged or torn', () => {
  const forged: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
    ['a file cut short', plain.subarray(0, plain.length - 30), 'excel.damaged'],
    ['bytes after its end', Uint8Array.from([...plain, 0]), 'excel.damaged'],
    ['a flipped bit in a part', tampered(plain, (_view, copy) => { copy[60] = (copy[60] ?? 0) ^ 4; }), 'excel.damaged'],
    ['a part larger than it says', lyingSize(), 'excel.bomb'],
    ['a part packed a thousand times smaller', sheet(`<worksheet><sheetData>${' '.repeat(20_000_000)}</sheetData></worksheet>`), 'excel.bomb'],
    ['entries that overlap', overlapping(), 'excel.bomb'],
    ['more entries than a workbook has', pack(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`x${String(n)}`, '']))), 'excel.bomb'],
    ['sizes of zip64', tampered(plain, (view) => { view.setUint32(centralRecord(plain) + 24, 0xffffffff, true); }), 'excel.bomb'],
    ['an encrypted entry', tampered(plain, (view) => { view.setUint16(centralRecord(plain) + 8, 1, true); }), 'excel.encrypted'],
    ['a name that leaves the folder', pack({ ...parts({}), '../../evil.xml': '<a/>' }), 'excel.damaged'],
    ['a name with a backslash', pack({ ...parts({}), 'xl\\evil.xml': '<a/>' }), 'excel.damaged'],
    ['two names that differ by case only', pack({ ...parts({}), 'XL/workbook.xml': '<a/>' }), 'excel.damaged'],
    ['an entry whose own header names another part', tampered(plain, (view, copy) => { copy[view.getUint32(centralRecord(plain) + 42, true) + 31] = 0x58; }), 'excel.damaged'],
    ['an unknown way of packing', tampered(plain, (view) => { view.setUint16(centralRecord(plain) + 10, 12, true); }), 'excel.damaged'],
    ['a sheet that is not there', pack(Object.fromEntries(Object.entries(parts({})).filter(([name]) => !name.includes('sheet1')))), 'excel.damaged'],
  ];

  it.each(forged)('%s is refused', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('is refused wherever it is cut', async () => {
    for (let end = 1; end < plain.length; end += 37) expect(await codeOf(plain.subarray(0, end))).not.toBe('read');
  });

  it('never reads a container inside the container', async () => {
    const inner = workbook({ rows: `<row r="1">${cell('A1', '别的表')}</row>` });
    const { rows } = await read(pack({ ...parts({ rows: `<row r="1">${cell('A1', '外')}</row>` }), 'xl/embeddings/inner.xlsx': inner }));
    expect(rows).toEqual([['外']]);
  });
});

describe('XML that a workbook never needs', () => {
  const harmful: readonly (readonly [what: string, bytes: Uint8Array, code: string])[] = [
    ['entities that multiply (billion laughs)', sheet(`${LAUGHS}<worksheet><sheetData><row r="1">${cell('A1', '&lol8;')}</row></sheetData></worksheet>`), 'excel.forbidden-xml'],
    ['an entity of a file', sheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet/>'), 'excel.forbidden-xml'],
    ['a document type in the shared texts', workbook({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', parts: { 'xl/sharedStrings.xml': '<!DOCTYPE a><sst><si><t>a</t></si></sst>' } }), 'excel.forbidden-xml'],
    ['comments that hide rows', sheet('<worksheet><sheetData><!-- <row r="1"/> --></sheetData></worksheet>'), 'excel.forbidden-xml'],
    ['another encoding', pack({ ...parts({}), 'xl/worksheets/sheet1.xml': Uint8Array.from([0xff, 0xfe, ...utf16('<worksheet/>')]) }), 'excel.forbidden-xml'],
    ['an encoding it does not have', sheet('<?xml version="1.0" encoding="GB2312"?><worksheet/>'), 'excel.forbidden-xml'],
    ['no XML at all', sheet('PK and more'), 'excel.damaged'],
    ['tags that do not close', sheet(`<worksheet><sheetData><row r="1">${cell('A1', 'a')}</sheetData></worksheet>`), 'excel.damaged'],
  ];

  it.each(harmful)('%s is refused', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

describe('a sheet that would keep its reader busy', () => {
  const N = 100_000;
  const filled = (inner: string) => `<row r="1">${cell('A1', 'a')}${inner}</row>`;
  const torn: readonly (readonly [what: string, rows: string])[] = [
    ['tags that do not end before the next', filled('<x y="1" '.repeat(N))],
    ['cells that do not end before the next', filled('<c r="A1" '.repeat(N))],
    ['angle brackets without a name', filled('<'.repeat(N))],
    ['a value whose quotes never close', filled(`<c r='${'x'.repeat(N)}`)],
    ['a tag with endless attributes', `<row r="1" ${Array.from({ length: N }, (_, n) => `a${String(n)}="1"`).join(' ')}>${cell('A1', 'a')}</row>`],
    ['a tag with endless spaces', `<row r="1"${' \t'.repeat(N * 2)}>${cell('A1', 'a')}</row>`],
    ['endless text between two tags', filled('x y '.repeat(N * 3))],
    ['cells and formulas that never close', filled('<c r="A1"><f>1'.repeat(N))],
  ];

  it.each(torn)('%s is refused before the reader gets it', async (_what, rows) => {
    const made = workbook({ rows });
    const began = performance.now();
    expect(await codeOf(made)).toBe('excel.damaged');
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is refused likewise where it hides among the shared texts or the formats', async () => {
    const row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    expect(await codeOf(workbook({ rows: row, strings: `<si><t>a</t></si>${'<si x="1" '.repeat(N)}` }))).toBe('excel.damaged');
    expect(await codeOf(workbook({ rows: row, styles: '<xf x="1" '.repeat(N) }))).toBe('excel.damaged');
  });

  it('is read where marks and formulas merely are many', async () => {
    const text = ' t="e" <'.replace('<', '&lt;').repeat(4_000);
    const formulas = Array.from({ length: 20_000 }, (_, n) => `<row r="${String(n + 2)}"><c r="A${String(n + 2)}"><f>1</f><v>1</v></c ></row>`).join('');
    const found = await read(workbook({ rows: `<row r="1">${cell('A1', text)}</row>${formulas}` }));
    expect(found).toMatchObject({ formulas: 20_000, problems: [] });
    expect(found.rows).toHaveLength(20_001);
  });

  it('may hold a bracket in an attribute, and a list of ranges as long as Office makes them', async () => {
    const ranges = Array.from({ length: 8_000 }, (_, n) => `A${String(n + 1)}:B${String(n + 1)}`).join(' ');
    const after = `<dataValidations count="1"><dataValidation type="custom" prompt="1 > 0" sqref="${ranges}"><formula1>A1&gt;0</formula1></dataValidation></dataValidations>`;
    expect((await read(workbook({ rows: `<row r="1" spans='1:2'>${cell('A1', 'a > b')}</row>`, after }))).rows).toEqual([['a > b']]);
  });
});

describe('a sheet beyond what people fill in', () => {
  const large: readonly (readonly [what: string, rows: string, code: string])[] = [
    ['a value in row 1,048,576', `<row r="1">${cell('A1', 'a')}</row><row r="1048576">${cell('A1048576', 'z')}</row>`, 'excel.too-many-rows'],
    ['a value in column XFD', `<row r="1">${cell('XFD1', 'a')}</row>`, 'excel.too-many-columns'],
    ['wide and long at once', Array.from({ length: 100 }, (_, n) => `<row r="${String(n * 999 + 1)}">${cell(`IV${String(n * 999 + 1)}`, 'a')}</row>`).join(''), 'excel.too-many-rows'],
    ['rows out of order', `<row r="2">${cell('A2', 'a')}</row><row r="1">${cell('A1', 'a')}</row>`, 'excel.damaged'],
    ['a text that does not exist', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'excel.damaged'],
  ];

  it.each(large)('%s is refused', async (_what, rows, code) => {
    expect(await codeOf(workbook({ rows }))).toBe(code);
  });

  it('may have a million empty rows below its last value: they are left away', async () => {
    const empty = Array.from({ length: 60_000 }, (_, n) => `<row r="${String(n + 2)}" s="1" ht="18"/>`).join('');
    const { rows } = await read(workbook({ rows: `<row r="1">${cell('A1', 'a')}</row>${empty}<row r="1048576" ht="18"/>` }));
    expect(rows).toEqual([['a']]);
  });
});

describe('a sheet that is strange but honest', () => {
  it('gives the last value of a formula as text and says where formulas stood', async () => {
    const found = await read(workbook({ rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c></row>' }));
    expect(found).toMatchObject({ rows: [['2', '2x']], formulas: 2, firstFormulas: ['A1', 'B1'], problems: [] });
  });

  it('does not guess a formula that nobody worked out', async () => {
    const found = await read(workbook({ rows: `<row r="1"><c r="A1"><f>1+1</f></c>${cell('B1', 'b')}</row>` }));
    expect(found).toMatchObject({ rows: [['', 'b']], problems: [{ row: 1, column: 1, code: 'cell.unreckoned' }] });
  });

  it('takes a formula of another program as text that is not run', async () => {
    const attack = '=cmd|&apos;/c calc&apos;!A1';
    expect((await read(workbook({ rows: `<row r="1">${cell('A1', attack)}</row>` }))).rows).toEqual([["=cmd|'/c calc'!A1"]]);
  });

  it('says that other files are referred to and follows none of them', async () => {
    const linked = workbook({ rows: '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c></row>', parts: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' } });
    const book = openBook(linked);
    expect(book.externalLinks).toBe(true);
    expect((await book.readSheet(0)).rows).toEqual([['7']]);
  });

  it('loses no row whose tags are written with more spaces than usual', async () => {
    const rows = '<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><v>6</v ></c></row><row r="3"><c r="A3"><f>1</f><v xml:space="preserve">7</v ></c></row>';
    expect(await read(workbook({ rows }))).toMatchObject({ rows: [['5'], ['6'], ['7']], problems: [] });
  });

  it('takes a text that looks like the type of a cell as the text it is', async () => {
    const text = 'a t="e" b t="d" c';
    expect(await read(workbook({ rows: `<row r="1">${cell('A1', text)}</row><row r="2"><c r="A2" t="d"><v>2026-03-01T00:00:00</v></c></row>` }))).toMatchObject({ rows: [[text], ['2026-03-01']], problems: [] });
  });

  it('says which cell shows an error instead of a value', async () => {
    const { problems } = await read(workbook({ rows: '<row r="3"><c r="B3" t="e"><v>#REF!</v></c></row>' }));
    expect(problems).toEqual([{ row: 3, column: 2, code: 'cell.error-value' }]);
  });

  it.each(['150121200001011234', '1.50121200001011E+17', '1000000000000000'])('refuses %s, a code that has lost its last digits', async (raw) => {
    const { rows, problems } = await read(workbook({ rows: `<row r="1"><c r="A1"><v>${raw}</v></c>${cell('B1', 'b')}</row>` }));
    expect(rows).toEqual([['', 'b']]);
    expect(problems).toEqual([{ row: 1, column: 1, code: 'cell.cut-digits' }]);
  });

  it('reads numbers stored as text, and numbers without an exponent', async () => {
    const numbers = ['0.30000000000000004', '1E-7', '123456789012345', '-0.5', '1234.5'].map((raw, at) => `<c r="${String.fromCharCode(66 + at)}1"><v>${raw}</v></c>`);
    const { rows } = await read(workbook({ rows: `<row r="1">${cell('A1', '007')}${numbers.join('')}</row>` }));
    expect(rows).toEqual([['007', '0.3', '0.0000001', '123456789012345', '-0.5', '1234.5']]);
  });

  const DATES = '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>';

  it.each([
    ['1900', '<workbookPr/>', '46082', '2026-03-01'],
    ['1904', '<workbookPr date1904="1"/>', '44620', '2026-03-01'],
    ['1904, said as true', '<workbookPr date1904="true"/>', '44620', '2026-03-01'],
  ])('reads dates of the %s system as the day they show', async (_system, workbookPr, serial, date) => {
    const { rows } = await read(workbook({ workbookPr, styles: DATES, rows: `<row r="1"><c r="A1" s="1"><v>${serial}</v></c><c r="B1" s="2"><v>${serial}</v></c></row>` }));
    expect(rows).toEqual([[date, date]]);
  });

  it('reads dates of the strict format as the day they are', async () => {
    expect((await read(workbook({ rows: '<row r="1"><c r="A1" t="d"><v>2026-03-01T00:00:00</v></c></row>' }))).rows).toEqual([['2026-03-01']]);
  });

  it('joins rich text and leaves phonetic readings out', async () => {
    const strings = '<si><r><rPr><b/></rPr><t>居家</t></r><r><t xml:space="preserve"> 养老</t></r><rPh sb="0" eb="1"><t>jujia</t></rPh></si>';
    expect((await read(workbook({ strings, rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }))).rows).toEqual([['居家 养老']]);
  });

  it('tells hidden sheets, hidden rows and merged cells', async () => {
    const made = workbook({
      sheets: '<sheet name="计划" sheetId="1" r:id="rId1"/><sheet name="底稿" sheetId="2" state="veryHidden" r:id="rId2"/>',
      rows: `<row r="1">${cell('A1', '金额')}</row><row r="2" hidden="1">${cell('A2', '1')}</row>`,
      after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      parts: { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>' },
    });
    const book = openBook(made);
    expect(book.sheets).toEqual([{ name: '计划', hidden: false }, { name: '底稿', hidden: true }]);
    expect(await book.readSheet(0)).toMatchObject({ hiddenRows: 1, merges: [{ from: { row: 1, column: 1 }, to: { row: 1, column: 2 } }] });
    expect((await book.readSheet(1)).rows).toEqual([]);
  });

  it('reads a workbook whose tags carry a prefix, as some programs write them', async () => {
    const prefixed = sheet('<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="B2"><x:f>1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>');
    expect(await read(prefixed)).toMatchObject({ rows: [['甲', ''], ['', '1']], formulas: 1 });
  });

  it('reads sheets that lie elsewhere in the package', async () => {
    const rels = '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/other/plan.xml"/></Relationships>';
    const made = pack({ ...parts({}), 'xl/_rels/workbook.xml.rels': rels, 'other/plan.xml': `<worksheet><sheetData><row r="1">${cell('A1', '甲')}</row></sheetData></worksheet>` });
    expect((await read(made)).rows).toEqual([['甲']]);
  });
});
