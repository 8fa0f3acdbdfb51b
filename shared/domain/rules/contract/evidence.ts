// Evidence of the rules on a contract.

export type ContractEvidence = {
  'contract.not-approved': Record<string, never>;
  'contract.approval-superseded': { decidedRev: number; currentRev: number };
  'contract.over-approved': { amountFen: number; otherContractsFen: number; approvedFen: number; excessFen: number };
  'contract.before-decision': { signedOn: string; decidedOn: string };
  'contract.in-future': { signedOn: string; today: string };
  // The eight elements
  'contract.element-missing': { element: string; field: string };
  'contract.rights-of-three': { party: string };
  'contract.head-missing': { missing: string };
  // Figures
  'contract.line-number': { lineNo: number };
  'contract.line-quantity': { lineNo: number };
  'contract.line-product': { lineNo: number; expectedFen: number; amountFen: number; differenceFen: number };
  'contract.lines-sum': { sumFen: number; amountFen: number; differenceFen: number };
  'contract.instalment-amount': Record<string, never>;
  'contract.schedule-closes': { sumFen: number; amountFen: number; differenceFen: number };
  'contract.instalment-before-signing': { dueOn: string; signedOn: string };
  // Term
  'contract.term-order': { startsOn: string; endsOn: string };
  'contract.starts-before-signing': { startsOn: string; signedOn: string };
  'contract.term-over-three-years': { endsOn: string; latestEnd: string };
  'contract.term-conditions': { endsOn: string; latestEnd: string; missing: string };
  'contract.term-outside-plan': { startsOn: string; endsOn: string };
  'contract.late-signing': { signedOn: string; dueOn: string; days: number };
  'contract.before-award': { signedOn: string; awardNoticeOn: string };
  // Parties and method
  'contract.no-assignment': Record<string, never>;
  'contract.payee-differs': { part: string };
  'contract.supplier-uscc': { problem: string };
  'contract.supplier-is-buyer': Record<string, never>;
  'contract.supplier-type': { type: string };
  'contract.method-unknown': { method: string };
  'contract.method-outside-procurement': { method: string; blockedFrom: string };
  'contract.method-differs': { method: string; plannedMethod: string };
  'contract.acceptance-scheme': Record<string, never>;
  'contract.secrecy-words': { count: number };
};
