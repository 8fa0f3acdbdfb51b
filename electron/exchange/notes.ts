// What the main process itself writes down about an exchange: receipts, dispatches and refusals. Of a refused bundle only the code is kept.

import type { Sm3Hex, StationId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import type { OpenReport, SealReport } from '#shared/ipc/contract';
import { writeOwn } from '../station/own-records';
import type { Workplace } from '../station/workplace';

type Notes = Pick<Workplace, 'journal' | 'profile' | 'by'>;
type Noted = Result<unknown, Failure> | null;

/** The file that was sealed, for whom and up to which heads; in the working chain, it stays here. */
export async function noteDispatch(place: Notes, recipientId: StationId, report: SealReport): Promise<Noted> {
  const { bundleId, bundleSm3, fileName, sizeBytes, heads } = report;
  return writeOwn(place, 'dispatches', { bundleId, bundleSm3, fileName, sizeBytes, recipientId, heads });
}

/** The receipt for a bundle, with the heads as they are held now. A bundle opened again gets none, unless a crash swallowed the first. */
export async function noteReceipt(place: Notes, { bundleId, bundleSm3, sender, heads, nothingNew }: OpenReport): Promise<Noted> {
  if (heads.length === 0 || (nothingNew && (await hasReceipt(place, bundleSm3)))) return null;
  return writeOwn(place, 'receipts', { bundleId, bundleSm3, senderId: sender.stationId, heads });
}

/** Trouble with the medium or a change of mind is no refusal. */
const NO_REFUSAL = new Set(['bundle.cancelled', 'bundle.unreadable', 'bundle.disk-full', 'bundle.station-disk']);

/** The stop itself, without a byte of what was stopped: its code, and the station it names where it names one. */
export async function noteRefusal(place: Notes, { code, evidence }: Failure): Promise<Noted> {
  if (!code.startsWith('bundle.') || NO_REFUSAL.has(code)) return null;
  const named = evidence?.['author'] ?? evidence?.['stationId'];
  const subject = typeof named === 'string' && /^[0-9a-f]{32}$/.test(named) ? named : 'bundle';
  return writeOwn(place, 'incidents', { kind: code === 'bundle.fork' ? 'fork' : 'bundle-refused', code, subject });
}

async function hasReceipt({ journal }: Notes, bundleSm3: Sm3Hex): Promise<boolean> {
  const mark = `"bundleSm3":"${bundleSm3}"`;
  for await (const { text } of journal.readLines('official', journal.owner, 1)) {
    if (text.includes('"table":"receipts"') && text.includes(mark)) return true;
  }
  return false;
}
