// Where each counter and sum stands inside a tally row. Layout only: who adds is worker/tally-sums.ts, who reads tallies.ts.

import { DECISION_OUTCOMES, type DecisionOutcome } from './outcomes';

/** The six categories of the catalogue; a plan item's is the first digit of its catalogue code. */
export const CATEGORIES = [1, 2, 3, 4, 5, 6] as const;
export type Category = (typeof CATEGORIES)[number];

/** A contract and what is accepted under it count in the category of the contract's plan item; 0 while that item is not here. */
export const PLACES = [0, ...CATEGORIES] as const;
export type Place = (typeof PLACES)[number];

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
export const contractCount = (place: Place) => COUNT_TAIL + OUTCOMES + place;
export const acceptanceCount = (place: Place) => contractCount(0) + PLACES.length + place;
export const COUNTS = acceptanceCount(0) + PLACES.length;

export const askedFen = (category: Category) => (category - 1) * FEN_PER_CATEGORY;
export const approvedFen = (category: Category) => askedFen(category) + 1;
export const contractFen = (place: Place) => FEN_TAIL + place;
export const payableFen = (place: Place) => FEN_TAIL + PLACES.length + place;
export const FENS = payableFen(0) + PLACES.length;

/** A catalogue code begins with its category; 0 for a text that does not. */
export function placeOf(catalogueCode: string | undefined): Place {
  const digit = Number(catalogueCode?.[0]);
  return CATEGORIES.find((category) => category === digit) ?? 0;
}
