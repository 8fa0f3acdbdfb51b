export type AcceptanceEvidence = { 'acceptance.x': Record<string, never> };
