// The facts of a purchasing body as a form begins with them.

import type { Buyer } from '#shared/domain/buyer';

export type BuyerFactsTyped = Omit<Buyer, 'name' | 'uscc' | 'regionCode'>;

/** An ordinary administrative office, which most are. */
export const BLANK_BUYER_FACTS: BuyerFactsTyped = {
  buyerType: 'B1',
  civilServiceManaged: false,
  administrativeFunction: true,
  establishment: 'administrative',
  fundedByFinance: true,
  institutionClass: 'none',
  needStatement: '',
};
