// Bundles sealed here and their receipts, as screens and reminders look at them.

import { type BusinessDate, todayInShanghai } from '#shared/base/date';
import type { StationId } from '#shared/base/ids';
import { db, type RowOf } from './db';

export interface Outstanding {
  readonly dispatch: RowOf<'dispatches'>;
  readonly recipientName: string;
  readonly sentOn: BusinessDate;
}

/** Bundles without a receipt, oldest first. Later receipts of that recipient that cover all its heads answer it too. */
export async function readOutstanding(own: StationId): Promise<readonly Outstanding[]> {
  const [dispatches, receipts, admissions] = await Promise.all([db.dispatches.toArray(), db.receipts.toArray(), db.admissions.toArray()]);
  const names = new Map(admissions.filter((row) => row.author === own).map((row) => [row.body.stationId, row.body.name]));
  const answers = receipts.filter((row) => row.author !== own && row.body.senderId === own);
  const named = new Set(answers.map((row) => row.body.bundleId));
  const held = headsHeld(answers);
  const isAnswered = ({ body: { bundleId, recipientId, heads } }: RowOf<'dispatches'>) =>
    named.has(bundleId) || heads.every(({ author, seq }) => (held.get(`${recipientId}/${author}`) ?? -1) >= seq);
  return dispatches
    .filter((row) => !isAnswered(row))
    .sort((a, b) => a.seq - b.seq)
    .map((dispatch) => ({
      dispatch,
      recipientName: names.get(dispatch.body.recipientId) ?? dispatch.body.recipientId,
      sentOn: todayInShanghai(Date.parse(dispatch.at)),
    }));
}

/** The highest sequence of each journal that each recipient has acknowledged, by '<recipient>/<author>'. */
function headsHeld(receipts: readonly RowOf<'receipts'>[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { author: recipient, body } of receipts) {
    for (const { author, seq } of body.heads) {
      const key = `${recipient}/${author}`;
      held.set(key, Math.max(held.get(key) ?? 0, seq));
    }
  }
  return held;
}
