export type DecisionEvidence = { 'decision.x': Record<string, never> };
