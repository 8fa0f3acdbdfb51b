// Offices on this side of the fence that send bundles to a station in the real application, good ones and bad ones.

import { randomBytes } from 'node:crypto';
import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { assert } from '#shared/base/assert';
import { createRecordId, type RecordId } from '#shared/base/ids';
import type { Station } from '#shared/domain/office';
import { sealBundle } from '../../../electron/bundle/seal';
import { openJournalStore } from '../../../electron/journal/journal-store';
import { admissionOf, createOffice, type Office, planItem, tempFolder } from '../../electron/bundle/support/office';
import { type Sealed, sealFor } from '../../electron/bundle/support/pair';
import { put } from '../../renderer/data/support/records';
import { stateOf } from './fault-station';
import { freshFolder } from './launch';

export const SENDER_NAME = '乌拉特旗教育局';

/** A unit that knows this station as its superior, with one plan item. */
export async function unitUnder(superior: Station, name = SENDER_NAME): Promise<Office> {
  const unit = await createOffice('unit', name, superior.regionCode);
  await admitStation(unit, superior);
  await unit.put('planItems', planItem(unit));
  return unit;
}

async function admitStation(office: Office, station: Station): Promise<void> {
  await office.put('admissions', admissionOf(station, 'superior', office.operator));
}

export async function sealTo(sender: Office, recipient: Station, fromStart = false): Promise<Sealed> {
  const targetFolder = await tempFolder('stick');
  const sealed = await sealBundle(sender, { recipientId: recipient.stationId, targetFolder, fromStart });
  assert(sealed.ok, `sealed: ${sealed.ok ? '' : JSON.stringify(sealed.error)}`);
  return { path: join(targetFolder, sealed.value.fileName), report: sealed.value };
}

/** A bundle by the same unit for another office. */
export async function sealToAnother(sender: Office): Promise<Sealed> {
  const other = await createOffice('county', '别旗财政局', sender.station.regionCode);
  await admitStation(sender, other.station);
  return sealFor(sender, other);
}

/** The page's own way to admit a subordinate whose fingerprint was compared. */
export async function admitOnPage(page: Page, office: Office): Promise<void> {
  const { station, signedInAs } = await stateOf(page);
  assert(station !== null && signedInAs !== null, 'an operator is at work');
  const id = ownId(station);
  const change = put('admissions', id, 1, admissionOf(office.station, 'subordinate', signedInAs));
  const text = JSON.stringify(change);
  const reply = await page.evaluate(async (what) => window.desk?.commit({ chain: 'official', changes: [JSON.parse(what) as never] }), text);
  assert(reply?.ok === true, `admitted: ${JSON.stringify(reply)}`);
}

/**
 * Brings the recipient's receipt home to the sender, as if the bundle had been opened at the recipient: written into a copy of
 * the recipient's folder, so that the recipient itself knows nothing of it.
 */
export async function acknowledge(sender: Office, recipientFolder: string, recipient: Station, { report }: Sealed): Promise<void> {
  const folder = await freshFolder('desk-copy-');
  const path = join(recipientFolder, 'station', 'journals', `${recipient.stationId}.ndjson`);
  const first = await openJournalStore({ directory: folder, owner: recipient.stationId });
  assert(first.ok, 'an empty folder opens');
  await first.value.close();
  await copyFile(path, join(folder, 'journals', basename(path)));
  const store = await openJournalStore({ directory: folder, owner: recipient.stationId });
  assert(store.ok, 'the copy opens');
  const { bundleId, bundleSm3, heads } = report;
  const id = ownId(recipient);
  const written = await store.value.append('official', id, [put('receipts', id, 1, { bundleId, bundleSm3, senderId: sender.id, heads })]);
  assert(written.ok, 'the receipt is written');
  const lines = [];
  for await (const { seq, text } of store.value.readLines('official', recipient.stationId, 1)) lines.push({ seq, bytes: Buffer.from(text) });
  await store.value.close();
  await sender.journals.appendReplica(recipient.stationId, lines);
}

function ownId({ stationId }: Station): RecordId {
  return createRecordId(stationId, (size) => randomBytes(size));
}

/** The bundle under a folder of its own, with its file changed. */
export async function changed(path: string, change: 'half' | 'one-bit'): Promise<string> {
  const copy = join(await tempFolder('changed'), basename(path));
  await copyFile(path, copy);
  const bytes = await readFile(copy);
  if (change === 'half') await truncate(copy, Math.floor(bytes.length / 2));
  else {
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(copy, bytes);
  }
  return copy;
}
