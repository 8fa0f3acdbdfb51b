// Decision 审定: a finance office's word on one submitted revision of a plan item; a record of its own owner.

import { z } from 'zod';
import { recordIdSchema, sm3HexSchema } from '../base/ids';
import { amountFen, businessDate, documentNumber, line, optionalText, text } from './fields';

export const DECISION_OUTCOMES = ['approved', 'cut', 'returned', 'refused'] as const;

export const decisionSchema = z.strictObject({
  planItemId: recordIdSchema,
  /** The revision decided on: its `rev`, and the hash of its journal line, so that no other text can slip under the decision. */
  planItemRev: z.int().min(1),
  planItemHash: sm3HexSchema,
  outcome: z.enum(DECISION_OUTCOMES),
  /** Amount approved; 0 when returned or refused. */
  amountFen,
  /** Opinion on single fields; `field` is a field path of planItem such as `funds.0.amountFen`. */
  fieldOpinions: z.array(z.strictObject({ field: line(60), opinion: text(500) })).max(60),
  opinion: optionalText(1000),
  documentNumber,
  decidedOn: businessDate,
  decidedBy: recordIdSchema,
});
export type Decision = z.infer<typeof decisionSchema>;
export type DecisionOutcome = Decision['outcome'];
