// How far our own official journal has travelled upwards: exported in a bundle for a superior, acknowledged by its receipt.

import type { StationId } from '#shared/base/ids';
import type { Head } from '#shared/domain/exchange';
import { db } from './db';
import { type Live, useLive } from './live';

export interface ExchangeHeads {
  /** Highest own sequence in a bundle sealed for a superior; 0 when nothing was sealed. */
  readonly exportedSeq: number;
  /** Highest own sequence a superior's receipt acknowledges. */
  readonly receivedSeq: number;
}

export function useExchangeHeads(own: StationId): Live<ExchangeHeads> {
  return useLive(() => readExchangeHeads(own), [own]);
}

/** An office above which nobody is admitted counts every bundle and every receipt: it answers downwards only. */
export async function readExchangeHeads(own: StationId): Promise<ExchangeHeads> {
  const [dispatches, receipts, admissions] = await Promise.all([
    db.dispatches.toArray(),
    db.receipts.toArray(),
    db.admissions.toArray(),
  ]);
  const superiors = new Set(
    admissions.filter((row) => row.author === own && row.body.relation === 'superior').map((row) => row.body.stationId),
  );
  const counts = (station: StationId) => superiors.size === 0 || superiors.has(station);
  const sent = dispatches.filter((row) => counts(row.body.recipientId));
  const answered = receipts.filter((row) => row.author !== own && row.body.senderId === own && counts(row.author));
  return {
    exportedSeq: highest(own, sent.map((row) => row.body.heads)),
    receivedSeq: highest(own, answered.map((row) => row.body.heads)),
  };
}

function highest(author: StationId, lists: readonly (readonly Head[])[]): number {
  return lists.flat().reduce((max, head) => (head.author === author ? Math.max(max, head.seq) : max), 0);
}
