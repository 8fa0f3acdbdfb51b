// Evidence of the rules on an acceptance.

export type AcceptanceEvidence = {
  'acceptance.contract-unknown': Record<string, never>;
  'acceptance.contract-not-current': { contractRev: number; currentRev: number };
  'acceptance.head-missing': { missing: string };
  'acceptance.line-missing': { lineNo: number };
  'acceptance.line-repeated': { lineNo: number };
  'acceptance.line-unknown': { lineNo: number };
  'acceptance.line-incomplete': { lineNo: number; missing: string };
  'acceptance.accepted-over-delivered': { lineNo: number; deliveredE4: number; acceptedE4: number };
  'acceptance.accepted-over-agreed': { lineNo: number; agreedE4: number; earlierE4: number; acceptedE4: number; excessE4: number };
  'acceptance.payable': { expectedFen: number; payableFen: number; differenceFen: number };
  'acceptance.deduction-over-value': { valueFen: number; deductionFen: number };
  'acceptance.deduction-reason': { deductionFen: number };
  'acceptance.payable-over-contract': { payableFen: number; earlierFen: number; contractFen: number; excessFen: number };
  'acceptance.outcome-passed': { lineNo: number };
  'acceptance.outcome-partly': Record<string, never>;
  'acceptance.outcome-failed': { payableFen: number };
  'acceptance.recipient-opinion': { missing: string };
  'acceptance.opinion-counts': { asked: number; content: number };
  'acceptance.recipient-member': Record<string, never>;
  'acceptance.members-missing': Record<string, never>;
  'acceptance.same-person': Record<string, never>;
  'acceptance.before-signing': { acceptedOn: string; signedOn: string };
  'acceptance.before-start': { acceptedOn: string; startsOn: string };
  'acceptance.in-future': { acceptedOn: string; today: string };
  'acceptance.secrecy-words': { count: number };
};
