// Where the sheet's columns stand in pixels, and which of them are on screen. Pure.

import type { SheetColumn } from './sheet-types';

export interface PlacedColumn<Row> {
  readonly column: SheetColumn<Row>;
  readonly index: number;
  readonly left: number;
  readonly width: number;
}

export interface SheetLayout<Row> {
  readonly fontPx: number;
  readonly rowPx: number;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly frozenPx: number;
  readonly totalPx: number;
}

const LEAST_ROW_PX = 32;

export function layoutOf<Row>(columns: readonly SheetColumn<Row>[], fontPx: number): SheetLayout<Row> {
  let left = 0;
  const placed = columns.map((column, index): PlacedColumn<Row> => {
    const width = Math.round(column.width * fontPx);
    left += width;
    return { column, index, left: left - width, width };
  });
  const frozenPx = placed.reduce((sum, { column, width }) => sum + (column.frozen === true ? width : 0), 0);
  return { fontPx, rowPx: Math.max(LEAST_ROW_PX, Math.round(fontPx * 2.2)), columns: placed, frozenPx, totalPx: left };
}

/** What of the sheet is on screen, in pixels. */
export type SheetPort = Pick<Element, 'scrollTop' | 'scrollLeft' | 'clientHeight' | 'clientWidth'>;

/** First and last row on screen, with `more` on either side; the last comes before the first where there are none. */
export function rowWindow({ rowPx }: SheetLayout<never>, { scrollTop, clientHeight }: SheetPort, count: number, more = 0): readonly [first: number, last: number] {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowPx) - more, count - 1));
  return [first, Math.min(count - 1, Math.ceil((scrollTop + clientHeight) / rowPx) + more)];
}

/** First and last column to draw, frozen ones apart, with one more on either side. */
export function columnWindow({ columns, frozenPx }: SheetLayout<never>, { scrollLeft, clientWidth }: SheetPort): readonly [first: number, last: number] {
  const from = scrollLeft + frozenPx;
  const to = scrollLeft + clientWidth;
  const seen = columns.filter(({ column, left, width }) => column.frozen !== true && left + width > from && left < to);
  const first = seen[0]?.index ?? 0;
  return [Math.max(0, first - 1), (seen.at(-1)?.index ?? first) + 1];
}

/** How far to scroll so that a cell is wholly on screen; null when it is. */
export function scrollFor(
  layout: SheetLayout<never>,
  { row, column }: { readonly row: number; readonly column: number },
  { scrollTop, scrollLeft, clientHeight, clientWidth }: SheetPort,
): { readonly top: number; readonly left: number } | null {
  const { rowPx, frozenPx } = layout;
  const rowTop = row * rowPx;
  // The head takes one row's height at the top.
  const top = rowTop < scrollTop ? rowTop : rowTop + 2 * rowPx > scrollTop + clientHeight ? rowTop + 2 * rowPx - clientHeight : scrollTop;
  const placed = layout.columns[column];
  let left = scrollLeft;
  if (placed !== undefined && placed.column.frozen !== true) {
    if (placed.left + placed.width > scrollLeft + clientWidth) left = placed.left + placed.width - clientWidth;
    if (placed.left < left + frozenPx) left = placed.left - frozenPx;
  }
  return top === scrollTop && left === scrollLeft ? null : { top, left };
}
