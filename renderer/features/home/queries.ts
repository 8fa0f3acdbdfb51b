// What waits at this station, counted from small tables and tallies; no scan of a big table.

import type { StationId } from '#shared/base/ids';
import { db } from '../../data/db';
import { readExchangeHeads } from '../../data/exchange-heads';
import { readTotals } from '../../data/tallies';

export interface Todo {
  readonly drafts: number;
  /** False while nobody is admitted to send to. */
  readonly canSend: boolean;
  /** Official lines written here since the last bundle was sealed. */
  readonly unsentLines: number;
  /** Bundles without a receipt, oldest first. */
  readonly outstanding: readonly { readonly fileName: string; readonly at: string }[];
  readonly pending: number;
  readonly returned: number;
}

export async function readTodo(own: StationId, year: number): Promise<Todo> {
  const [drafts, admissions, heads, ownHead, dispatches, receipts, totals] = await Promise.all([
    db.drafts.count(),
    db.admissions.toArray(),
    readExchangeHeads(own),
    db.appliedHeads.get(`official/${own}`),
    db.dispatches.toArray(),
    db.receipts.toArray(),
    readTotals(year),
  ]);
  const received = new Set(receipts.filter((row) => row.author !== own).map((row) => row.body.bundleId));
  return {
    drafts,
    canSend: admissions.some((row) => row.author === own && row.body.state === 'admitted'),
    unsentLines: Math.max(0, (ownHead?.seq ?? 0) - heads.exportedSeq),
    outstanding: dispatches
      .filter((row) => !received.has(row.body.bundleId))
      .sort((a, b) => a.seq - b.seq)
      .map((row) => ({ fileName: row.body.fileName, at: row.at })),
    pending: totals.plan.pending,
    returned: totals.plan.outcomes.returned,
  };
}
