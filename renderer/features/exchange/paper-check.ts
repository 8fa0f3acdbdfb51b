// Compares the mark on a paper with what is held here: the bundles sealed and opened, and the records as they stand.

import type { RecordId, StationId } from '#shared/base/ids';
import { type PaperMark, parsePaperMark } from '#shared/bundle/paper-mark';
import { db, type Row } from '../../data/db';

export type PaperCheck =
  | { readonly kind: 'unreadable' }
  /** The file it was printed from is the one noted here. */
  | { readonly kind: 'same-bundle'; readonly bundleId: string; readonly way: 'sent' | 'opened'; readonly at: string }
  | { readonly kind: 'other-bundle'; readonly bundleId: string }
  | { readonly kind: 'unknown-bundle'; readonly bundleId: string }
  /** The record still says what it said when it was printed. */
  | { readonly kind: 'same-record'; readonly rev: number }
  | { readonly kind: 'changed-record'; readonly rev: number }
  | { readonly kind: 'unknown-record' };

/** `text` as scanned or typed. */
export async function checkPaper(text: string, own: StationId): Promise<PaperCheck> {
  const mark = parsePaperMark(text);
  if (!mark.ok) return { kind: 'unreadable' };
  return mark.value.kind === 'bundle' ? checkBundle(mark.value, own) : checkLine(mark.value);
}

async function checkBundle({ bundleId, sm3 }: Extract<PaperMark, { kind: 'bundle' }>, own: StationId): Promise<PaperCheck> {
  const [sent, receipts] = await Promise.all([
    db.dispatches.where('body.bundleId').equals(bundleId).toArray(),
    db.receipts.where('body.bundleId').equals(bundleId).toArray(),
  ]);
  const opened = receipts.filter(({ author }) => author === own);
  const same = [...sent, ...opened].find(({ body }) => body.bundleSm3 === sm3);
  if (same !== undefined) return { kind: 'same-bundle', bundleId, way: sent.some(({ id }) => id === same.id) ? 'sent' : 'opened', at: same.at };
  return { kind: sent.length + opened.length > 0 ? 'other-bundle' : 'unknown-bundle', bundleId };
}

async function checkLine({ recordId, sm3 }: Extract<PaperMark, { kind: 'line' }>): Promise<PaperCheck> {
  const row = await findRecord(recordId);
  if (row === null) return { kind: 'unknown-record' };
  return { kind: row.hash === sm3 ? 'same-record' : 'changed-record', rev: row.rev };
}

/** Of the kinds that are printed. */
async function findRecord(id: RecordId): Promise<Row | null> {
  const found: readonly (Row | undefined)[] = await Promise.all([db.planItems.get(id), db.decisions.get(id), db.contracts.get(id), db.acceptances.get(id)]);
  return found.find((row) => row !== undefined) ?? null;
}
