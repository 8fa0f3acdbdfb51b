// Where the sheet stands: the active cell, the block chosen around it, and whether the cell is chosen or being typed in. A store outside
// React, so that a move draws only the rows it touches.

import type { Move, SheetMode } from './sheet-keys';
import type { SheetRange } from './sheet-types';

export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

interface State extends SheetPlace {
  readonly anchor: SheetPlace;
  readonly mode: SheetMode;
  /** After Esc the next Tab leaves the sheet. */
  readonly released: boolean;
  /** Where the run of Tabs began. */
  readonly tabHome: number | null;
}

export interface SheetView {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => State;
  readonly range: () => SheetRange;
  /** Makes a cell the active one, within the bounds. */
  readonly go: (to: SheetPlace, options?: { readonly extend?: boolean; readonly tabHome?: number | null }) => void;
  readonly setMode: (mode: SheetMode) => void;
  /** The active row stands elsewhere now; what is being typed in it goes on. */
  readonly shift: (row: number) => void;
  readonly release: () => void;
  readonly choose: (range: SheetRange) => void;
  /** How many rows and columns there are; the active cell stays within. */
  readonly fit: (rows: number, columns: number) => void;
  /** What a row draws of all this, as one comparable text. */
  readonly rowState: (index: number) => string;
  /** The active cell's control takes the focus when it is next drawn: set by every move of the user's. `within`: the sheet has it. */
  readonly focus: { wanted: boolean; within: boolean };
}

export function createSheetView(start: SheetPlace = { row: 0, column: 0 }): SheetView {
  let state: State = { ...start, anchor: start, mode: 'select', released: false, tabHome: null };
  // Not known before the sheet is drawn for the first time.
  let rows = Infinity;
  let columns = Infinity;
  const listeners = new Set<() => void>();
  const focus = { wanted: false, within: false };

  function set(next: Partial<State>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function within({ row, column }: SheetPlace): SheetPlace {
    return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
  }

  function range(): SheetRange {
    const { row, column, anchor } = state;
    return {
      top: Math.min(row, anchor.row),
      bottom: Math.max(row, anchor.row),
      left: Math.min(column, anchor.column),
      right: Math.max(column, anchor.column),
    };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get: () => state,
    range,
    focus,
    go(to, { extend = false, tabHome = null } = {}) {
      const place = within(to);
      focus.wanted = true;
      set({ ...place, anchor: extend ? state.anchor : place, mode: 'select', released: false, tabHome });
    },
    setMode(mode) {
      if (mode !== state.mode) set({ mode, released: false, anchor: { row: state.row, column: state.column } });
    },
    shift(row) {
      if (row !== state.row) set({ row, anchor: { row, column: state.column } });
    },
    release() {
      set({ released: true, anchor: { row: state.row, column: state.column } });
    },
    choose({ top, bottom, left, right }) {
      focus.wanted = true;
      set({ row: top, column: left, anchor: { row: bottom, column: right }, mode: 'select' });
    },
    fit(rowCount, columnCount) {
      rows = rowCount;
      columns = columnCount;
      const place = within(state);
      if (place.row !== state.row || place.column !== state.column) set({ ...place, anchor: place, mode: 'select' });
    },
    rowState(index) {
      const { top, bottom, left, right } = range();
      const chosen = index >= top && index <= bottom && (top !== bottom || left !== right) ? `${String(left)}-${String(right)}` : '';
      return `${index === state.row ? String(state.column) : ''}|${chosen}`;
    },
  };
}

/** Where a move leads from a cell; `page` rows are one page. */
export function moved({ row, column }: SheetPlace, to: Move, page: number): SheetPlace {
  switch (to) {
    case 'up':
      return { row: row - 1, column };
    case 'down':
      return { row: row + 1, column };
    case 'left':
      return { row, column: column - 1 };
    case 'right':
      return { row, column: column + 1 };
    case 'page-up':
      return { row: row - page, column };
    case 'page-down':
      return { row: row + page, column };
    case 'row-start':
      return { row, column: 0 };
    case 'row-end':
      return { row, column: Infinity };
    case 'column-top':
      return { row: 0, column };
    case 'column-bottom':
      return { row: Infinity, column };
    case 'first':
      return { row: 0, column: 0 };
    case 'last':
      return { row: Infinity, column: Infinity };
    default:
      return to satisfies never;
  }
}
