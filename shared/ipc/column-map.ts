// How the columns of another office's tables were matched with ours, remembered by the headings. It holds headings, no content.

import { z } from 'zod';

const heading = z.string().max(120);

export const columnMapSchema = z.strictObject({
  /** The table of ours it is for ('planItems'). */
  table: z.string().max(40),
  /** The headings from left to right; '' for a column without one. */
  headings: z.array(heading).min(1).max(256),
  /** For each of them the key of our column, or null for one that is not read. */
  columns: z.array(z.string().max(60).nullable()).min(1).max(256),
  /** What a bare figure in a column of money means. */
  unit: z.enum(['yuan', 'wan']),
});
export type RememberedColumns = z.infer<typeof columnMapSchema>;

/** The latest are kept. */
export const MAX_COLUMN_MAPS = 40;
