// The chain of funds budget → committed → payable → paid (80号文 三(五)), reckoned from records for any date. It stores nothing.

import type { BusinessDate } from '../base/date';
import type { RecordId } from '../base/ids';
import { type Fen, sumFen } from '../base/money';
import type { Acceptance } from './acceptance';
import type { Contract } from './contract';
import type { Decision } from './decision';

export interface FundsChain {
  /** 预算: the amount of the last approval. */
  readonly budgetFen: Fen;
  /** 占用: contracts signed. */
  readonly committedFen: Fen;
  /** 应付: what acceptances made payable. */
  readonly payableFen: Fen;
  /** 支付. */
  readonly paidFen: Fen;
}

export interface FundsRecords {
  readonly decisions: readonly Pick<Decision, 'planItemId' | 'planItemRev' | 'outcome' | 'amountFen' | 'decidedOn'>[];
  readonly contracts: readonly ({ readonly id: RecordId } & Pick<Contract, 'planItemId' | 'amountFen' | 'signedOn'>)[];
  readonly acceptances: readonly Pick<Acceptance, 'contractId' | 'payableFen' | 'acceptedOn'>[];
  /** Empty until payments are recorded. */
  readonly payments: readonly { readonly contractId: RecordId; readonly amountFen: Fen; readonly paidOn: BusinessDate }[];
}

export const FUNDS_LINKS = ['budgetFen', 'committedFen', 'payableFen', 'paidFen'] as const;
export type FundsLink = (typeof FUNDS_LINKS)[number];

/** A later link that exceeds the one before it. */
export interface FundsBreach {
  readonly link: FundsLink;
  readonly excessFen: Fen;
}

/** The chain of every plan item that a record of `date` or before speaks of. */
export function fundsChainsAt(records: FundsRecords, date: BusinessDate): ReadonlyMap<RecordId, FundsChain> {
  const chains = new Map<RecordId, FundsChain>();
  const add = (item: RecordId, link: FundsLink, fen: Fen) => {
    const chain = chains.get(item) ?? EMPTY_CHAIN;
    chains.set(item, { ...chain, [link]: sumFen([chain[link], fen]) });
  };

  for (const approval of lastApprovals(records.decisions, date)) add(approval.planItemId, 'budgetFen', approval.amountFen);
  for (const contract of records.contracts) {
    if (contract.signedOn <= date) add(contract.planItemId, 'committedFen', contract.amountFen);
  }
  const itemOf = new Map(records.contracts.map((contract) => [contract.id, contract.planItemId]));
  for (const { contractId, payableFen, acceptedOn } of records.acceptances) {
    const item = itemOf.get(contractId);
    if (item !== undefined && acceptedOn <= date) add(item, 'payableFen', payableFen);
  }
  for (const { contractId, amountFen, paidOn } of records.payments) {
    const item = itemOf.get(contractId);
    if (item !== undefined && paidOn <= date) add(item, 'paidFen', amountFen);
  }
  return chains;
}

/** Link by link, the sum of several chains. */
export function sumChains(chains: Iterable<FundsChain>): FundsChain {
  const list = [...chains];
  const total = (link: FundsLink) => sumFen(list.map((chain) => chain[link]));
  return {
    budgetFen: total('budgetFen'),
    committedFen: total('committedFen'),
    payableFen: total('payableFen'),
    paidFen: total('paidFen'),
  };
}

/** Empty when no later link exceeds an earlier one (R081). */
export function breachesOf(chain: FundsChain): FundsBreach[] {
  return FUNDS_LINKS.flatMap((link, index) => {
    const before = FUNDS_LINKS[index - 1];
    const excessFen = before === undefined ? 0 : chain[link] - chain[before];
    return excessFen > 0 ? [{ link, excessFen }] : [];
  });
}

const EMPTY_CHAIN: FundsChain = { budgetFen: 0, committedFen: 0, payableFen: 0, paidFen: 0 };

type DecisionFacts = FundsRecords['decisions'][number];

/** An approval stands until another one takes its place; sending a later revision back does not undo it. */
function lastApprovals(decisions: readonly DecisionFacts[], date: BusinessDate): Iterable<DecisionFacts> {
  const last = new Map<RecordId, DecisionFacts>();
  for (const decision of decisions) {
    if (decision.decidedOn > date || (decision.outcome !== 'approved' && decision.outcome !== 'cut')) continue;
    const held = last.get(decision.planItemId);
    if (held === undefined || isLater(decision, held)) last.set(decision.planItemId, decision);
  }
  return last.values();
}

function isLater(a: DecisionFacts, b: DecisionFacts): boolean {
  return a.planItemRev === b.planItemRev ? a.decidedOn >= b.decidedOn : a.planItemRev > b.planItemRev;
}
