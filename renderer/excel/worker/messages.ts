// What page and worker say to each other. One worker does one job: it reads one file, or writes one.

import type { SheetName, SheetTable } from '../book/book';
import type { ExcelResult } from '../excel-failure';
import type { TemplateFill } from '../template/fill';
import type { TableFile } from '../write/table-file';

export interface OpenedBook {
  readonly sheets: readonly SheetName[];
  readonly externalLinks: boolean;
}

/** A sheet without its rows: they travel before it, in batches. */
export type SheetFacts = Omit<SheetTable, 'rows'>;

export type Rows = readonly (readonly string[])[];

export interface Asked {
  readonly open: { readonly file: Blob };
  readonly read: { readonly sheet: number };
  /** Begins a table; rows follow one batch at a time, each answered, and `finish` gives the file. */
  readonly begin: { readonly table: TableFile };
  readonly rows: { readonly rows: Rows };
  readonly finish: object;
  readonly fill: { readonly asset: Uint8Array; readonly fill: TemplateFill };
}

export interface Answered {
  readonly open: OpenedBook;
  readonly read: SheetFacts;
  readonly begin: null;
  readonly rows: null;
  readonly finish: Uint8Array<ArrayBuffer>;
  readonly fill: Uint8Array<ArrayBuffer>;
}

export type Call = keyof Asked;
export type AskMessage = { [Name in Call]: { readonly call: Name } & Asked[Name] }[Call];

/** On the way to an answer: rows of a sheet in batches, and how far its reading is. */
export type WorkerWord = { readonly kind: 'rows'; readonly rows: Rows } | { readonly kind: 'progress'; readonly done: number; readonly total: number };

export type WorkerMessage =
  | WorkerWord
  | { readonly kind: 'answer'; readonly result: ExcelResult<unknown> };
