// A buyer as typed: the credit code is normalised, everything else is chosen from lists.

import type { z } from 'zod';
import { type Buyer, buyerSchema, ORDINARY_OFFICE } from '#shared/domain/buyer';
import { typedLine, typedLineOrNone, typedTextOrNone, typedUscc } from '../../ui/typed';

export const buyerFormSchema = buyerSchema
  .extend({ name: typedLine(100), mongolianName: typedLineOrNone(200), uscc: typedUscc, needStatement: typedTextOrNone(500) })
  .transform(({ mongolianName, ...rest }): Buyer => (mongolianName === '' ? rest : { ...rest, mongolianName }));

export type BuyerTyped = z.input<typeof buyerFormSchema>;
export type BuyerStored = z.output<typeof buyerFormSchema>;

export function blankBuyer(regionCode: string): BuyerTyped {
  return { name: '', mongolianName: '', uscc: '', regionCode, ...ORDINARY_OFFICE };
}

export function toTypedBuyer(buyer: Buyer): BuyerTyped {
  return { mongolianName: '', ...buyer };
}
