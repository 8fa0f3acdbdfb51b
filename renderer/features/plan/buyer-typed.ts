// A buyer as typed: the credit code is normalised, everything else is chosen from lists.

import type { z } from 'zod';
import { buyerSchema } from '#shared/domain/buyer';
import { BLANK_BUYER_FACTS } from '../../ui/blank-buyer';
import { typedLine, typedTextOrNone, typedUscc } from '../../ui/typed';

export const buyerFormSchema = buyerSchema.extend({ name: typedLine(100), uscc: typedUscc, needStatement: typedTextOrNone(500) });

export type BuyerTyped = z.input<typeof buyerFormSchema>;
export type BuyerStored = z.output<typeof buyerFormSchema>;

export function blankBuyer(regionCode: string): BuyerTyped {
  return { name: '', uscc: '', regionCode, ...BLANK_BUYER_FACTS };
}
