// Draft 草稿: an unfinished record as its form holds it. It lives in the working chain and never leaves the station.

import { z } from 'zod';
import { jsonObjectSchema } from '../base/json';
import { line, planYear } from './fields';

export const DRAFT_KINDS = ['planItems', 'decisions', 'contracts', 'acceptances'] as const;

/**
 * One thing the operator did, as undo knows it. All draft lines of one act share it, also when the act was saved in several
 * goes (typing in one field). Only the operator who did it undoes it.
 */
export const draftStepSchema = z.strictObject({
  id: z.uuid(),
  /** Whose stack it is on: a list ('planItems/2026') or one record ('contracts/<id>'). */
  scope: line(80),
  /** What was done, in words, without anything that was typed. */
  label: line(40),
  kind: z.enum(['do', 'undo', 'redo']),
  /** The step that is undone or redone; null for 'do'. */
  of: z.uuid().nullable(),
});
export type DraftStep = z.infer<typeof draftStepSchema>;

/**
 * A draft has the id of the record it will become. `basedOnRev` is the official revision it started from (0 for none):
 * once the official revision is higher, the draft has been finalised and is gone, whichever chain is replayed first.
 */
export const draftSchema = z.strictObject({
  kind: z.enum(DRAFT_KINDS),
  year: planYear,
  basedOnRev: z.int().min(0),
  /** The form's values, exactly as typed; judged only when finalised. At most 256 KiB as JSON. */
  form: jsonObjectSchema,
  /** Absent in lines of before there was undo, and where a save is nobody's step. */
  step: draftStepSchema.exactOptional(),
  /** 回收站: thrown away, and to be brought back for some time. */
  binned: z.literal(true).exactOptional(),
});
export type Draft = z.infer<typeof draftSchema>;
