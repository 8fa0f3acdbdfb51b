// Bundles sealed here and their receipts, as screens and reminders look at them.

import { type BusinessDate, todayInShanghai } from '#shared/base/date';
import type { StationId } from '#shared/base/ids';
import { db, type RowOf } from './db';

export interface Outstanding {
  readonly dispatch: RowOf<'dispatches'>;
  readonly recipientName: string;
  readonly sentOn: BusinessDate;
}

/** Bundles without a receipt, oldest first. A later receipt of that recipient that covers all its heads answers it too. */
export async function readOutstanding(own: StationId): Promise<readonly Outstanding[]> {
  const [dispatches, receipts, admissions] = await Promise.all([db.dispatches.toArray(), db.receipts.toArray(), db.admissions.toArray()]);
  const names = new Map(admissions.filter((row) => row.author === own).map((row) => [row.body.stationId, row.body.name]));
  const answers = receipts.filter((row) => row.author !== own && row.body.senderId === own);
  const covers = (receipt: RowOf<'receipts'>, sent: RowOf<'dispatches'>['body']) =>
    receipt.author === sent.recipientId &&
    sent.heads.every(({ author, seq }) => receipt.body.heads.some((head) => head.author === author && head.seq >= seq));
  const isAnswered = ({ body }: RowOf<'dispatches'>) => answers.some((receipt) => receipt.body.bundleId === body.bundleId || covers(receipt, body));
  return dispatches
    .filter((row) => !isAnswered(row))
    .sort((a, b) => a.seq - b.seq)
    .map((dispatch) => ({
      dispatch,
      recipientName: names.get(dispatch.body.recipientId) ?? dispatch.body.recipientId,
      sentOn: todayInShanghai(Date.parse(dispatch.at)),
    }));
}
