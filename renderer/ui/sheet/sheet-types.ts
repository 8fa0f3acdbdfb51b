// What an editable grid is told: its columns, its rows as a store outside React, and what to do with what is typed. It knows no business.

import type { ReactNode } from 'react';
import type { Choice } from '../../tabular/column';

export interface SheetColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** In em of the sheet's text. */
  readonly width: number;
  readonly align?: 'end';
  /** Stays in place while the rest scrolls sideways; frozen columns come first. */
  readonly frozen?: boolean;
  /** 'long' may hold several lines; 'tick' is a box; 'none' cannot be written in. */
  readonly editor: 'line' | 'long' | 'choice' | 'tick' | 'none';
  readonly choices?: readonly Choice[];
  /** Shown at the foot while the cell is active. */
  readonly hint?: string;
  /** What is edited and compared; for a tick '1' or ''. */
  readonly text: (row: Row) => string;
  /** What the cell shows, and what is copied. */
  readonly shown: (row: Row) => string;
  readonly isEditable: (row: Row) => boolean;
  /** In place of the shown text. */
  readonly render?: (row: Row) => ReactNode;
  /** In place of the title. */
  readonly head?: () => ReactNode;
  readonly sortable?: boolean;
  /** Codes keep their zeros in a spreadsheet they are copied to. */
  readonly keepAsText?: boolean;
  /** Of its texts, where it is not the page's. */
  readonly lang?: string;
}

export const MARK_SYMBOLS = { block: '✕', warn: '！', info: 'i', blank: '·' } as const;
export const MARK_WORDS = { block: '须改正', warn: '请核实', info: '提示', blank: '未填' } as const;
export type MarkKind = keyof typeof MARK_SYMBOLS;
/** The gravest mark of each cell, by column key. The same object while nothing changes. */
export type SheetMarks = ReadonlyMap<string, MarkKind>;

export interface SheetRows<Row> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly count: () => number;
  /** The same object while the row stays as it is. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly marksAt: (index: number) => SheetMarks;
  /** A row's own name, under which it is found again when rows have moved; '' for the empty row at the end. */
  readonly idAt: (index: number) => string | undefined;
  /** -1 when the row is not shown. */
  readonly indexOf: (id: string) => number;
}

export interface CellText {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  /** The row the text was begun in: it counts, wherever that row stands by now. */
  readonly id?: string | undefined;
}

/** A block of cells, all bounds inclusive. */
export interface SheetRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetCommands {
  /** Finished texts, as one step. */
  readonly write: (cells: readonly CellText[], how: 'type' | 'clear' | 'fill') => void;
  /** While a cell is being typed in; null when it is over. */
  readonly typing: (cell: CellText | null) => void;
  readonly paste: (data: { readonly plain: string; readonly html: string }, range: SheetRange) => void;
  readonly open: (row: number) => void;
  readonly insertRow: (above: number) => void;
  readonly removeRows: (range: SheetRange) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly save: () => void;
  readonly nextMark: (direction: 1 | -1) => void;
  readonly sort: (column: string, direction: 'ascending' | 'descending') => void;
  /** Turns a row's box. */
  readonly tick: (row: number) => void;
}

export interface SheetSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}
