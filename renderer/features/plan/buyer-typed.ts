// A buyer as typed: the credit code is normalised, everything else is chosen from lists.

import type { z } from 'zod';
import { buyerSchema } from '#shared/domain/buyer';
import { typedLine, typedTextOrNone, typedUscc } from '../../ui/typed';

export const buyerFormSchema = buyerSchema.extend({ name: typedLine(100), uscc: typedUscc, needStatement: typedTextOrNone(500) });

export type BuyerTyped = z.input<typeof buyerFormSchema>;
export type BuyerStored = z.output<typeof buyerFormSchema>;

export function blankBuyer(regionCode: string): BuyerTyped {
  return {
    name: '',
    uscc: '',
    regionCode,
    buyerType: 'B1',
    civilServiceManaged: false,
    administrativeFunction: true,
    establishment: 'administrative',
    fundedByFinance: true,
    institutionClass: 'none',
    needStatement: '',
  };
}

export const INSTITUTION_CLASSES = [
  { value: 'none', label: '不是事业单位' },
  { value: 'administrative', label: '承担行政职能' },
  { value: 'public-1', label: '公益一类' },
  { value: 'public-2', label: '公益二类' },
  { value: 'business', label: '从事生产经营活动' },
];

export const ESTABLISHMENTS = [
  { value: 'administrative', label: '行政编制' },
  { value: 'institutional', label: '事业编制' },
];
