// Reads what a step did to each draft out of its row.

import type { StepChange, StepRow } from './db';

export function changesOf({ changes }: Pick<StepRow, 'changes'>): readonly StepChange[] {
  // Written by worker/steps.ts and nobody else.
  return JSON.parse(changes) as StepChange[];
}
