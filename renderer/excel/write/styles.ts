// The cell formats of every workbook we write: one style sheet, its formats by name.

import type { ColumnKind } from '../../tabular/column';

const FORMATS = ['plain', 'heading', 'text', 'money', 'number', 'date', 'title', 'wrapped'] as const;
type Format = (typeof FORMATS)[number];

/** The index of a format in the style sheet. */
export function styleOf(format: Format): number {
  return FORMATS.indexOf(format);
}

/** Text columns are in Excel's text format: what begins with '=' or '0' stays what it is, also when somebody edits the cell. */
export const STYLE_OF_KIND: Readonly<Record<ColumnKind, number>> = {
  text: styleOf('text'),
  code: styleOf('text'),
  choice: styleOf('text'),
  whole: styleOf('number'),
  quantity: styleOf('number'),
  money: styleOf('money'),
  date: styleOf('date'),
};

const BORDERED = 'borderId="1" applyBorder="1"';
const XFS: Readonly<Record<Format, string>> = {
  plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  heading: `<xf numFmtId="49" fontId="1" fillId="2" ${BORDERED} xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  text: `<xf numFmtId="49" fontId="0" fillId="0" ${BORDERED} xfId="0" applyNumberFormat="1"/>`,
  money: `<xf numFmtId="4" fontId="0" fillId="0" ${BORDERED} xfId="0" applyNumberFormat="1"/>`,
  number: `<xf numFmtId="0" fontId="0" fillId="0" ${BORDERED} xfId="0"/>`,
  date: `<xf numFmtId="164" fontId="0" fillId="0" ${BORDERED} xfId="0" applyNumberFormat="1"/>`,
  title: '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>',
  wrapped: '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
};

const side = (name: string) => `<${name} style="thin"><color rgb="FFB8C2CC"/></${name}>`;

/** xl/styles.xml. Number format 4 is Excel's own `#,##0.00`, 49 its text format. */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font><font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(FORMATS.length)}">${FORMATS.map((format) => XFS[format]).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
