// Evidence of the rules on the purchasing office.

export type BuyerEvidence = {
  'buyer.organ-class': { institutionClass: string };
  'buyer.participating-institution': { missing: string };
  'buyer.mass-organisation': { missing: string };
  'buyer.public-institution-1': { institutionClass: string };
  'buyer.institutional-posts': { establishment: string };
  'buyer.uscc': { problem: string };
  'buyer.mongolian-private-codes': Record<string, never>;
};
