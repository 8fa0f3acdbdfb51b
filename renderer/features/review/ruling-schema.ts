// What the decision form holds while typing, and the ruling it becomes. The form that keeps itself also says what it is about.

import { z } from 'zod';
import { DECISION_OUTCOMES } from '#shared/domain/decision';
import { typedDate, typedLine, typedTextOrNone, typedYuanOrNone } from '../../ui/typed';

export const rulingSchema = z.object({
  outcome: z.enum(DECISION_OUTCOMES),
  amountFen: typedYuanOrNone,
  opinion: typedTextOrNone(1000),
  documentNumber: typedLine(60),
  decidedOn: typedDate,
  /** Field path → what is said of it; empty ones are left out. Dots stand as '/', because form paths use dots. */
  fieldOpinions: z
    .record(z.string(), typedTextOrNone(500))
    .transform((opinions) =>
      Object.entries(opinions)
        .filter(([, opinion]) => opinion !== '')
        .map(([field, opinion]) => ({ field: opinionField(field), opinion })),
    ),
});
export type RulingTyped = z.input<typeof rulingSchema>;
export type RulingStored = z.output<typeof rulingSchema>;

export const rulingFormSchema = rulingSchema.extend({
  /** The submitted revision this was typed about. */
  planItemId: z.string(),
  planItemRev: z.number(),
  planItemHash: z.string(),
  /** The item's, so that lists, bin and search can name the draft. */
  number: z.string(),
  name: z.string(),
  /** Who writes the ruling: only this operator goes on with it, unless another takes it over. */
  decidedBy: z.string(),
  /** The earlier revision it was typed about, until it has been checked against this one; 0 when there is nothing to check. */
  carriedFrom: z.number(),
});
export type RulingForm = z.input<typeof rulingFormSchema>;

export function fieldOpinionKey(field: string): string {
  return field.replaceAll('.', '/');
}

export function opinionField(key: string): string {
  return key.replaceAll('/', '.');
}
