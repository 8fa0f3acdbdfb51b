// Figures of a year for the summary: a few dozen tally rows and the names that belong to their ids.

import { findRegion } from '#shared/policy/regions';
import { db } from '../../data/db';
import { type PlanTotals, readTotals, readTotalsBy, type Totals } from '../../data/tallies';

export interface SummaryRow {
  /** Station id, region code, buyer's record id or category code. */
  readonly key: string;
  readonly name: string;
  readonly plan: PlanTotals;
  readonly contractFen: number;
  readonly payableFen: number;
}

export interface Summary {
  readonly total: Totals;
  readonly by: Readonly<Record<'author' | 'region' | 'buyer', readonly SummaryRow[]>>;
}

export async function readSummary(year: number): Promise<Summary> {
  const [total, authors, regions, buyers, stations, buyerRows] = await Promise.all([
    readTotals(year),
    readTotalsBy('author', year),
    readTotalsBy('region', year),
    readTotalsBy('buyer', year),
    db.stations.toArray(),
    db.buyers.toArray(),
  ]);
  const stationNames = new Map<string, string>(stations.map((row) => [row.body.stationId, row.body.name]));
  const buyerNames = new Map<string, string>(buyerRows.map((row) => [row.id, row.body.name]));
  const rows = (totals: readonly Totals[], nameOf: (id: string) => string | undefined): readonly SummaryRow[] =>
    totals
      .filter(({ plan, contracts, acceptances }) => plan.items + contracts.count + acceptances.count > 0)
      .map(({ scopeId, plan, contracts, acceptances }) => ({
        key: scopeId,
        name: nameOf(scopeId) ?? scopeId,
        plan,
        contractFen: contracts.amountFen,
        payableFen: acceptances.payableFen,
      }));
  return {
    total,
    by: {
      author: rows(authors, (id) => stationNames.get(id)),
      region: rows(regions, (code) => findRegion(code)?.name),
      buyer: rows(buyers, (id) => buyerNames.get(id)),
    },
  };
}
