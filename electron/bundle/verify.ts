// The checks of a received bundle, in the documented order (shared/bundle/FORMAT.md), up to the moment before anything is
// stored. It only reads; a fork alone leaves its two lines in quarantine.

import { isOwnedBy, type Sm3Hex, type StationId } from '#shared/base/ids';
import { utf8 } from '#shared/base/bytes';
import { type Card, cardView } from '#shared/bundle/card';
import type { ExchangeFile, Slice } from '#shared/bundle/exchange-file';
import { attachmentEntry, checkpointEntry, EXCHANGE_FILE, journalEntry } from '#shared/bundle/names';
import { fromBase64 } from '#shared/crypto/base64';
import { parseSpki } from '#shared/crypto/keys';
import { verify } from '#shared/crypto/sm2';
import type { Attachment } from '#shared/domain/fields';
import type { Admission } from '#shared/domain/office';
import { canonicalJson } from '#shared/journal/canonical';
import { type Checkpoint, checkpointSchema, checkpointText } from '#shared/journal/checkpoint';
import { GENESIS, type JournalLine } from '#shared/journal/line';
import { isWithin } from '#shared/policy/regions';
import { type Bag, checkDigests, checkSignature, need, readBag, readCard, readClaim, readExchange, readListed } from './bag';
import type { Container } from './container';
import type { DirectoryView } from './directory';
import { refuseFork } from './fork';
import { createPace, type Progress } from './pace';
import { mediaTypeOf } from '../attachments/media-type';
import type { BundleStation } from './ports';
import { refuse } from './refusal';
import { checkSlice, type SliceFacts } from './slice';
import type { TrustView } from './trust';

export interface VerifiedJournal {
  readonly slice: Slice;
  readonly name: string;
  readonly have: number;
  readonly checkpoint: Checkpoint;
}

export interface VerifiedBundle {
  readonly exchange: ExchangeFile;
  readonly sender: Admission;
  /** In the order in which trust was found: an author never comes before the one that vouches for it. */
  readonly journals: readonly VerifiedJournal[];
}

interface Context {
  readonly station: BundleStation;
  readonly container: Container;
  readonly bag: Bag;
  readonly exchange: ExchangeFile;
  readonly signal: AbortSignal | undefined;
}

export async function verifyReceived(
  station: BundleStation,
  container: Container,
  options: { readonly progress: Progress; readonly signal: AbortSignal | undefined },
): Promise<VerifiedBundle> {
  const { signal, progress } = options;
  const directory = await station.directory.view();
  const claim = await readClaim(container);
  const admission = directory.direct(claim.sender);
  checkSignature(claim, admission === null ? claim.key : keyOf(admission));
  const bag = await readBag(container, claim);
  if (claim.sender === station.journals.owner) refuse('bundle.own-bundle', { bundleId: container.bundleId });
  const card = await readCard(container, bag, claim.sender);
  const { environment } = card.station;
  if (environment !== station.station.environment) refuse('bundle.other-environment', { found: environment });
  const sender = checkAdmission(admission, card);
  const exchange = await readExchange(container, bag, card);
  if (!exchange.recipients.includes(station.journals.owner)) {
    refuse('bundle.other-recipient', { sender: claim.sender, bundleId: exchange.bundleId });
  }
  checkInventory(container, bag, exchange);
  await checkDigests(container, bag, createPace(signal), progress);

  const context: Context = { station, container, bag, exchange, signal };
  const { journals, facts } = await checkJournals(context, directory, progress);
  await checkAttachments(context, facts);
  return { exchange, sender, journals };
}

function checkAdmission(admission: Admission | null, { station }: Card): Admission {
  if (admission === null) return refuse('bundle.unknown-sender', { ...cardView(station) });
  if (admission.state === 'revoked') refuse('bundle.revoked-sender', { sender: station.stationId, name: admission.name });
  return admission;
}

