// Buyer 购买主体: the office that purchases, with the facts that make it one (80号文 三(一)).

import { z } from 'zod';
import { mongolianName, nameText, optionalText, regionCode, usccText } from './fields';

export const BUYER_TYPES = ['B1', 'B2', 'B3'] as const;

export const buyerSchema = z.strictObject({
  name: nameText,
  mongolianName,
  uscc: usccText,
  regionCode,
  buyerType: z.enum(BUYER_TYPES),
  /** Type B2 needs both. */
  civilServiceManaged: z.boolean(),
  administrativeFunction: z.boolean(),
  /** Type B3: 行政编制 or 事业编制, and who bears its funds. */
  establishment: z.enum(['administrative', 'institutional']),
  fundedByFinance: z.boolean(),
  /** Class of a public institution, where it is one (102号令第8条). */
  institutionClass: z.enum(['none', 'administrative', 'public-1', 'public-2', 'business']),
  /** Type B3: the actual need for purchasing. */
  needStatement: optionalText(500),
});
export type Buyer = z.infer<typeof buyerSchema>;

/** What makes an office a buyer, beside its name, code and place. */
export type BuyerFacts = Omit<Buyer, 'name' | 'mongolianName' | 'uscc' | 'regionCode'>;

/** An ordinary administrative office, which most are: what a form begins with. */
export const ORDINARY_OFFICE: BuyerFacts = {
  buyerType: 'B1',
  civilServiceManaged: false,
  administrativeFunction: true,
  establishment: 'administrative',
  fundedByFinance: true,
  institutionClass: 'none',
  needStatement: '',
};
