// Reads counters and sums: a few dozen small rows instead of a scan. Plan items count in their plan year, decisions in the
// year of decidedOn, contracts in the year of signedOn, acceptances in the year of acceptedOn. Read them inside useLive.

import { MAX_FEN } from '#shared/base/money';
import { db, type TallyRow, type TallyScope } from './db';
import { DECISION_OUTCOMES, type DecisionOutcome } from './outcomes';
import {
  acceptanceCount,
  approvedFen,
  askedFen,
  CATEGORIES,
  type Category,
  contractCount,
  contractFen,
  decisionCount,
  itemCount,
  outcomeCount,
  payableFen,
  type Place,
  PLACES,
} from './tally-layout';

export type OutcomeCounts = Readonly<Record<DecisionOutcome, number>>;

export interface PlanTotals {
  readonly items: number;
  readonly amountFen: number;
  /** Items by the outcome that stands for their present revision. */
  readonly outcomes: OutcomeCounts;
  /** Items without a decision on their present revision. */
  readonly pending: number;
  /** Sum of the amounts approved for present revisions. */
  readonly approvedFen: number;
}

/** The later links of the chain of funds. */
export interface ContractTotals {
  readonly contracts: { readonly count: number; readonly amountFen: number };
  readonly acceptances: { readonly count: number; readonly payableFen: number };
}

export interface Totals extends ContractTotals {
  readonly scopeId: string;
  readonly plan: PlanTotals;
  readonly byCategory: Readonly<Record<Category, PlanTotals>>;
  /** Decisions this scope's offices took. Zero in the scope 'buyer', as are contracts and acceptances. */
  readonly decisions: OutcomeCounts;
  /** Contracts and acceptances by category; under 0 those whose plan item is not here. */
  readonly contractsByPlace: Readonly<Record<Place, ContractTotals>>;
  /** True when a sum is above 90 万亿元; that sum then reads as MAX_FEN. */
  readonly beyondRange: boolean;
}

type OfficeScope = Exclude<TallyScope, 'all' | 'approval'>;

/** Totals of everything held here for a year. */
export async function readTotals(year: number): Promise<Totals> {
  return toTotals(await db.tallies.get(['all', year, '']), '');
}

/** Totals of a year per region code ('region'), per office ('author') or per buyer ('buyer'), in order of their id. */
export async function readTotalsBy(scope: OfficeScope, year: number): Promise<readonly Totals[]> {
  const rows = await db.tallies.where('[scope+year+scopeId]').between([scope, year, ''], [scope, year, '\uffff']).toArray();
  return rows.map((row) => toTotals(row, row.scopeId));
}

/** Totals of one region, office or buyer for a year; zeros when there is nothing. */
export async function readTotalsOf(scope: OfficeScope, year: number, scopeId: string): Promise<Totals> {
  return toTotals(await db.tallies.get([scope, year, scopeId]), scopeId);
}

/** Years with anything counted, newest first. */
export async function readYears(): Promise<readonly number[]> {
  const keys = await db.tallies.where('[scope+year+scopeId]').between(['all', 0, ''], ['all', 9999, '']).primaryKeys();
  return keys.map(([, year]) => year).reverse();
}

export function toTotals(row: TallyRow | undefined, scopeId: string): Totals {
  let beyondRange = false;
  const count = (place: number) => row?.counts[place] ?? 0;
  const fen = (...places: number[]) => {
    const sum = places.reduce((total, place) => total + (row?.fen[place] ?? 0n), 0n);
    beyondRange ||= sum > BigInt(MAX_FEN);
    return sum > BigInt(MAX_FEN) ? MAX_FEN : Number(sum);
  };
  const outcomes = (of: (outcome: DecisionOutcome) => number) =>
    Object.fromEntries(DECISION_OUTCOMES.map((outcome) => [outcome, of(outcome)])) as OutcomeCounts;
  const planOf = (categories: readonly Category[]): PlanTotals => {
    const total = (place: (category: Category) => number) => categories.reduce((sum, c) => sum + count(place(c)), 0);
    const items = total(itemCount);
    const decided = outcomes((outcome) => total((category) => outcomeCount(category, outcome)));
    return {
      items,
      amountFen: fen(...categories.map(askedFen)),
      outcomes: decided,
      pending: items - decided.approved - decided.cut - decided.returned - decided.refused,
      approvedFen: fen(...categories.map(approvedFen)),
    };
  };
  const linksOf = (places: readonly Place[]): ContractTotals => ({
    contracts: { count: places.reduce<number>((sum, place) => sum + count(contractCount(place)), 0), amountFen: fen(...places.map(contractFen)) },
    acceptances: { count: places.reduce<number>((sum, place) => sum + count(acceptanceCount(place)), 0), payableFen: fen(...places.map(payableFen)) },
  });
  const figures = {
    scopeId,
    plan: planOf(CATEGORIES),
    byCategory: Object.fromEntries(CATEGORIES.map((category) => [category, planOf([category])])) as Totals['byCategory'],
    decisions: outcomes((outcome) => count(decisionCount(outcome))),
    ...linksOf(PLACES),
    contractsByPlace: Object.fromEntries(PLACES.map((place) => [place, linksOf([place])])) as Totals['contractsByPlace'],
  };
  return { ...figures, beyondRange };
}