/** The exchange file and the entries name the same journals, checkpoints and attachments, these by their true hash and size. */
function checkInventory(container: Container, bag: Bag, exchange: ExchangeFile): void {
  const wanted = new Map<string, number | null>();
  for (const { author } of exchange.journals) wanted.set(journalEntry(author), null).set(checkpointEntry(author), null);
  for (const { sm3, sizeBytes } of exchange.attachments) wanted.set(attachmentEntry(sm3), sizeBytes);
  for (const [name, sizeBytes] of wanted) {
    const entry = need(container, name);
    if (sizeBytes !== null && entry.sizeBytes !== sizeBytes) refuse('bundle.bad-tag-file', { entry: EXCHANGE_FILE, reason: 'size' });
  }
  for (const { sm3 } of exchange.attachments) {
    if (bag.sm3.get(attachmentEntry(sm3)) !== sm3) refuse('bundle.digest-differs', { entry: attachmentEntry(sm3) });
  }
  for (const { kind, name } of container.entries) {
    const counted = kind === 'journal' || kind === 'checkpoint' || kind === 'attachment';
    if (counted && !wanted.has(name)) refuse('bundle.unexpected-entry', { entry: name });
  }
}

/**
 * Journal after journal as trust allows: the sender is admitted, its lines may admit the authors it relays, and so on. A
 * journal whose author nobody vouches for, however the others are turned, refuses the bundle; so does one whose author the bundle
 * itself revokes.
 */
async function checkJournals(
  context: Context,
  directory: DirectoryView,
  progress: Progress,
): Promise<{ journals: readonly VerifiedJournal[]; facts: readonly SliceFacts[] }> {
  const { owner } = context.station.journals;
  const journals: VerifiedJournal[] = [];
  const facts: SliceFacts[] = [];
  const staged: JournalLine[] = [];
  let trust: TrustView = directory;
  let heard = 0;
  /** Trust is worked out anew only where a journal waits for it: hundreds of units each admit their own county. */
  const hear = () => {
    if (heard < staged.length) trust = directory.withAdmissions(staged);
    heard = staged.length;
  };
  const isTrusted = ({ author }: Slice) => author === owner || trust.office(author) !== null;
  let waiting = [...context.exchange.journals];
  while (waiting.length > 0) {
    let slice = waiting.find(isTrusted);
    if (slice === undefined) {
      hear();
      slice = waiting.find(isTrusted);
    }
    if (slice === undefined) return refuse('bundle.untrusted-author', { author: waiting[0]?.author ?? '' });
    const taken = slice;
    waiting = waiting.filter((other) => other !== taken);
    const office = trust.office(slice.author);
    const checked = await checkJournal(context, slice, office);
    journals.push(checked.journal);
    facts.push(checked.facts);
    for (const line of checked.facts.admissions) staged.push(line);
    progress('checking', 'parts', journals.length, context.exchange.journals.length);
  }
  hear();
  for (const { slice } of journals) if (!isTrusted(slice)) refuse('bundle.untrusted-author', { author: slice.author });
  journals.forEach(({ slice }, index) => {
    checkDecidedOffices(context.station, trust, slice.author, facts[index]?.decidedOffices);
  });
  return { journals, facts };
}

/** A finance office decides on the plan items of its own region only. An item nobody here has admitted the maker of counts for nothing. */
function checkDecidedOffices(
  { station, journals }: BundleStation,
  trust: TrustView,
  author: StationId,
  decided: SliceFacts['decidedOffices'] = new Map(),
): void {
  const deciding = trust.office(author)?.admission.regionCode;
  for (const { planItemId, seq } of decided.values()) {
    const ours = isOwnedBy(planItemId, journals.owner);
    const maker = ours ? station.regionCode : trust.officeOf(planItemId)?.admission.regionCode;
    if (deciding !== undefined && maker !== undefined && !isWithin(maker, deciding)) {
      refuse('bundle.bad-record', { author, seq, reason: 'outside-region', table: 'decisions' });
    }
  }
}

