// What a pasted block would do to a table: which cells change, which rows are new, which texts cannot stand and why. It writes nothing. Pure.

import { normaliseText, toHalfWidth } from '#shared/base/text';
import { serialToDate } from './serial-date';
import type { Block } from './clipboard';
import type { Column } from './column';

export interface PasteTarget<Typed> {
  readonly columns: readonly Column<Typed>[];
  /** Place of the block's first cell in the table. */
  readonly row: number;
  readonly column: number;
  /** The row at a place; undefined where the table ends and new rows begin. */
  readonly rowAt: (index: number) => Typed | undefined;
  /** Why a row cannot be written in; null when it can. */
  readonly refusal: (index: number) => string | null;
  readonly blank: (ordinal: number) => Typed;
  /** What is wrong with a text in a cell; null when nothing is. */
  readonly problem: (column: Column<Typed>, text: string) => string | null;
}

export interface PastedCell<Typed> {
  readonly column: Column<Typed>;
  readonly before: string;
  readonly after: string;
  readonly state: 'same' | 'changed' | 'bad';
  /** Why it is bad. */
  readonly reason: string | null;
}

export interface PastedRow<Typed> {
  /** Place in the table. */
  readonly index: number;
  readonly isNew: boolean;
  readonly before: Typed;
  readonly cells: readonly PastedCell<Typed>[];
}

export interface PastePlan<Typed> {
  readonly rows: readonly PastedRow<Typed>[];
  /** The block's first row names columns: its cells went there instead of to the right of the place. */
  readonly byTitle: boolean;
  /** Titles that no column has, or how many columns were too many on the right. */
  readonly ignored: readonly string[];
  /** Reckoned columns that a text was laid upon by its place alone; the text is left out. */
  readonly reckoned: readonly string[];
  readonly counts: { readonly newRows: number; readonly changedRows: number; readonly changedCells: number; readonly badCells: number };
}

export function planPaste<Typed>(block: Block, target: PasteTarget<Typed>): PastePlan<Typed> {
  const titled = columnsByTitle(block[0] ?? [], target.columns);
  const body = titled === null ? block : block.slice(1);
  const width = block[0]?.length ?? 0;
  const columns = titled ?? Array.from({ length: width }, (_, at) => target.columns[target.column + at]);
  const ignored = titled === null
    ? columns.flatMap((column, at) => (column === undefined ? [`第 ${String(at + 1)} 列`] : []))
    : (block[0] ?? []).filter((title, at) => columns[at] === undefined && title.trim() !== '');
  let fresh = 0;
  const rows = body.flatMap((texts, at): PastedRow<Typed>[] => {
    const index = target.row + at;
    const held = target.rowAt(index);
    if (held === undefined && texts.every((text) => text.trim() === '')) return [];
    const before = held ?? target.blank(fresh++);
    const refusal = held === undefined ? null : target.refusal(index);
    const cells = columns.flatMap((column, place) => (column === undefined ? [] : [plannedCell(column, before, texts[place] ?? '', refusal, target)]));
    return [{ index, isNew: held === undefined, before, cells }];
  });
  const cells = rows.flatMap((row) => row.cells);
  return {
    rows,
    byTitle: titled !== null,
    ignored,
    reckoned: titled === null ? reckonedUnder(columns, body, target.row, rows) : [],
    counts: {
      newRows: rows.filter(({ isNew }) => isNew).length,
      changedRows: rows.filter((row) => !row.isNew && row.cells.some(({ state }) => state === 'changed')).length,
      changedCells: cells.filter(({ state }) => state === 'changed').length,
      badCells: cells.filter(({ state }) => state === 'bad').length,
    },
  };
}

function reckonedUnder<Typed>(columns: readonly (Column<Typed> | undefined)[], body: Block, first: number, rows: readonly PastedRow<Typed>[]): readonly string[] {
  return columns.flatMap((column, place) => {
    if (column?.derived !== true) return [];
    const lost = rows.some(({ index, before }) => {
      const text = normaliseText(body[index - first]?.[place] ?? '');
      return text !== '' && text !== column.read(before);
    });
    return lost ? [column.title] : [];
  });
}

/** The row as it would be. Bad texts stay out unless they are asked for. */
export function pasted<Typed>({ before, cells }: PastedRow<Typed>, includeBad: (cell: PastedCell<Typed>) => boolean): Typed {
  return cells.reduce((row, cell) => (cell.state === 'changed' || (cell.state === 'bad' && includeBad(cell)) ? cell.column.write(row, cell.after) : row), before);
}

function plannedCell<Typed>(column: Column<Typed>, row: Typed, raw: string, refusal: string | null, { problem }: PasteTarget<Typed>): PastedCell<Typed> {
  const before = column.read(row);
  const after = cellText(column, raw);
  // What is reckoned is never written; pasting it back changes nothing.
  if (column.derived === true) return { column, before, after: before, state: 'same', reason: null };
  const wouldBe = after === before ? before : column.read(column.write(row, after));
  const wrong = after === before ? null : problem(column, after);
  if (wouldBe === before && (wrong === null || refusal !== null)) return { column, before, after: before, state: 'same', reason: null };
  const reason = refusal ?? wrong;
  return { column, before, after: wouldBe, state: reason === null ? 'changed' : 'bad', reason };
}

/** A text as it comes from another program, as this column writes it. */
export function cellText<Typed>(column: Column<Typed>, raw: string): string {
  const text = normaliseText(raw);
  if (column.kind === 'date') return serialToDate(toHalfWidth(text)) ?? text;
  return text;
}

/** The column of each title; null unless the row is one of titles: two of them at least, and half of what is written. */
function columnsByTitle<Typed>(titles: readonly string[], columns: readonly Column<Typed>[]): readonly (Column<Typed> | undefined)[] | null {
  const byTitle = new Map(columns.map((column) => [plainTitle(column.title), column]));
  const found = titles.map((title) => byTitle.get(plainTitle(title)));
  const hits = found.filter((column) => column !== undefined).length;
  const written = titles.filter((title) => title.trim() !== '').length;
  return hits >= 2 && hits * 2 >= written ? found : null;
}

function plainTitle(title: string): string {
  return toHalfWidth(title).replace(/[\s*]/g, '').replace(/\((元|必填)\)$/, '');
}
