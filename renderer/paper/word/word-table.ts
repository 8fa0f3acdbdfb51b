// Tables of the Word files: ruled ones with heads that repeat on every page, and unruled ones for the mark and the signatures.

import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Align, PaperTable, PrintedMark } from '../document';
import { qrGif } from '../qr-modules';
import { twips, type WordLayout } from './word-style';

const ALIGN = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const satisfies Record<Align, string>;
const CELL_MARGINS = { top: 40, bottom: 40, left: 70, right: 70 } as const;

export function wordTable(table: PaperTable, { width }: WordLayout): Table {
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => Math.floor((width * share) / shares));
  const head = table.columns.map(({ title }, index) => cell(title.split('\n'), widths[index] ?? 0, { style: 'PaperHead' }));
  const rows = table.rows.map(({ cells, sum }, at) => {
    let column = 0;
    return new TableRow({
      cantSplit: true,
      children: cells.map(({ text, span = 1, align, label }) => {
        const from = column;
        column += span;
        return cell(text.split('\n'), widths.slice(from, column).reduce((total, one) => total + one, 0), {
          style: sum === true || label === true ? 'PaperHead' : 'PaperCell',
          span,
          align: align ?? table.columns[from]?.align ?? 'start',
          // A sum stays with the row above it.
          keepNext: table.rows[at + 1]?.sum === true,
        });
      }),
    });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((total, one) => total + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: CELL_MARGINS,
    rows: [...(table.headless === true ? [] : [new TableRow({ tableHeader: true, cantSplit: true, children: head })]), ...rows],
  });
}

interface CellLook {
  readonly style: string;
  readonly span?: number;
  readonly align?: Align;
  readonly keepNext?: boolean;
}

function cell(lines: readonly string[], width: number, { style, span = 1, align, keepNext = false }: CellLook): TableCell {
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: lines.map((text) => new Paragraph({ style, text, keepNext, ...(align === undefined ? {} : { alignment: ALIGN[align] }) })),
  });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const UNRULED = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE, insideHorizontal: NO_LINE, insideVertical: NO_LINE } as const;

/** Two places to sign on a line. */
export function signatureTable(labels: readonly string[], { width, bodyLine }: WordLayout): Table {
  const half = Math.floor(width / 2);
  const lines = Array.from({ length: Math.ceil(labels.length / 2) }, (_, index) => labels.slice(index * 2, index * 2 + 2));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: UNRULED,
    rows: lines.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          height: { value: Math.round(bodyLine * 1.5), rule: HeightRule.ATLEAST },
          children: [0, 1].map(
            (at) => new TableCell({ width: { size: half, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, children: [new Paragraph({ text: pair[at] ?? '' })] }),
          ),
        }),
    ),
  });
}

/** Origin at the left, the words of the mark and its QR code at the right. */
export function markTable({ code, words, origin }: PrintedMark, { width }: WordLayout): Table {
  const side = twips(21);
  const widths = [Math.floor((width - side) * 0.45), Math.ceil((width - side) * 0.55), side];
  const small = (text: string, alignment: (typeof ALIGN)[Align]) => new Paragraph({ style: 'PaperSmall', text, alignment });
  const picture = new ImageRun({ type: 'gif', data: qrGif(code), transformation: { width: 76, height: 76 }, altText: { name: '二维码', description: code } });
  const columns = [origin.map((line) => small(line, ALIGN.start)), words.map((line) => small(line, ALIGN.end)), [new Paragraph({ alignment: ALIGN.end, children: [picture] })]];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: UNRULED,
    rows: [new TableRow({ cantSplit: true, children: columns.map((children, at) => new TableCell({ width: { size: widths[at] ?? 0, type: WidthType.DXA }, children })) })],
  });
}