async function checkJournal(
  context: Context,
  slice: Slice,
  office: ReturnType<TrustView['office']>,
): Promise<{ journal: VerifiedJournal; facts: SliceFacts }> {
  const { station, container, signal } = context;
  const { author } = slice;
  const own = author === station.journals.owner;
  const key = own ? ownKey(station) : (office?.key ?? refuse('bundle.untrusted-author', { author }));
  const checkpoint = await readCheckpoint(context, slice, key);
  const have = station.journals.head('official', author)?.seq ?? 0;
  if (own && slice.toSeq > have) refuse('bundle.own-journal-ahead', { have, to: slice.toSeq });
  if (slice.fromSeq > have + 1) refuse('bundle.gap', { author, have, from: slice.fromSeq });

  const entry = need(container, journalEntry(author));
  const admission = own ? null : (office?.admission ?? null);
  const facts = await checkSlice(container.read(entry), { slice, office: admission, environment: station.station.environment, have, pace: createPace(signal) });
  const shared = Math.min(have, slice.toSeq);
  const held = shared === 0 ? GENESIS : await station.journals.hashAt(author, shared);
  if (facts.hashAtHave !== held) {
    await refuseFork({ journals: station.journals, folder: station.folder, bundleId: container.bundleId }, slice, container.read(entry));
  }
  const name = own ? station.station.name : (office?.admission.name ?? '');
  return { journal: { slice, name, have, checkpoint }, facts };
}

async function readCheckpoint({ container, bag }: Context, slice: Slice, key: Uint8Array): Promise<Checkpoint> {
  const { author } = slice;
  const text = (await readListed(container, bag, checkpointEntry(author))).toString('utf8');
  const checkpoint = parseCheckpoint(text);
  if (checkpoint === null) return refuse('bundle.bad-checkpoint', { author, reason: 'form' });
  if (checkpoint.author !== author || checkpoint.seq !== slice.toSeq || checkpoint.hash !== slice.hash) {
    refuse('bundle.bad-checkpoint', { author, reason: 'other-lines' });
  }
  const signature = fromBase64(checkpoint.signature);
  if (signature === null || !verify(key, utf8(checkpointText(checkpoint)), signature)) {
    refuse('bundle.bad-checkpoint', { author, reason: 'signature' });
  }
  return checkpoint;
}

export function parseCheckpoint(text: string): Checkpoint | null {
  try {
    const parsed = checkpointSchema.safeParse(JSON.parse(text));
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Every attachment in the bundle is referred to; every one that new lines refer to is in the bundle or held, in the size
 * and of the kind they say.
 */
async function checkAttachments({ station, container, exchange }: Context, facts: readonly SliceFacts[]): Promise<void> {
  const carried = new Map<Sm3Hex, number>(exchange.attachments.map(({ sm3, sizeBytes }) => [sm3, sizeBytes]));
  const referred = new Set<Sm3Hex>();
  const wanted = new Map<Sm3Hex, Attachment>();
  for (const { allReferences, newReferences } of facts) {
    for (const sm3 of allReferences) referred.add(sm3);
    for (const reference of newReferences) {
      const other = wanted.get(reference.sm3);
      const differs = other !== undefined && (other.sizeBytes !== reference.sizeBytes || other.mediaType !== reference.mediaType);
      if (differs) refuse('bundle.attachment-differs', { sm3: reference.sm3 });
      wanted.set(reference.sm3, reference);
    }
  }
  for (const sm3 of carried.keys()) if (!referred.has(sm3)) refuse('bundle.attachment-unreferenced', { sm3 });
  for (const { sm3, mediaType } of wanted.values()) {
    const entry = carried.has(sm3) ? need(container, attachmentEntry(sm3)) : null;
    if (entry !== null && mediaTypeOf(await firstChunk(container.read(entry))) !== mediaType) {
      refuse('bundle.attachment-differs', { sm3, reason: 'media-type' });
    }
  }
  for (const { sm3, sizeBytes } of wanted.values()) {
    const found = carried.get(sm3) ?? (await station.attachments.sizeOf(sm3));
    if (found === null) refuse('bundle.attachment-missing', { sm3 });
    if (found !== sizeBytes) refuse('bundle.attachment-differs', { sm3 });
  }
}

async function firstChunk(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  for await (const chunk of chunks) return chunk;
  return Buffer.alloc(0);
}

function keyOf(admission: Admission): Uint8Array {
  return keyFromBase64(admission.publicKey) ?? refuse('bundle.bad-signature', { reason: 'key' });
}

function ownKey({ station }: BundleStation): Uint8Array {
  return keyFromBase64(station.publicKey) ?? refuse('bundle.bad-signature', { reason: 'own-key' });
}

function keyFromBase64(text: string): Uint8Array | null {
  const spki = fromBase64(text);
  return spki === null ? null : parseSpki(spki);
}
