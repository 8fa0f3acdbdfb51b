// What the decision form holds while typing, and the ruling it becomes.

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
        .map(([field, opinion]) => ({ field: field.replaceAll('/', '.'), opinion })),
    ),
});

export type RulingTyped = z.input<typeof rulingSchema>;
export type RulingStored = z.output<typeof rulingSchema>;

export function fieldOpinionKey(field: string): string {
  return field.replaceAll('.', '/');
}
