// Acceptance 验收: what came, line by line against what was agreed, who accepted, and what the recipients say.

import { z } from 'zod';
import { recordIdSchema } from '../base/ids';
import { amountFen, attachmentsSchema, businessDate, line, optionalText, quantityE4, text } from './fields';

export const ACCEPTANCE_OUTCOMES = ['passed', 'partly', 'failed'] as const;

export const acceptanceLineSchema = z.strictObject({
  /** lineNo of the contract line. */
  lineNo: z.int().min(1).max(500),
  deliveredE4: quantityE4,
  acceptedE4: quantityE4,
  actual: text(1000),
  conforms: z.boolean(),
});
export type AcceptanceLine = z.infer<typeof acceptanceLineSchema>;

export const acceptanceSchema = z.strictObject({
  contractId: recordIdSchema,
  contractRev: z.int().min(1),
  number: line(60),
  acceptedOn: businessDate,
  lines: z.array(acceptanceLineSchema).min(1).max(200),
  members: z
    .array(z.strictObject({ name: line(50), post: line(100), side: z.enum(['buyer', 'expert', 'recipient', 'third-party']) }))
    .min(1)
    .max(30),
  /** Public services need it (R077): how many were asked, how many content, in their words. */
  recipientOpinion: z
    .strictObject({ asked: z.int().min(0).max(1_000_000), content: z.int().min(0).max(1_000_000), words: text(1000) })
    .nullable(),
  outcome: z.enum(ACCEPTANCE_OUTCOMES),
  /** Σ(accepted quantity × price) − deduction, in fen (R005). */
  payableFen: amountFen,
  deductionFen: amountFen,
  deductionReason: optionalText(500),
  attachments: attachmentsSchema,
  acceptedBy: recordIdSchema,
});
export type Acceptance = z.infer<typeof acceptanceSchema>;
