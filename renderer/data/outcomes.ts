// The outcomes of a decision in the fixed order of the tally rows. Kept apart from the domain's schema so that the data
// worker carries no schema library; the type check below fails when the two lists differ.

import type { DecisionOutcome } from '#shared/domain/decision';

export type { DecisionOutcome };

const ORDER = { approved: 0, cut: 1, returned: 2, refused: 3 } as const satisfies Record<DecisionOutcome, number>;

export const DECISION_OUTCOMES = Object.keys(ORDER) as DecisionOutcome[];
