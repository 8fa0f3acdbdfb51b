// Bundles sealed here and the receipts that answer them, as screens and reminders look at them.

import { type BusinessDate, todayInShanghai } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import { db, type RowOf } from './db';

type Dispatch = RowOf<'dispatches'>;
type Receipt = RowOf<'receipts'>;

export interface SentBundle {
  readonly dispatch: Dispatch;
  readonly recipientName: string;
  readonly sentOn: BusinessDate;
  /** When the receipt that answers it was written; null while it is outstanding. */
  readonly receivedAt: string | null;
}

/** Bundles sealed here, oldest first. */
export async function readSentBundles(own: StationId): Promise<readonly SentBundle[]> {
  const [dispatches, receipts, admissions] = await Promise.all([db.dispatches.toArray(), db.receipts.toArray(), db.admissions.toArray()]);
  const names = new Map(admissions.filter((row) => row.author === own).map((row) => [row.body.stationId, row.body.name]));
  const answers = answersTo(dispatches, receipts.filter((row) => row.author !== own && row.body.senderId === own));
  return dispatches
    .sort((a, b) => a.seq - b.seq)
    .map((dispatch) => ({
      dispatch,
      recipientName: names.get(dispatch.body.recipientId) ?? dispatch.body.recipientId,
      sentOn: todayInShanghai(Date.parse(dispatch.at)),
      receivedAt: answers.get(dispatch.id)?.at ?? null,
    }));
}

/** Bundles without a receipt, oldest first. */
export async function readOutstanding(own: StationId): Promise<readonly SentBundle[]> {
  return (await readSentBundles(own)).filter(({ receivedAt }) => receivedAt === null);
}

/**
 * The receipt that answers a bundle: the recipient's own receipt for it, else that one of its receipts with which it has all the lines
 * the bundle carries, however they came to it. By id of the dispatch; nothing for a bundle that is outstanding.
 */
function answersTo(dispatches: readonly Dispatch[], receipts: readonly Receipt[]): ReadonlyMap<RecordId, Receipt> {
  const answers = new Map<RecordId, Receipt>();
  for (const recipient of new Set(dispatches.map(({ body }) => body.recipientId))) {
    const written = receipts.filter(({ author }) => author === recipient).sort((a, b) => a.seq - b.seq);
    const named = new Map(written.map((receipt) => [receipt.body.bundleId, receipt]));
    const waiting = new Set<Dispatch>();
    for (const dispatch of dispatches) {
      if (dispatch.body.recipientId !== recipient) continue;
      const receipt = named.get(dispatch.body.bundleId);
      if (receipt === undefined) waiting.add(dispatch);
      else answers.set(dispatch.id, receipt);
    }
    const held = new Map<StationId, number>();
    for (const receipt of written) {
      if (waiting.size === 0) break;
      for (const { author, seq } of receipt.body.heads) held.set(author, Math.max(held.get(author) ?? 0, seq));
      for (const dispatch of waiting) {
        if (!dispatch.body.heads.every(({ author, seq }) => (held.get(author) ?? -1) >= seq)) continue;
        answers.set(dispatch.id, receipt);
        waiting.delete(dispatch);
      }
    }
  }
  return answers;
}
