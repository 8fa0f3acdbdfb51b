// Checkpoint: an author's signed word that its official journal up to `seq` ends in the line with `hash`.

import { z } from 'zod';
import { sm3HexSchema, stationIdSchema } from '../base/ids';
import { canonicalJson } from './canonical';

export const checkpointSchema = z.strictObject({
  author: stationIdSchema,
  seq: z.int().min(1),
  hash: sm3HexSchema,
  at: z.iso.datetime({ precision: 3 }),
  /** SM2 signature, DER, base64, over the canonical JSON of the other four. */
  signature: z.base64().max(120),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** The exact text a checkpoint's signature covers. */
export function checkpointText(checkpoint: Omit<Checkpoint, 'signature'>): string {
  const { author, seq, hash, at } = checkpoint;
  return canonicalJson({ author, seq, hash, at });
}
