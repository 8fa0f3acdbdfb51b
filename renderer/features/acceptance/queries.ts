// Live reads of the acceptance area: contracts to accept under, the acceptances of a year, and one acceptance with its contract.

import { todayInShanghai } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import { sumFen } from '#shared/base/money';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import { db, type RowOf } from '../../data/db';
import type { ExchangeHeads } from '../../data/exchange-heads';
import { hasLeft } from '../../data/record-standing';

/** An own contract and how much of it was accepted so far. */
export interface OpenContract {
  readonly contract: RowOf<'contracts'>;
  readonly payableFen: number;
}

/** Own contracts, latest signed first. There is no index on it: a preparer's contracts are few. */
export async function readOwnContracts(own: StationId): Promise<readonly OpenContract[]> {
  const contracts = await db.contracts.filter((row) => row.author === own).toArray();
  const acceptances = await db.acceptances.where('body.contractId').anyOf(contracts.map(({ id }) => id)).toArray();
  return contracts
    .sort((a, b) => b.body.signedOn.localeCompare(a.body.signedOn) || b.seq - a.seq)
    .map((contract) => ({
      contract,
      payableFen: sumFen(acceptances.filter((row) => row.body.contractId === contract.id).map((row) => row.body.payableFen)),
    }));
}

/** Ids of the acceptances of a year, latest first. */
export async function readAcceptanceKeys(year: number): Promise<RecordId[]> {
  const rows: { readonly id: RecordId; readonly acceptedOn: string; readonly seq: number }[] = [];
  await db.acceptances.each(({ id, seq, body: { acceptedOn } }) => {
    if (acceptedOn.startsWith(`${String(year)}-`)) rows.push({ id, acceptedOn, seq });
  });
  return rows.sort((a, b) => b.acceptedOn.localeCompare(a.acceptedOn) || b.seq - a.seq).map(({ id }) => id);
}

export interface AcceptanceSubject {
  readonly acceptance: RowOf<'acceptances'> | null;
  readonly draft: RowOf<'drafts'> | null;
}

export async function readAcceptanceSubject(id: RecordId): Promise<AcceptanceSubject> {
  const [acceptance, draft] = await Promise.all([db.acceptances.get(id), db.drafts.get(id)]);
  return { acceptance: acceptance ?? null, draft: draft ?? null };
}

/** The contract an acceptance is about, with its project's catalogue code and all its acceptances. */
export interface AcceptanceBasis {
  readonly contract: RowOf<'contracts'>;
  readonly handlerName: string;
  /** null when the plan item is not here. */
  readonly catalogueCode: string | null;
  readonly acceptances: readonly RowOf<'acceptances'>[];
}

export async function readAcceptanceBasis(contractId: RecordId): Promise<AcceptanceBasis | null> {
  const contract = await db.contracts.get(contractId);
  if (contract === undefined) return null;
  const [item, handler, acceptances] = await Promise.all([
    db.planItems.get(contract.body.planItemId),
    db.operators.get(contract.body.handledBy),
    db.acceptances.where('body.contractId').equals(contractId).toArray(),
  ]);
  return { contract, handlerName: handler?.body.name ?? '', catalogueCode: item?.body.catalogueCode ?? null, acceptances };
}

/** The rules' view of a basis, for the acceptance `id`. */
export function acceptanceContext({ contract, catalogueCode, acceptances }: AcceptanceBasis, id: RecordId): AcceptanceContext {
  return {
    today: todayInShanghai(Date.now()),
    id,
    contract: { rev: contract.rev, ...contract.body },
    catalogueCode: catalogueCode ?? undefined,
    acceptances: acceptances.map((row) => ({ id: row.id, ...row.body })),
  };
}

/** Why an official acceptance may not be corrected: another office's, or already exported. */
export type Closed = 'foreign' | 'left';

export function whyClosed(acceptance: RowOf<'acceptances'>, own: StationId, heads: ExchangeHeads): Closed | null {
  if (acceptance.author !== own) return 'foreign';
  return hasLeft(acceptance, heads) ? 'left' : null;
}
