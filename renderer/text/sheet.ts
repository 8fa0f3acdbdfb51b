// The shape of a record in words: sections of labelled values, each value with its field's path.

export interface SheetEntry {
  /** Field path in the record, as opinions and findings use it. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

export interface SheetSection {
  readonly title: string;
  readonly entries: readonly SheetEntry[];
}

export function entry(field: string, label: string, value: string): SheetEntry {
  return { field, label, value };
}

/** Names of the attachments, as one entry: for comparing two versions. */
export function attachmentSection(attachments: readonly { readonly name: string }[]): SheetSection {
  return { title: '附件', entries: [entry('attachments', '附件', attachments.map(({ name }) => name).join('\n'))] };
}
