// How large a workbook may be before it is refused unread. A year's plan of a large office stays far below all of them.

export const LIMITS = {
  /** The file as it lies on the disk. */
  fileBytes: 48 * 1024 * 1024,
  /** Parts in the package, pictures and all. */
  entries: 4_096,
  nameBytes: 512,
  /** What the parts that are read may unpack to, all together. */
  unpackedBytes: 256 * 1024 * 1024,
  /** Ordinary sheets pack 5 to 40 times; above this a part of any size worth the name is a bomb. */
  ratio: 300,
  ratioFromBytes: 4 * 1024 * 1024,
  sheets: 100,
  rows: 100_000,
  columns: 256,
  /** Rows times the widest row. */
  cells: 4_000_000,
  merges: 20_000,
  /** Of one XML tag: Office writes a dozen attributes at most, namespaces included, but long lists of ranges in one of them. */
  tagAttributes: 100,
  tagCharacters: 256 * 1024,
  /** Between two tags: a full cell in which every letter is escaped is a fifth of it. */
  textCharacters: 1024 * 1024,
  /** Excel's own bound for one cell. */
  cellCharacters: 32_767,
  /** Until one answer of the worker. */
  waitMs: 60_000,
} as const;
