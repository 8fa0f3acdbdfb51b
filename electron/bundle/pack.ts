// Packs the planned journals, their checkpoints and attachments, our card and the exchange file into one bundle file in the
// station's own work folder. It plans nothing and delivers nothing.

import { open } from 'node:fs/promises';
import { assert } from '#shared/base/assert';
import { todayInShanghai } from '#shared/base/date';
import { utf8 } from '#shared/base/bytes';
import type { Sm3Hex, StationId } from '#shared/base/ids';
import { fromBase64 } from '#shared/crypto/base64';
import { cardText, encodeCard } from '#shared/bundle/card';
import { encodeExchangeFile } from '#shared/bundle/exchange-file';
import { BUNDLE_FORMAT, MAX_BUNDLE_BYTES, MAX_ENTRIES, MAX_UNPACKED_BYTES } from '#shared/bundle/limits';
import * as names from '#shared/bundle/names';
import { compareNames } from '#shared/bundle/order';
import { attachmentsIn, REFERENCE_MARK } from '#shared/bundle/references';
import { canonicalJson } from '#shared/journal/canonical';
import { type JournalLine, parseLine } from '#shared/journal/line';
import { AttachmentDamaged } from '../attachments/attachment-store';
import { type BagWriter, createBagWriter } from './bag-writer';
import { createPace, type Pace, type WatchParts } from './pace';
import type { BundleStation } from './ports';
import { Refusal } from '../lib/refusal';
import { onStationDisk, refuse } from './refusal';
import type { PlannedSlice } from './seal-plan';

/** Entries besides journals, checkpoints and attachments. */
const FIXED_ENTRIES = 9;
const TEXT_CHUNK_CHARS = 64 * 1024;

export interface PackTask {
  readonly path: string;
  readonly bundleId: string;
  readonly recipientId: StationId;
  readonly planned: readonly PlannedSlice[];
  readonly now: Date;
}

export async function pack(station: BundleStation, task: PackTask, watch: WatchParts): Promise<{ sizeBytes: number; attachments: number }> {
  const file = await onStationDisk(() => open(task.path, 'wx'));
  try {
    let sizeBytes = 0;
    const write = async (bytes: Uint8Array): Promise<void> => {
      sizeBytes += bytes.length;
      if (sizeBytes > MAX_BUNDLE_BYTES) refuse('bundle.too-large', { sizeBytes });
      for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
    };
    const pace = createPace(watch.signal);
    return await onStationDisk(async () => {
      const bag = await createBagWriter(task.bundleId, write, { now: task.now, pace });
      const attachments = await fillBag(bag, station, task, { ...watch, pace });
      await file.sync();
      return { sizeBytes, attachments };
    });
  } finally {
    await file.close().catch(() => undefined);
  }
}

async function fillBag(bag: BagWriter, station: BundleStation, task: PackTask, watch: WatchParts & { readonly pace: Pace }): Promise<number> {
  const { station: self } = station;
  const references = new Map<Sm3Hex, number>();
  let steps = 0;
  const step = () => watch.progress('packing', 'parts', (steps += 1), task.planned.length + references.size);
  for (const { slice, checkpoint } of task.planned) {
    await bag.addPayload(names.journalEntry(slice.author), sliceBytes(station, slice, references));
    await bag.addPayloadText(names.checkpointEntry(slice.author), canonicalJson(checkpoint));
    step();
  }
  const attachments = [...references].map(([sm3, sizeBytes]) => ({ sm3, sizeBytes })).sort((a, b) => compareNames(a.sm3, b.sm3));
  if (2 * task.planned.length + attachments.length + FIXED_ENTRIES > MAX_ENTRIES) refuse('bundle.too-large', { attachments: attachments.length });
  for (const { sm3, sizeBytes } of attachments) {
    const held = await station.attachments.sizeOf(sm3);
    if (held === null) refuse('bundle.attachment-missing', { sm3 });
    await packAttachment(bag, station, sm3, sizeBytes);
    if (bag.payloadBytes > MAX_UNPACKED_BYTES) refuse('bundle.too-large', { sizeBytes: bag.payloadBytes });
    step();
  }
  const signature = await station.sign(utf8(cardText(self)));
  if (!signature.ok) throw new Refusal(signature.error);
  await bag.addPayloadText(names.CARD_FILE, encodeCard(self, signature.value));
  const exchange = encodeExchangeFile({
    v: BUNDLE_FORMAT,
    bundleId: task.bundleId,
    sealedAt: task.now.toISOString(),
    sender: self.stationId,
    environment: self.environment,
    recipients: [task.recipientId],
    journals: task.planned.map(({ slice }) => slice),
    attachments,
  });
  await bag.addPayloadText(names.EXCHANGE_FILE, exchange);
  const spki = fromBase64(self.publicKey);
  assert(spki !== null, 'our own profile holds our own key');
  const finished = await bag.finish({
    organization: self.name,
    station: self.stationId,
    date: todayInShanghai(task.now),
    spki,
    sign: station.sign,
  });
  if (!finished.ok) throw new Refusal(finished.error);
  return attachments.length;
}

async function packAttachment(bag: BagWriter, { attachments }: BundleStation, sm3: Sm3Hex, sizeBytes: number): Promise<void> {
  try {
    const added = await bag.addPayload(names.attachmentEntry(sm3), attachments.read(sm3));
    if (added.sm3 !== sm3 || added.sizeBytes !== sizeBytes) refuse('bundle.attachment-damaged', { sm3 });
  } catch (error) {
    if (error instanceof AttachmentDamaged) refuse('bundle.attachment-damaged', { sm3 });
    throw error;
  }
}

/** The slice's lines as they lie in the journal, in blocks; attachments met on the way are noted. */
async function* sliceBytes(
  { journals }: BundleStation,
  slice: PlannedSlice['slice'],
  references: Map<Sm3Hex, number>,
): AsyncGenerator<Uint8Array> {
  let block = '';
  for await (const { seq, text, hash } of journals.readLines('official', slice.author, slice.fromSeq)) {
    for (const { sm3, sizeBytes } of text.includes(REFERENCE_MARK) ? attachmentsOf(text) : []) references.set(sm3, sizeBytes);
    block += `${text}\n`;
    if (seq === slice.toSeq) {
      assert(hash === slice.hash, 'a journal ends in its checkpoint');
      break;
    }
    if (block.length < TEXT_CHUNK_CHARS) continue;
    yield utf8(block);
    block = '';
  }
  yield utf8(block);
}

function attachmentsOf(text: string): ReturnType<typeof attachmentsIn> {
  const line = parseLine(text);
  assert(line.ok, 'a stored line has been checked');
  const stored: JournalLine = line.value;
  return stored.op === 'put' ? attachmentsIn(stored.body) : [];
}
