// The training profile 演练 as the page sees it: whose desk this is, which desks there are, and the words that open them.

import { z } from 'zod';
import { SEATS } from './seats';

export const seatSchema = z.enum(SEATS);

export const trainingStateSchema = z.strictObject({
  /** Null at the real desk. */
  seat: seatSchema.nullable(),
  /** Offices that are filled with made-up business; empty at the real desk and before filling. */
  offices: z.array(z.strictObject({ seat: seatSchema, name: z.string() })),
  /** No desk has a station: it can be filled. Otherwise it can be emptied. */
  isEmpty: z.boolean(),
  /** What this start could not finish of emptying or filling that was asked for; null when nothing was, or all was done. */
  trouble: z.strictObject({ code: z.string(), evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional() }).nullable(),
  /** The same for every made-up operator and key; shown, for nothing is behind them. Null while nothing is filled. */
  words: z.strictObject({ password: z.string(), passphrase: z.string() }).nullable(),
});
export type TrainingState = z.infer<typeof trainingStateSchema>;
