// The usual cast: a unit and its county bureau that have admitted each other, and a sealed bundle on its way.

import { join } from 'node:path';
import { openBundle } from '../../../../electron/bundle/open';
import { sealBundle } from '../../../../electron/bundle/seal';
import type { OpenReport, SealReport } from '../../../../shared/ipc/contract';
import { createOffice, type Office, pdf, planItem, tempFolder } from './office';

export interface Pair {
  readonly unit: Office;
  readonly county: Office;
}

export async function createPair(): Promise<Pair> {
  const unit = await createOffice('unit', '红旗县民政局');
  const county = await createOffice('county', '红旗县财政局');
  await unit.admit(county, 'superior');
  await county.admit(unit, 'subordinate');
  return { unit, county };
}

/** A plan item with one attachment, finalised by the unit. */
export async function submit(office: Office, sizeBytes = 40_000): Promise<void> {
  await office.put('planItems', planItem(office, { attachments: [await office.attach(pdf(sizeBytes))] }));
}

export interface Sealed {
  readonly path: string;
  readonly report: SealReport;
}

export async function sealFor(sender: Office, recipient: Office, options: { fromStart?: boolean; folder?: string } = {}): Promise<Sealed> {
  const targetFolder = options.folder ?? (await tempFolder('stick'));
  const sealed = await sealBundle(sender, { recipientId: recipient.id, targetFolder, fromStart: options.fromStart ?? false });
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error));
  return { path: join(targetFolder, sealed.value.fileName), report: sealed.value };
}

export async function openAt(recipient: Office, path: string): Promise<OpenReport> {
  const opened = await openBundle(recipient, { path });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}
