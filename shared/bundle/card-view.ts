// A station as its card presents it to the person who must compare the fingerprint. The card itself is card.ts.

import { z } from 'zod';
import { stationIdSchema } from '../base/ids';
import { officeKindSchema } from '../domain/office';

/** A station as its card presents it, before anyone has admitted it. */
export const cardViewSchema = z.strictObject({
  stationId: stationIdSchema,
  name: z.string(),
  officeKind: officeKindSchema,
  regionCode: z.string(),
  uscc: z.string(),
  publicKey: z.string(),
  /** SM3 of the key in groups, for reading aloud. */
  fingerprint: z.string(),
});
export type CardView = z.infer<typeof cardViewSchema>;
