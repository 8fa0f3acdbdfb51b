// Live reads of the acceptance area: contracts to accept under, the acceptances of a year, and one acceptance with its contract.

import { todayInShanghai } from '#shared/base/date';
import { isOwnedBy, type RecordId, type StationId } from '#shared/base/ids';
import { sumFen } from '#shared/base/money';
import type { Acceptance } from '#shared/domain/acceptance';
import type { AcceptanceContext } from '#shared/domain/rules/acceptance/acceptance-rule';
import type { Standing } from '#shared/domain/status';
import { db, type RowOf } from '../../data/db';
import { type ExchangeHeads, readExchangeHeads } from '../../data/exchange-heads';
import { readRows } from '../../data/paging';
import { hasLeft, recordStanding } from '../../data/record-standing';
import type { RecordFilter } from '../../data/record-filter';

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
export async function readAcceptanceKeys({ year, category, author }: RecordFilter, limit: number): Promise<readonly RecordId[]> {
  const inYear = db.acceptances.where('body.acceptedOn').between(`${String(year)}-01-01`, `${String(year)}-12-31`, true, true).reverse();
  if (category === null && author === null) return inYear.limit(limit).primaryKeys();
  // Whose a record is stands in its id; its category only beside its contract.
  const keys = (await inYear.primaryKeys()).filter((id) => author === null || isOwnedBy(id, author));
  if (category === null) return keys.slice(0, limit);
  const rows = await db.acceptances.bulkGet(keys);
  const commitments = await db.commitments.bulkGet(rows.map((row) => row?.body.contractId ?? ('' as RecordId)));
  return keys.filter((_, index) => commitments[index]?.place === category).slice(0, limit);
}

/** What the list of acceptances shows of one. */
export interface AcceptanceRow {
  readonly id: RecordId;
  readonly number: string;
  /** '' while the contract is not here. */
  readonly contract: string;
  readonly acceptedOn: string;
  readonly outcome: Acceptance['outcome'];
  readonly deductionFen: number;
  readonly payableFen: number;
  readonly standing: Standing;
}

export async function readAcceptanceRows(ids: readonly RecordId[], own: StationId): Promise<readonly AcceptanceRow[]> {
  const acceptances = await readRows('acceptances', ids);
  const [contracts, drafts, heads] = await Promise.all([
    readRows('contracts', [...new Set(acceptances.map(({ body }) => body.contractId))]),
    db.drafts.bulkGet([...ids]),
    readExchangeHeads(own),
  ]);
  const names = new Map(contracts.map(({ id, body }) => [id, body.name]));
  const drafted = new Set(drafts.map((draft) => draft?.id));
  return acceptances.map((row) => ({
    id: row.id,
    number: row.body.number,
    contract: names.get(row.body.contractId) ?? '',
    acceptedOn: row.body.acceptedOn,
    outcome: row.body.outcome,
    deductionFen: row.body.deductionFen,
    payableFen: row.body.payableFen,
    standing: recordStanding(row, own, heads, drafted.has(row.id)),
  }));
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
