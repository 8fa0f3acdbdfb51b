// Live reads of the contract area: approved items to contract for, the contracts of a year, and one contract with all it rests on.

import { todayInShanghai } from '#shared/base/date';
import { isOwnedBy, type RecordId, type StationId } from '#shared/base/ids';
import { sumFen } from '#shared/base/money';
import type { ContractContext } from '#shared/domain/rules/contract/contract-rule';
import type { Standing as RecordStanding } from '#shared/domain/status';
import { db, type RowOf, type Standing } from '../../data/db';
import { type ExchangeHeads, readExchangeHeads } from '../../data/exchange-heads';
import { readRows } from '../../data/paging';
import { hasLeft, recordStanding } from '../../data/record-standing';
import type { RecordFilter } from '../../data/record-filter';

/** An own plan item whose present revision is approved, and what its contracts already hold. */
export interface ApprovedItem {
  readonly item: RowOf<'planItems'>;
  readonly decisionId: RecordId;
  readonly outcome: Standing['outcome'];
  readonly approvedFen: number;
  readonly committedFen: number;
}

/** Approved items of this station, newest year first, then in order of number. */
export async function readApprovedItems(own: StationId): Promise<readonly ApprovedItem[]> {
  const standings = await db.standings.filter(isApproval).toArray();
  const [items, contracts] = await Promise.all([
    db.planItems.bulkGet(standings.map(({ id }) => id)),
    db.contracts.where('body.planItemId').anyOf(standings.map(({ id }) => id)).toArray(),
  ]);
  const approved = standings.flatMap((standing, index): ApprovedItem[] => {
    const item = items[index];
    if (item?.author !== own) return [];
    const committed = contracts.filter((row) => row.body.planItemId === item.id).map((row) => row.body.amountFen);
    const { decisionId, outcome, approvedFen } = standing;
    return [{ item, decisionId, outcome, approvedFen, committedFen: sumFen(committed) }];
  });
  return approved.sort(
    (a, b) => b.item.body.year - a.item.body.year || a.item.body.number.localeCompare(b.item.body.number, 'zh-CN'),
  );
}

export function isApproval(standing: Standing): boolean {
  return standing.current && (standing.outcome === 'approved' || standing.outcome === 'cut');
}

/** Ids of the contracts signed in a year, latest first. */
export async function readContractKeys({ year, category, author }: RecordFilter, limit: number): Promise<readonly RecordId[]> {
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const signed =
    category === null
      ? db.contracts.where('body.signedOn').between(first, last, true, true)
      : db.commitments.where('[place+contract.signedOn]').between([category, first], [category, last], true, true);
  // Whose a record is stands in its id, so keys alone are read.
  const keys = await signed.reverse().limit(author === null ? limit : Infinity).primaryKeys();
  return author === null ? keys : keys.filter((id) => isOwnedBy(id, author)).slice(0, limit);
}

/** Sums payable by all acceptances under each of these contracts; one without any is not in it. */
export async function readPayableFen(contracts: readonly RecordId[]): Promise<ReadonlyMap<RecordId, number>> {
  const payable = new Map<RecordId, number>();
  for (const { body } of await db.acceptances.where('body.contractId').anyOf([...contracts]).toArray()) {
    payable.set(body.contractId, sumFen([payable.get(body.contractId) ?? 0, body.payableFen]));
  }
  return payable;
}

/** What the list of contracts shows of one. */
export interface ContractRow {
  readonly id: RecordId;
  readonly number: string;
  readonly name: string;
  readonly supplier: string;
  readonly signedOn: string;
  readonly amountFen: number;
  readonly payableFen: number;
  readonly standing: RecordStanding;
}

export async function readContractRows(ids: readonly RecordId[], own: StationId): Promise<readonly ContractRow[]> {
  const [contracts, payable, drafts, heads] = await Promise.all([readRows('contracts', ids), readPayableFen(ids), db.drafts.bulkGet([...ids]), readExchangeHeads(own)]);
  const drafted = new Set(drafts.map((draft) => draft?.id));
  return contracts.map((row) => ({
    id: row.id,
    number: row.body.number,
    name: row.body.name,
    supplier: row.body.supplier.name,
    signedOn: row.body.signedOn,
    amountFen: row.body.amountFen,
    payableFen: payable.get(row.id) ?? 0,
    standing: recordStanding(row, own, heads, drafted.has(row.id)),
  }));
}

export interface ContractSubject {
  readonly contract: RowOf<'contracts'> | null;
  readonly draft: RowOf<'drafts'> | null;
}

export async function readContractSubject(id: RecordId): Promise<ContractSubject> {
  const [contract, draft] = await Promise.all([db.contracts.get(id), db.drafts.get(id)]);
  return { contract: contract ?? null, draft: draft ?? null };
}

/** What a contract rests on and stands beside. */
export interface ContractBasis {
  readonly item: RowOf<'planItems'> | null;
  readonly buyer: RowOf<'buyers'> | null;
  readonly standing: Standing | null;
  readonly decisions: readonly RowOf<'decisions'>[];
  /** All contracts of the plan item. */
  readonly contracts: readonly RowOf<'contracts'>[];
  /** Acceptances under any of them. */
  readonly acceptances: readonly RowOf<'acceptances'>[];
}

export async function readContractBasis(planItemId: RecordId): Promise<ContractBasis> {
  const [item, standing, decisions, contracts] = await Promise.all([
    db.planItems.get(planItemId),
    db.standings.get(planItemId),
    db.decisions.where('body.planItemId').equals(planItemId).toArray(),
    db.contracts.where('body.planItemId').equals(planItemId).toArray(),
  ]);
  const [buyer, acceptances] = await Promise.all([
    item === undefined ? undefined : db.buyers.get(item.body.buyerId),
    db.acceptances.where('body.contractId').anyOf(contracts.map(({ id }) => id)).toArray(),
  ]);
  return { item: item ?? null, buyer: buyer ?? null, standing: standing ?? null, decisions, contracts, acceptances };
}

/** The rules' view of a basis, for the contract that names `decisionId`. */
export function contractContext(basis: ContractBasis, id: RecordId, decisionId: string): ContractContext {
  const { item, buyer, decisions, contracts } = basis;
  return {
    today: todayInShanghai(Date.now()),
    id,
    buyer: buyer?.body,
    planItem: item === null ? undefined : { rev: item.rev, ...item.body },
    decision: decisions.find((row) => row.id === decisionId)?.body,
    contracts: contracts.map((row) => ({ id: row.id, amountFen: row.body.amountFen })),
  };
}

/** Why an official contract may not be revised: another office's, already exported, already accepted under. */
export type Closed = 'foreign' | 'left' | 'accepted';

export function whyClosed(
  contract: RowOf<'contracts'>,
  own: StationId,
  heads: ExchangeHeads,
  acceptances: readonly RowOf<'acceptances'>[],
): Closed | null {
  if (contract.author !== own) return 'foreign';
  if (hasLeft(contract, heads)) return 'left';
  return acceptances.some((row) => row.body.contractId === contract.id) ? 'accepted' : null;
}
