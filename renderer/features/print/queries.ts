// What the papers are made of: finalised records only, with the names that stand on them and the line that marks them.

import type { RecordId, StationId } from '#shared/base/ids';
import type { PaperMark } from '#shared/bundle/paper-mark';
import type { Decision } from '#shared/domain/decision';
import { db, type RowOf } from '../../data/db';
import { newestLine, readPaperMark } from '../../data/paper-mark';
import { planItemsOfBuyer, planItemsOfOffice } from '../../data/plan-items';
import { readTotalsBy } from '../../data/tallies';

export interface BuyerChoice {
  readonly id: RecordId;
  readonly name: string;
}

export interface PlanPaperData {
  readonly buyers: readonly BuyerChoice[];
  readonly items: readonly RowOf<'planItems'>[];
  /** Projects of the year with a draft: what is in it is not on the paper. */
  readonly drafts: number;
  /** null while nothing is finalised. */
  readonly mark: PaperMark | null;
}

/** One office's finalised items of a year, of one buyer or of all. */
export async function readPlanPaper(own: StationId, year: number, buyer: RecordId | null): Promise<PlanPaperData> {
  const all = await planItemsOfOffice(own, year);
  const [buyers, drafts] = await Promise.all([
    readBuyers([...new Set(all.map(({ body }) => body.buyerId))]),
    db.drafts.where('[body.kind+body.year]').equals(['planItems', year]).count(),
  ]);
  const items = buyer === null ? all : all.filter(({ body }) => body.buyerId === buyer);
  return { buyers, items, drafts, mark: await markOf(items, own) };
}

export interface DecisionPaperData {
  readonly buyers: readonly BuyerChoice[];
  readonly buyer: BuyerChoice | null;
  readonly items: readonly { readonly row: RowOf<'planItems'>; readonly decision: Decision | null }[];
  /** Who decided; several offices only where an upper one looks on. */
  readonly offices: readonly string[];
  readonly mark: PaperMark | null;
}

/** A buyer's items of a year with the decisions that stand; the first buyer when none is asked for. */
export async function readDecisionPaper(own: StationId, year: number, asked: RecordId | null): Promise<DecisionPaperData> {
  const totals = (await readTotalsBy('buyer', year)).filter(({ plan }) => plan.items > 0);
  const buyers = await readBuyers(totals.map(({ scopeId }) => scopeId as RecordId));
  const buyer = buyers.find(({ id }) => id === asked) ?? (asked === null ? buyers[0] : undefined) ?? null;
  if (buyer === null) return { buyers, buyer, items: [], offices: [], mark: null };
  const rows = await planItemsOfBuyer(buyer.id, year);
  const standings = await db.standings.bulkGet(rows.map(({ id }) => id));
  const current = standings.map((standing) => (standing?.current === true ? standing.decisionId : null));
  const decisions = await db.decisions.bulkGet(current.filter((id) => id !== null));
  const decisionOf = new Map(decisions.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const])));
  const stood = [...decisionOf.values()];
  return {
    buyers,
    buyer,
    items: rows.map((row, index) => ({ row, decision: decisionOf.get(current[index] as RecordId)?.body ?? null })),
    offices: await readOffices([...new Set(stood.map(({ author }) => author))]),
    mark: await markOf(stood.length > 0 ? stood : rows, own),
  };
}

export interface ContractPaperData {
  readonly contract: RowOf<'contracts'>;
  readonly buyer: RowOf<'buyers'> | null;
  readonly handler: string;
  readonly mark: PaperMark;
}

export async function readContractPaper(id: RecordId, own: StationId): Promise<ContractPaperData | null> {
  const contract = await db.contracts.get(id);
  if (contract === undefined) return null;
  const [buyer, handler, mark] = await Promise.all([
    readBuyerOf(contract),
    db.operators.get(contract.body.handledBy),
    readPaperMark(contract, own),
  ]);
  return { contract, buyer, handler: handler?.body.name ?? '', mark };
}

export interface AcceptancePaperData {
  readonly acceptance: RowOf<'acceptances'>;
  readonly contract: RowOf<'contracts'> | null;
  readonly buyer: string;
  readonly acceptedBy: string;
  readonly mark: PaperMark;
}

export async function readAcceptancePaper(id: RecordId, own: StationId): Promise<AcceptancePaperData | null> {
  const acceptance = await db.acceptances.get(id);
  if (acceptance === undefined) return null;
  const [contract, accepter, mark] = await Promise.all([
    db.contracts.get(acceptance.body.contractId),
    db.operators.get(acceptance.body.acceptedBy),
    readPaperMark(acceptance, own),
  ]);
  const buyer = contract === undefined ? null : await readBuyerOf(contract);
  return { acceptance, contract: contract ?? null, buyer: buyer?.body.name ?? '', acceptedBy: accepter?.body.name ?? '', mark };
}

async function readBuyerOf(contract: RowOf<'contracts'>): Promise<RowOf<'buyers'> | null> {
  const item = await db.planItems.get(contract.body.planItemId);
  return (item === undefined ? undefined : await db.buyers.get(item.body.buyerId)) ?? null;
}

/** In order of their names. */
async function readBuyers(ids: readonly RecordId[]): Promise<readonly BuyerChoice[]> {
  const rows = await db.buyers.bulkGet([...ids]);
  const buyers = rows.flatMap((row) => (row === undefined ? [] : [{ id: row.id, name: row.body.name }]));
  return buyers.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

async function readOffices(stations: readonly StationId[]): Promise<readonly string[]> {
  const rows = await db.stations.where('body.stationId').anyOf([...stations]).toArray();
  return [...new Set(rows.map(({ body }) => body.name))];
}

async function markOf(rows: readonly RowOf<'planItems' | 'decisions'>[], own: StationId): Promise<PaperMark | null> {
  const line = newestLine(rows, own);
  return line === null ? null : readPaperMark(line, own);
}
