// Draft 草稿: an unfinished record as its form holds it. It lives in the working chain and never leaves the station.

import { z } from 'zod';
import { planYear } from './fields';

export const DRAFT_KINDS = ['planItems', 'decisions', 'contracts', 'acceptances'] as const;

/**
 * A draft has the id of the record it will become. `basedOnRev` is the official revision it started from (0 for none):
 * once the official revision is higher, the draft has been finalised and is gone, whichever chain is replayed first.
 */
export const draftSchema = z.strictObject({
  kind: z.enum(DRAFT_KINDS),
  year: planYear,
  basedOnRev: z.int().min(0),
  /** The form's values, exactly as typed; judged only when finalised. At most 256 KiB as JSON. */
  form: z.record(z.string(), z.json()),
});
export type Draft = z.infer<typeof draftSchema>;
