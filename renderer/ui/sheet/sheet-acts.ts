// What the sheet's keys do: moving, finishing, clearing, filling, copying. Everything beyond the sheet itself goes out as a command.

import { blockToClipboard } from '../../tabular/clipboard';
import type { SheetAction } from './sheet-keys';
import type { CellText, SheetColumn, SheetCommands, SheetRange, SheetRows } from './sheet-types';
import { moved, type SheetPlace, type SheetView } from './sheet-view';

/** The sheet as its acts see it. */
export interface SheetDesk<Row> {
  readonly view: SheetView;
  readonly rows: SheetRows<Row>;
  readonly columns: readonly SheetColumn<Row>[];
  readonly commands: SheetCommands;
  /** Takes over what is being typed. */
  readonly finish: () => void;
  /** Rows of one page. */
  readonly page: () => number;
}

/** False when the key stays the browser's. */
export function perform<Row>(action: SheetAction, desk: SheetDesk<Row>): boolean {
  const { view, rows, columns, commands, finish, page } = desk;
  const { row, column, mode, tabHome, released } = view.get();
  switch (action.do) {
    case 'move':
      finish();
      goTo(desk, moved({ row, column }, action.to, page()), { extend: action.extend });
      return true;
    case 'tab': {
      if (released) return false;
      const step = action.back ? -1 : 1;
      const wraps = column + step < 0 || column + step >= columns.length;
      if (wraps && (row + step < 0 || row + step >= rows.count())) return false;
      finish();
      goTo(desk, wraps ? { row: row + step, column: action.back ? columns.length - 1 : 0 } : { row, column: column + step }, { tabHome: tabHome ?? column });
      return true;
    }
    case 'enter': {
      const held = rows.rowAt(row);
      if (mode === 'select' && held !== undefined && columns.every((one) => one.editor === 'tick' || !one.isEditable(held))) commands.open(row);
      else {
        finish();
        goTo(desk, { row: row + (action.back ? -1 : 1), column: tabHome ?? column });
      }
      return true;
    }
    case 'edit':
    case 'choices':
      if (canType(desk)) view.setMode('edit');
      return true;
    // As in a spreadsheet: the cell is being typed in, with nothing in it yet.
    case 'empty':
      if (canType(desk)) {
        view.setMode('type');
        commands.typing({ row, column: columns[column]?.key ?? '', text: '', id: rows.idAt(row) });
      }
      return true;
    case 'restore':
      view.setMode('select');
      commands.typing(null);
      return true;
    case 'release':
      view.release();
      return true;
    case 'line-break': {
      const control = document.activeElement;
      if (mode === 'select' || !(control instanceof HTMLTextAreaElement)) return true;
      control.setRangeText('\n', control.selectionStart, control.selectionEnd, 'end');
      control.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }
    case 'clear':
      clearRange(desk);
      return true;
    case 'fill-down': {
      const range = view.range();
      const from = range.top === range.bottom ? range.top - 1 : range.top;
      const source = rows.rowAt(from);
      if (source !== undefined) writeRange(desk, { ...range, top: from + 1 }, (one) => one.text(source), 'fill');
      return true;
    }
    case 'save':
      finish();
      commands.save();
      return true;
    case 'open':
      finish();
      commands.open(row);
      return true;
    case 'insert-row':
      commands.insertRow(row);
      return true;
    case 'remove-rows':
      commands.removeRows(view.range());
      return true;
    case 'undo':
      commands.undo();
      return true;
    case 'redo':
      commands.redo();
      return true;
    case 'next-mark':
      finish();
      commands.nextMark(action.direction);
      return true;
    case 'sort': {
      const key = columns[column]?.key;
      if (key !== undefined) commands.sort(key, action.direction);
      return true;
    }
    case 'select-all':
      view.choose({ top: 0, bottom: rows.count() - 1, left: 0, right: columns.length - 1 });
      return true;
    default:
      return action satisfies never;
  }
}

function canType<Row>({ view, rows, columns }: SheetDesk<Row>): boolean {
  const { row, column } = view.get();
  const [held, at] = [rows.rowAt(row), columns[column]];
  return held !== undefined && at !== undefined && at.editor !== 'tick' && at.isEditable(held);
}

export function goTo<Row>({ view, rows, columns }: SheetDesk<Row>, to: SheetPlace, options?: Parameters<SheetView['go']>[1]): void {
  // What was finished just now may have made a row.
  view.fit(rows.count(), columns.length);
  view.go(to, options);
}

export function clearRange<Row>(desk: SheetDesk<Row>): void {
  writeRange(desk, desk.view.range(), () => '', 'clear');
}

function writeRange<Row>({ rows, columns, commands }: SheetDesk<Row>, range: SheetRange, textOf: (column: SheetColumn<Row>) => string, how: 'clear' | 'fill'): void {
  const cells: CellText[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const held = rows.rowAt(row);
    if (held === undefined) continue;
    for (const column of columns.slice(range.left, range.right + 1)) {
      if (column.editor === 'tick' || !column.isEditable(held)) continue;
      const text = textOf(column);
      if (text !== column.text(held)) cells.push({ row, column: column.key, text });
    }
  }
  if (cells.length > 0) commands.write(cells, how);
}

/** The chosen block for the clipboard, as it is shown. */
export function copied<Row>({ view, rows, columns }: SheetDesk<Row>): { readonly plain: string; readonly html: string } {
  const { top, bottom, left, right } = view.range();
  const chosen = columns.slice(left, right + 1);
  const block: string[][] = [];
  for (let row = top; row <= bottom; row++) {
    const held = rows.rowAt(row);
    block.push(chosen.map((column) => (held === undefined || column.editor === 'tick' ? '' : column.shown(held))));
  }
  return blockToClipboard(block, chosen.map(({ keepAsText }) => keepAsText === true));
}
