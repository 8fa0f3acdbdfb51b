// Records of the exchange itself: receipts (official, they go home) and what this station has sent (working, stays here).

import { z } from 'zod';
import { sm3HexSchema, stationIdSchema } from '../base/ids';
import { line } from './fields';

/** Where an author's official journal stood: the last sequence held, and the hash of that line. */
export const headSchema = z.strictObject({ author: stationIdSchema, seq: z.int().min(0), hash: sm3HexSchema });
export type Head = z.infer<typeof headSchema>;

/** 回执: this station opened that bundle, checked it and holds these journals up to these heads. */
export const receiptSchema = z.strictObject({
  bundleId: line(80),
  bundleSm3: sm3HexSchema,
  senderId: stationIdSchema,
  heads: z.array(headSchema).min(1).max(2000),
});

/** 报送记录: a bundle sealed here, for whom, and up to which heads. */
export const dispatchSchema = z.strictObject({
  bundleId: line(80),
  bundleSm3: sm3HexSchema,
  fileName: line(120),
  sizeBytes: z.int().min(1),
  recipientId: stationIdSchema,
  heads: z.array(headSchema).min(1).max(2000),
});

/** 事件记录: what was stopped or refused here, without the content that was stopped. */
export const incidentSchema = z.strictObject({
  kind: z.enum(['secrecy-stop', 'bundle-refused', 'fork']),
  code: line(60),
  subject: line(120),
});
