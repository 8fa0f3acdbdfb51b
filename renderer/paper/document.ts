// A document for paper as plain data: what is said, in which blocks. Sheets, PDF and Word are made from the same one. It knows no
// record kind and no measure.

export type Align = 'start' | 'center' | 'end';

export interface PaperColumn {
  readonly title: string;
  /** Share of the table's width, in proportion to the other columns. */
  readonly share: number;
  readonly align?: Align;
}

export interface PaperCell {
  /** May hold line breaks. */
  readonly text: string;
  /** Columns it covers; 1 by default. The spans of a row add up to the table's columns. */
  readonly span?: number;
  readonly align?: Align;
  /** A label in a form, set like a head. */
  readonly label?: boolean;
}

export interface PaperRow {
  readonly cells: readonly PaperCell[];
  /** Sums are set in bold and never stand alone at the top of a page. */
  readonly sum?: boolean;
}

export type PaperBlock =
  /** `text` may hold line breaks. `newPage`: begins one, for papers that are printed together and kept apart. */
  | { readonly kind: 'title'; readonly text: string; readonly under?: string; readonly newPage?: boolean }
  /** Short facts on one line, spread over the width: office, year, unit of money. */
  | { readonly kind: 'facts'; readonly facts: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  /** One paragraph, without line breaks. */
  | { readonly kind: 'paragraph'; readonly text: string }
  | PaperTable
  /** Places to sign in ink. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }
  | { readonly kind: 'mark'; readonly mark: PrintedMark };

export interface PaperTable {
  readonly kind: 'table';
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** A form of labels and values has no head row. */
  readonly headless?: boolean;
}

/** What ties the paper to the file: the QR code's text and the words that stand beside it. */
export interface PrintedMark {
  readonly code: string;
  readonly words: readonly string[];
  /** When, where and by whom it was printed. */
  readonly origin: readonly string[];
}

/** `official`: the page of GB/T 9704-2012, — 1 —. `form`: narrow margins, 第 1 页 共 9 页. */
export type PaperLayout = 'official' | 'form' | 'form-landscape';

export interface PaperDocument {
  /** Also the suggested file name. */
  readonly name: string;
  readonly layout: PaperLayout;
  readonly blocks: readonly PaperBlock[];
  /** Stands at the foot of every page of a form, so that a loose page finds its document. */
  readonly foot: string;
  /** Printed large and pale across every page, such as 演练 for what is no real business. */
  readonly stamp?: string;
}

/** Paragraphs of a text as typed: one per line, blank lines dropped. */
export function paragraphs(text: string): readonly PaperBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}
