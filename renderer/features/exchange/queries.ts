// Live reads of the exchange: who is admitted, what was sent, what came back.

import type { StationId } from '#shared/base/ids';
import { db, type RowOf } from '../../data/db';
import { type Live, useLive } from '../../data/live';

/** Stations this office admitted itself, newest first, revoked ones included. */
export function useAdmissions(own: StationId): Live<readonly RowOf<'admissions'>[]> {
  return useLive(async () => {
    const rows = await db.admissions.toArray();
    return rows.filter((row) => row.author === own).sort((a, b) => b.seq - a.seq);
  }, [own]);
}

export interface SentBundle {
  readonly dispatch: RowOf<'dispatches'>;
  readonly recipientName: string;
  /** When the recipient's receipt was written, or null while it is outstanding. */
  readonly receivedAt: string | null;
}

/** Bundles sealed here, newest first, with their receipts. */
export function useSentBundles(own: StationId): Live<readonly SentBundle[]> {
  return useLive(async () => {
    const [dispatches, receipts, admissions] = await Promise.all([
      db.dispatches.toArray(),
      db.receipts.toArray(),
      db.admissions.toArray(),
    ]);
    const names = new Map(admissions.filter((row) => row.author === own).map((row) => [row.body.stationId, row.body.name]));
    const received = new Map(receipts.filter((row) => row.author !== own).map((row) => [row.body.bundleId, row.at]));
    return dispatches
      .sort((a, b) => b.seq - a.seq)
      .map((dispatch) => ({
        dispatch,
        recipientName: names.get(dispatch.body.recipientId) ?? dispatch.body.recipientId,
        receivedAt: received.get(dispatch.body.bundleId) ?? null,
      }));
  }, [own]);
}

export interface OpenedBundle {
  readonly receipt: RowOf<'receipts'>;
  readonly senderName: string;
}

/** Bundles opened here, newest first. */
export function useOpenedBundles(own: StationId): Live<readonly OpenedBundle[]> {
  return useLive(async () => {
    const [receipts, admissions] = await Promise.all([db.receipts.toArray(), db.admissions.toArray()]);
    const names = new Map(admissions.filter((row) => row.author === own).map((row) => [row.body.stationId, row.body.name]));
    return receipts
      .filter((row) => row.author === own)
      .sort((a, b) => b.seq - a.seq)
      .map((receipt) => ({ receipt, senderName: names.get(receipt.body.senderId) ?? receipt.body.senderId }));
  }, [own]);
}
