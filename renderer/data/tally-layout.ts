// Where each counter and sum stands inside a tally row. Layout only: who adds is worker/tally-sums.ts, who reads tallies.ts.

import { DECISION_OUTCOMES, type DecisionOutcome } from './outcomes';

/** The six categories of the catalogue; a plan item's is the first digit of its catalogue code. */
export const CATEGORIES = [1, 2, 3, 4, 5, 6] as const;
export type Category = (typeof CATEGORIES)[number];

const OUTCOMES = DECISION_OUTCOMES.length;
/** Per category: items, then how many of them stand as each outcome. */
const COUNTS_PER_CATEGORY = 1 + OUTCOMES;
/** Per category: amount asked for, amount approved. */
const FEN_PER_CATEGORY = 2;

const COUNT_TAIL = CATEGORIES.length * COUNTS_PER_CATEGORY;
const FEN_TAIL = CATEGORIES.length * FEN_PER_CATEGORY;

export const itemCount = (category: Category) => (category - 1) * COUNTS_PER_CATEGORY;
export const outcomeCount = (category: Category, outcome: DecisionOutcome) =>
  itemCount(category) + 1 + DECISION_OUTCOMES.indexOf(outcome);
/** Decisions taken, by the deciding office and the year of the decision. */
export const decisionCount = (outcome: DecisionOutcome) => COUNT_TAIL + DECISION_OUTCOMES.indexOf(outcome);
export const CONTRACT_COUNT = COUNT_TAIL + OUTCOMES;
export const ACCEPTANCE_COUNT = CONTRACT_COUNT + 1;
export const COUNTS = ACCEPTANCE_COUNT + 1;

export const askedFen = (category: Category) => (category - 1) * FEN_PER_CATEGORY;
export const approvedFen = (category: Category) => askedFen(category) + 1;
export const CONTRACT_FEN = FEN_TAIL;
export const PAYABLE_FEN = CONTRACT_FEN + 1;
export const FENS = PAYABLE_FEN + 1;
