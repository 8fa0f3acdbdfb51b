// Heights in, pages out: which block, line and row stands on which page. Pure arithmetic; measure.tsx supplies the heights.

/**
 * Heights in any one unit. `keep`: never the last thing on a page when what follows can stand with it. `turn`: always the first
 * thing on a page.
 */
export type FlowItem =
  | { readonly kind: 'solid'; readonly height: number; readonly keep?: boolean; readonly turn?: boolean }
  /** A paragraph: `lines` lines of one height. */
  | { readonly kind: 'lines'; readonly lines: number; readonly lineHeight: number; readonly keep?: boolean }
  | { readonly kind: 'table'; readonly headHeight: number; readonly rows: readonly FlowRow[]; readonly keep?: boolean };

export interface FlowRow {
  readonly height: number;
  readonly keep?: boolean;
  /** Of a row that may be taller than a page: lines in its longest cell, their height, and what the row has beside them. */
  readonly split?: { readonly lines: number; readonly lineHeight: number; readonly rest: number };
}

/** From line `from` up to, not including, `to`. */
export interface LineSlice {
  readonly from: number;
  readonly to: number;
}

export interface RowPiece {
  readonly row: number;
  /** null: the whole row. */
  readonly slice: LineSlice | null;
}

export type Piece =
  | { readonly kind: 'solid'; readonly item: number }
  | { readonly kind: 'lines'; readonly item: number; readonly slice: LineSlice }
  /** Rows of one table that follow each other; the table's head stands above them on every page. */
  | { readonly kind: 'rows'; readonly item: number; readonly rows: readonly RowPiece[] };

export interface FlowPage {
  readonly pieces: readonly Piece[];
}

/** The smallest thing that is placed: a block, a line of a paragraph, a row. */
interface Unit {
  readonly item: number;
  /** Line or row number within its item. */
  readonly at: number;
  readonly kind: FlowItem['kind'];
  readonly height: number;
  readonly headHeight: number;
  readonly keep: boolean;
  readonly turn: boolean;
  readonly split: FlowRow['split'];
}

/** A row broken over pages shows at least so many lines before the break. */
const FEWEST_LINES = 2;

/** `capacity` is a page's room. What is taller than a page and cannot be split stands alone on one. */
export function paginate(items: readonly FlowItem[], capacity: number): readonly FlowPage[] {
  const units = items.flatMap(toUnits);
  const pages: Piece[][] = [[]];
  let room = capacity;

  const page = () => pages.at(-1) ?? [];
  const turn = () => {
    if (page().length === 0) return;
    pages.push([]);
    room = capacity;
  };
  const headCost = (unit: Unit) => (opens(page().at(-1), unit) ? unit.headHeight : 0);
  const place = (unit: Unit, height: number, slice: LineSlice | null) => {
    room -= headCost(unit) + height;
    append(page(), unit, slice);
  };

  for (const [index, unit] of units.entries()) {
    if (unit.turn) turn();
    const needed = groupHeight(units, index, opens(page().at(-1), unit));
    if (needed > room && needed <= capacity) turn();
    else if (headCost(unit) + unit.height > room && fits(unit, capacity)) turn();
    if (headCost(unit) + unit.height <= room || unit.split === undefined) {
      if (headCost(unit) + unit.height > room) turn();
      place(unit, unit.height, null);
      continue;
    }
    // Taller than a page: as many lines as there is room for, then on.
    const { lines, lineHeight, rest } = unit.split;
    for (let from = 0; from < lines; ) {
      const possible = () => Math.floor((room - headCost(unit) - rest) / lineHeight);
      if (possible() < Math.min(FEWEST_LINES, lines - from)) turn();
      const to = Math.min(lines, from + Math.max(1, possible()));
      place(unit, rest + (to - from) * lineHeight, { from, to });
      from = to;
    }
  }
  return pages.filter((pieces) => pieces.length > 0).map((pieces) => ({ pieces }));
}

function toUnits(item: FlowItem, index: number): readonly Unit[] {
  const plain = { item: index, at: 0, headHeight: 0, keep: false, turn: false, split: undefined };
  switch (item.kind) {
    case 'solid':
      return [{ ...plain, kind: 'solid', height: item.height, keep: item.keep === true, turn: item.turn === true }];
    case 'lines':
      return Array.from({ length: item.lines }, (_, at) => ({
        ...plain,
        kind: 'lines',
        at,
        height: item.lineHeight,
        keep: item.keep === true && at === item.lines - 1,
      }));
    case 'table':
      return item.rows.map(({ height, keep, split }, at) => {
        const last = at === item.rows.length - 1;
        return { ...plain, kind: 'table', at, height, headHeight: item.headHeight, keep: keep === true || (last && item.keep === true), split };
      });
  }
}

/** Height of a unit together with all that must stay with it. */
function groupHeight(units: readonly Unit[], first: number, withHead: boolean): number {
  let height = 0;
  for (let index = first; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined || (index > first && unit.turn)) break;
    const before = units[index - 1];
    const opened = index === first ? withHead : before?.item !== unit.item;
    height += unit.height + (opened ? unit.headHeight : 0);
    if (!unit.keep) break;
  }
  return height;
}

/** True when the unit begins a table on this page, so that its head comes first. */
function opens(last: Piece | undefined, unit: Unit): boolean {
  return unit.kind === 'table' && !(last?.kind === 'rows' && last.item === unit.item);
}

function fits(unit: Unit, capacity: number): boolean {
  return unit.headHeight + unit.height <= capacity;
}

function append(pieces: Piece[], { item, at, kind }: Unit, slice: LineSlice | null): void {
  const last = pieces.at(-1);
  if (kind === 'solid') {
    pieces.push({ kind, item });
  } else if (kind === 'lines') {
    const joined = last?.kind === 'lines' && last.item === item ? pieces.pop() : undefined;
    pieces.push({ kind, item, slice: { from: joined?.kind === 'lines' ? joined.slice.from : at, to: at + 1 } });
  } else if (last?.kind === 'rows' && last.item === item) {
    (last.rows as RowPiece[]).push({ row: at, slice });
  } else {
    pieces.push({ kind: 'rows', item, rows: [{ row: at, slice }] });
  }
}
