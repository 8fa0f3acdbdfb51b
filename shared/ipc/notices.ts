// What the system was already told about: kept by the main process, so that nothing is told twice. Counts and keys, never content.

import { z } from 'zod';
import { stationIdSchema } from '../base/ids';

/** Far more deadlines than are ever near at once; beyond it none is told. */
export const MAX_NOTICED_DEADLINES = 5000;

export const noticedSchema = z.strictObject({
  /** Per deciding office: the last sequence of its journal whose decisions were told. */
  decisions: z.array(z.strictObject({ author: stationIdSchema, seq: z.int().min(0) })).max(200),
  /** Keys of reminders (shared/domain/deadlines/reminders.ts) whose deadlines are still near. */
  deadlines: z.array(z.string().max(200)).max(MAX_NOTICED_DEADLINES),
});
export type Noticed = z.infer<typeof noticedSchema>;

export const noticeSchema = z.strictObject({
  /** How many decisions came, how many contracts are to be signed soon, how many other deadlines are near: all that a notice says. */
  decisions: z.int().min(0).max(1_000_000),
  signings: z.int().min(0).max(1_000_000),
  deadlines: z.int().min(0).max(1_000_000),
  noticed: noticedSchema,
});
