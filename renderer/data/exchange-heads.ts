// How far our own official journal has travelled: exported in a bundle, and acknowledged by a receipt of a superior.

import type { StationId } from '#shared/base/ids';
import type { Head } from '#shared/domain/exchange';
import { db } from './db';
import { type Live, useLive } from './live';

export interface ExchangeHeads {
  /** Highest own sequence in any sealed bundle; 0 when nothing was sealed. */
  readonly exportedSeq: number;
  /** Highest own sequence any receipt of another station acknowledges. */
  readonly receivedSeq: number;
}

export function useExchangeHeads(own: StationId): Live<ExchangeHeads> {
  return useLive(() => readExchangeHeads(own), [own]);
}

export async function readExchangeHeads(own: StationId): Promise<ExchangeHeads> {
  const [dispatches, receipts] = await Promise.all([db.dispatches.toArray(), db.receipts.toArray()]);
  return {
    exportedSeq: highest(own, dispatches.map((row) => row.body.heads)),
    receivedSeq: highest(
      own,
      receipts.filter((row) => row.author !== own && row.body.senderId === own).map((row) => row.body.heads),
    ),
  };
}

function highest(author: StationId, lists: readonly (readonly Head[])[]): number {
  return lists.flat().reduce((max, head) => (head.author === author ? Math.max(max, head.seq) : max), 0);
}
