// Live reads of the exchange: who is admitted, what was sent, what came back.

import type { StationId } from '#shared/base/ids';
import { db, type RowOf } from '../../data/db';
import { readSentBundles, type SentBundle } from '../../data/dispatches';
import { type Live, useLive } from '../../data/live';

/** Stations this office admitted itself, superiors first, then the newest; revoked ones included. */
export function useAdmissions(own: StationId): Live<readonly RowOf<'admissions'>[]> {
  return useLive(async () => {
    const rows = await db.admissions.toArray();
    return rows.filter((row) => row.author === own).sort((a, b) => upwards(b) - upwards(a) || b.seq - a.seq);
  }, [own]);
}

function upwards({ body }: RowOf<'admissions'>): number {
  return body.relation === 'superior' ? 1 : 0;
}

/** Bundles sealed here, newest first, with their receipts. */
export function useSentBundles(own: StationId): Live<readonly SentBundle[]> {
  return useLive(async () => [...(await readSentBundles(own))].reverse(), [own]);
}

export interface OpenedBundle {
  readonly receipt: RowOf<'receipts'>;
  readonly senderName: string;
  /** True when a bundle sealed for the sender since then carries the receipt. */
  readonly answered: boolean;
}

/** Bundles opened here, newest first. */
export function useOpenedBundles(own: StationId): Live<readonly OpenedBundle[]> {
  return useLive(async () => {
    const [receipts, admissions, dispatches] = await Promise.all([
      db.receipts.toArray(),
      db.admissions.toArray(),
      db.dispatches.toArray(),
    ]);
    const names = new Map(admissions.filter((row) => row.author === own).map((row) => [row.body.stationId, row.body.name]));
    const carries = ({ seq, body }: RowOf<'receipts'>) =>
      dispatches.some(
        (sent) => sent.body.recipientId === body.senderId && sent.body.heads.some((head) => head.author === own && head.seq >= seq),
      );
    return receipts
      .filter((row) => row.author === own)
      .sort((a, b) => b.seq - a.seq)
      .map((receipt) => ({
        receipt,
        senderName: names.get(receipt.body.senderId) ?? receipt.body.senderId,
        answered: carries(receipt),
      }));
  }, [own]);
}
