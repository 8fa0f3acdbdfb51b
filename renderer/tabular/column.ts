// One column of a table people fill in, the same for the grid, the clipboard, Excel and the template. Cells are texts as typed;
// what a text means is the form's business. It knows no record kind and touches no table.

/** One entry of a code list: what is kept and what people read. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

export const COLUMN_KINDS = ['text', 'code', 'whole', 'quantity', 'money', 'date', 'choice'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface Column<Typed> {
  /** The form path it stands for ('recipients.count'); unique in its table. */
  readonly key: string;
  readonly title: string;
  /** 'code' is text that must stay text in Excel: leading zeros, long digits. 'money' is yuan with two decimals. */
  readonly kind: ColumnKind;
  /** For 'choice'. */
  readonly choices?: readonly Choice[];
  /** A short hint for the template's note and the cell's description. */
  readonly hint?: string;
  /** Reckoned from other cells: shown and exported, never written. */
  readonly derived?: boolean;
  /** The cell's text: for a choice its code. */
  readonly read: (typed: Typed) => string;
  /** The row with another text in this cell. */
  readonly write: (typed: Typed, text: string) => Typed;
}
