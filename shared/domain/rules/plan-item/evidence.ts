// Evidence of the rules on a plan item. `missing` names fields, `words` are words of our own lists, never the text itself.

export type PlanItemEvidence = {
  'plan-item.detail-missing': { missing: string };
  'plan-item.buyer-missing': Record<string, never>;
  'plan-item.buyer-barred': { count: number };
  // Catalogue
  'plan-item.catalogue-missing': Record<string, never>;
  'plan-item.catalogue-not-in-force': { catalogueVersion: string; catalogueCode: string; date: string };
  'plan-item.other-service': { missing: string };
  'plan-item.other-service-unneeded': { catalogueCode: string };
  'plan-item.warned-item-review': { catalogueCode: string };
  'plan-item.engineering': { catalogueCode: string; words: string };
  'plan-item.procurement-code-unknown': { procurementCode: string };
  // What may not be purchased
  'plan-item.exclusions-denied': { missing: string; count: number };
  'plan-item.goods-works-denied': { missing: string; count: number };
  'plan-item.negative-list-denied': { missing: string; count: number };
  'plan-item.exclusion-words': { words: string; exclusions: string };
  'plan-item.goods-works-words': { words: string; exclusions: string };
  'plan-item.negative-list-words': { words: string; exclusions: string };
  'plan-item.secrecy-words': { count: number };
  'plan-item.confidential': Record<string, never>;
  'plan-item.identity-number': Record<string, never>;
  'plan-item.phone-number': Record<string, never>;
  'plan-item.mongolian-private-codes': Record<string, never>;
  // Quantity, price, amount
  'plan-item.quantity-required': Record<string, never>;
  'plan-item.unit-price-required': Record<string, never>;
  'plan-item.amount-required': Record<string, never>;
  'plan-item.amount-product': { expectedFen: number; amountFen: number; differenceFen: number };
  'plan-item.amount-unusual': { amountFen: number; limitFen: number };
  'plan-item.lump-sum': { unit: string };
  'plan-item.cost-basis': Record<string, never>;
  // Money
  'plan-item.funds-required': Record<string, never>;
  'plan-item.fund-amount': Record<string, never>;
  'plan-item.sources-close': { sumFen: number; amountFen: number; differenceFen: number };
  'plan-item.fund-year': { year: number; firstYear: number; lastYear: number };
  'plan-item.existing-from-project': Record<string, never>;
  'plan-item.new-approval-document': Record<string, never>;
  'plan-item.all-new-money': { newFen: number; amountFen: number };
  'plan-item.budget-project': Record<string, never>;
  'plan-item.budget-code': Record<string, never>;
  // Grounds
  'plan-item.priority': { missing: string };
  'plan-item.duty-basis': { missing: string };
  'plan-item.suitability': { missing: string };
  'plan-item.benefits': { missing: string };
  'plan-item.benefit-cost-figure': Record<string, never>;
  'plan-item.establishment-pledge': Record<string, never>;
  'plan-item.goals-missing': { missing: string; count: number };
  'plan-item.goal-target-figure': { kind: string };
  'plan-item.recipients': { missing: string };
  'plan-item.need-source': Record<string, never>;
  'plan-item.survey-missing': { missing: string };
  'plan-item.survey-too-few': { surveyedCount: number; leastCount: number };
  'plan-item.survey-too-old': { surveyedOn: string; date: string };
  'plan-item.survey-in-future': { surveyedOn: string; date: string };
  // People, dates, method
  'plan-item.same-reviewer': Record<string, never>;
  'plan-item.period-order': { startsOn: string; endsOn: string };
  'plan-item.period-starts-outside-year': { startsOn: string; year: number };
  'plan-item.period-over-three-years': { startsOn: string; endsOn: string; latestEnd: string };
  'plan-item.period-beyond-medium-term': { endsOn: string; latestEnd: string };
  'plan-item.period-over-one-year': { startsOn: string; endsOn: string; latestEnd: string };
  'plan-item.submitted-too-early': { submittedOn: string; earliest: string };
  'plan-item.submitted-in-future': { submittedOn: string; today: string };
  'plan-item.submitted-after-year': { submittedOn: string; year: number };
  'plan-item.method-unknown': { method: string };
  'plan-item.method-outside-procurement': { method: string; blockedFrom: string };
  'plan-item.method-outside-needs-proof': { method: string };
  'plan-item.method-goods-only': { method: string };
  'plan-item.single-source-proof': Record<string, never>;
  'plan-item.provider-types': Record<string, never>;
  'plan-item.provider-individual': Record<string, never>;
  'plan-item.provider-not-yet-named': { providerType: string };
  'plan-item.sme-small-project': { reservedFen: number; amountFen: number };
  'plan-item.sme-share': { reservedFen: number; leastFen: number };
  'plan-item.sme-over-amount': { reservedFen: number; amountFen: number };
  // Seen beside the buyer's other items of the year
  'plan-item.duplicate-name': { number: string };
  'plan-item.duplicate-number': { number: string };
  'plan-item.duplicate-content': { number: string; similarityPercent: number };
  'plan-item.suspected-splitting': { count: number; totalFen: number };
};
