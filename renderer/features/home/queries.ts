// What waits at this station, counted from small tables, tallies and short ranges; no scan of a big table.

import { isOwnedBy, type StationId } from '#shared/base/ids';
import type { DraftKind } from '../../data/commit';
import { db, type RowOf } from '../../data/db';
import { readOutstanding, type SentBundle } from '../../data/dispatches';
import { readExchangeHeads } from '../../data/exchange-heads';
import { decisionsOf, readSuperiors } from '../../data/new-decisions';
import { readTotals, readTotalsOf, type Totals } from '../../data/tallies';
import type { View } from './links';

export interface Undated {
  /** Unfinished forms by kind; of plan items those of the year. */
  readonly drafts: Readonly<Record<DraftKind, number>>;
  /** Items of the year without a decision, seen by a finance office; own items sent back, seen by a preparer. */
  readonly pending: number;
  readonly returned: number;
}

export async function readUndated(own: StationId, year: number): Promise<Undated> {
  const unfinished = (kind: DraftKind, from: number, to: number) =>
    db.drafts.where('[body.kind+body.year]').between([kind, from], [kind, to], true, true).count();
  const [planItems, decisions, contracts, acceptances, totals, mine] = await Promise.all([
    unfinished('planItems', year, year),
    unfinished('decisions', 0, 9999),
    unfinished('contracts', 0, 9999),
    unfinished('acceptances', 0, 9999),
    readTotals(year),
    readTotalsOf('author', year, own),
  ]);
  return { drafts: { planItems, decisions, contracts, acceptances }, pending: totals.plan.pending, returned: mine.plan.outcomes.returned };
}

export interface ExchangeState {
  /** False while nobody is admitted to send to. */
  readonly canSend: boolean;
  /** Official lines written here since the last bundle was sealed. */
  readonly unsentLines: number;
  /** The last bundle sealed here; null before the first. */
  readonly lastSentAt: string | null;
  readonly lastOpened: { readonly at: string; readonly senderName: string } | null;
  readonly outstanding: readonly SentBundle[];
}

export async function readExchangeState(own: StationId): Promise<ExchangeState> {
  const [admissions, heads, ownHead, dispatches, receipts, outstanding] = await Promise.all([
    db.admissions.toArray(),
    readExchangeHeads(own),
    db.appliedHeads.get(`official/${own}`),
    db.dispatches.toArray(),
    db.receipts.toArray(),
    readOutstanding(own),
  ]);
  const opened = latest(receipts.filter((row) => row.author === own));
  const sender = admissions.find((row) => row.author === own && row.body.stationId === opened?.body.senderId);
  return {
    canSend: admissions.some((row) => row.author === own && row.body.state === 'admitted'),
    unsentLines: Math.max(0, (ownHead?.seq ?? 0) - heads.exportedSeq),
    lastSentAt: latest(dispatches)?.at ?? null,
    lastOpened: opened === undefined ? null : { at: opened.at, senderName: sender?.body.name ?? opened.body.senderId },
    outstanding,
  };
}

function latest<Row extends { readonly seq: number }>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>((last, row) => (last === undefined || row.seq > last.seq ? row : last), undefined);
}

export interface Answer {
  readonly decision: RowOf<'decisions'>;
  /** null while the item itself is not here. */
  readonly item: RowOf<'planItems'> | null;
}

const ANSWERS = 5;
/** Decisions of one office looked through for those about our own items: a superior writes of others too. */
const LOOKED_THROUGH = 200;

/** The newest decisions of other offices on items of this station. */
export async function readAnswers(own: StationId): Promise<readonly Answer[]> {
  const superiors = await readSuperiors(own);
  const read = await Promise.all(superiors.map((author) => decisionsOf(author, LOOKED_THROUGH)));
  const decisions = read
    .flat()
    .filter((row) => isOwnedBy(row.body.planItemId, own))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, ANSWERS);
  const items = await db.planItems.bulkGet(decisions.map((row) => row.body.planItemId));
  return decisions.map((decision, index) => ({ decision, item: items[index] ?? null }));
}

/** The year's figures, as a finance office sees them or as its own preparing gives them. */
export function readYearTotals(view: View, own: StationId, year: number): Promise<Totals> {
  return view === 'received' ? readTotals(year) : readTotalsOf('author', year, own);
}
