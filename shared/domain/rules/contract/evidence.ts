export type ContractEvidence = { 'contract.x': Record<string, never> };
