// Evidence of the rules on a decision.

export type DecisionEvidence = {
  'decision.item-unknown': Record<string, never>;
  'decision.revision-not-current': { decidedRev: number; currentRev: number };
  'decision.text-differs': { decidedRev: number };
  'decision.already-decided': { rev: number; documentNumber: string };
  'decision.outcome-missing': Record<string, never>;
  'decision.document-missing': Record<string, never>;
  'decision.amount-over-request': { amountFen: number; requestedFen: number; differenceFen: number };
  'decision.approved-in-full': { amountFen: number; requestedFen: number; differenceFen: number };
  'decision.cut-amount': { amountFen: number; requestedFen: number };
  'decision.nothing-granted': { amountFen: number };
  'decision.opinion-missing': { outcome: string };
  'decision.own-item': { role: string };
  'decision.before-submission': { decidedOn: string; submittedOn: string };
  'decision.in-future': { decidedOn: string; today: string };
  'decision.item-has-findings': { count: number };
};
