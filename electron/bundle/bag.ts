// The bag inside a container: tag files, manifests, signature and the digests of what they list. It knows no journals and
// trusts nobody: whose key counts is the caller's question.

import { createHash } from 'node:crypto';
import type { StationId } from '#shared/base/ids';
import { fromUtf8 } from '#shared/base/bytes';
import { type Card, parseCard } from '#shared/bundle/card';
import { type ExchangeFile, parseExchangeFile } from '#shared/bundle/exchange-file';
import { BUNDLE_FORMAT } from '#shared/bundle/limits';
import { BAGIT_TEXT, type BagInfo, type Manifest, parseBagInfo, parseManifest } from '#shared/bundle/manifest';
import * as names from '#shared/bundle/names';
import { compareNames } from '#shared/bundle/order';
import { keyIdOf, parsePem, parseSpki, PEM_PUBLIC_KEY, stationIdOf } from '#shared/crypto/keys';
import { verify } from '#shared/crypto/sm2';
import { createSm3, sm3Hex } from '#shared/crypto/sm3';
import type { Container, ContainerEntry } from './container';
import type { Pace, Progress } from './pace';
import { refuse } from './refusal';

/** What a signature claims: the key lies in the bundle, so the sender's id is its hash, but not yet anyone's word. */
export interface SignatureClaim {
  readonly sender: StationId;
  readonly spki: Uint8Array;
  readonly key: Uint8Array;
  readonly signature: Uint8Array;
  readonly tagManifest: Uint8Array;
}

export interface Bag {
  readonly info: BagInfo;
  readonly sm3: Manifest;
  readonly sha256: Manifest;
}

/** Finds the one signature and its key, and that the file names say the same key. Verifies nothing yet. */
export async function readClaim(container: Container): Promise<SignatureClaim> {
  const signature = onlyOne(container, 'signature');
  const pem = onlyOne(container, 'key');
  const spki = parsePem(PEM_PUBLIC_KEY, (await container.readWhole(pem)).toString('latin1'));
  const key = spki === null ? null : parseSpki(spki);
  if (spki === null || key === null) return refuse('bundle.bad-signature', { reason: 'key' });
  const keyId = keyIdOf(spki);
  if (signature.name !== names.signatureEntry(keyId) || pem.name !== names.publicKeyEntry(keyId)) {
    refuse('bundle.bad-signature', { reason: 'key-name' });
  }
  return {
    sender: stationIdOf(spki) as StationId,
    spki,
    key,
    signature: await container.readWhole(signature),
    tagManifest: await container.readWhole(need(container, names.TAG_MANIFEST_FILE)),
  };
}

export function checkSignature(claim: SignatureClaim, trustedKey: Uint8Array): void {
  if (!verify(trustedKey, claim.tagManifest, claim.signature)) refuse('bundle.bad-signature', { reason: 'signature' });
}

/** Tag files against the signed tag manifest, then their own form, then manifests and entries name by name. */
export async function readBag(container: Container, claim: SignatureClaim): Promise<Bag> {
  const listed = parseManifest(textOf(names.TAG_MANIFEST_FILE, claim.tagManifest));
  if (listed === null || !sameNames(listed.keys(), names.TAG_FILES)) {
    return refuse('bundle.bad-tag-file', { entry: names.TAG_MANIFEST_FILE });
  }
  const texts = new Map<string, string>();
  for (const name of names.TAG_FILES) {
    const bytes = await container.readWhole(need(container, name));
    if (sm3Hex(bytes) !== listed.get(name)) refuse('bundle.digest-differs', { entry: name });
    texts.set(name, textOf(name, bytes));
  }
  const text = (name: string) => texts.get(name) ?? '';

  if (text(names.BAGIT_FILE) !== BAGIT_TEXT) refuse('bundle.bad-tag-file', { entry: names.BAGIT_FILE });
  const info = parseBagInfo(text(names.BAG_INFO_FILE));
  const fits = info?.format === BUNDLE_FORMAT && info.bundleId === container.bundleId && info.station === claim.sender;
  if (info === null || !fits) return refuse('bundle.bad-tag-file', { entry: names.BAG_INFO_FILE });
  const sm3 = parseManifest(text(names.MANIFEST_SM3_FILE));
  if (sm3 === null) return refuse('bundle.bad-tag-file', { entry: names.MANIFEST_SM3_FILE });
  const sha256 = parseManifest(text(names.MANIFEST_SHA256_FILE));
  if (sha256 === null) return refuse('bundle.bad-tag-file', { entry: names.MANIFEST_SHA256_FILE });

  checkListing(container, info, sm3, sha256);
  return { info, sm3, sha256 };
}

/** Everything listed is there, nothing unlisted is there, and the announced total is the real one. */
function checkListing(container: Container, info: BagInfo, sm3: Manifest, sha256: Manifest): void {
  const payload = container.entries.filter((entry) => names.isPayload(entry.name));
  for (const { name } of payload) if (!sm3.has(name) || !sha256.has(name)) refuse('bundle.manifest-differs', { entry: name });
  for (const manifest of [sm3, sha256]) {
    for (const name of manifest.keys()) if (container.find(name) === undefined) refuse('bundle.manifest-differs', { entry: name });
    if (manifest.size !== payload.length) refuse('bundle.manifest-differs', { entry: names.TAG_MANIFEST_FILE });
  }
  const bytes = payload.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (info.payloadBytes !== bytes || info.payloadFiles !== payload.length) {
    refuse('bundle.bad-tag-file', { entry: names.BAG_INFO_FILE, reason: 'payload-oxum' });
  }
}

/** The station card inside, checked to be the signer's own. */
export async function readCard(container: Container, bag: Bag, sender: StationId): Promise<Card> {
  const card = parseCard(textOf(names.CARD_FILE, await readListed(container, bag, names.CARD_FILE)));
  if (!card.ok || card.value.station.stationId !== sender) {
    return refuse('bundle.bad-tag-file', { entry: names.CARD_FILE, reason: card.ok ? 'other-station' : card.error.code });
  }
  return card.value;
}

/** It must say the same of its sender as the sender's card does. */
export async function readExchange(container: Container, bag: Bag, { station }: Card): Promise<ExchangeFile> {
  const file = parseExchangeFile(textOf(names.EXCHANGE_FILE, await readListed(container, bag, names.EXCHANGE_FILE)));
  const agrees = file?.sender === station.stationId && file.environment === station.environment && file.bundleId === container.bundleId;
  if (file === null || !agrees) {
    return refuse('bundle.bad-tag-file', { entry: names.EXCHANGE_FILE });
  }
  return file;
}

/** A small payload entry whole, its digest compared before anyone looks inside. */
export async function readListed(container: Container, bag: Bag, name: string): Promise<Buffer> {
  const bytes = await container.readWhole(need(container, name));
  if (sm3Hex(bytes) !== bag.sm3.get(name)) refuse('bundle.digest-differs', { entry: name });
  return bytes;
}

/** Reads every payload entry once and compares both digests. */
export async function checkDigests(container: Container, bag: Bag, pace: Pace, progress: Progress): Promise<void> {
  const payload = container.entries.filter((entry) => names.isPayload(entry.name));
  const total = payload.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  const sm3 = await createSm3();
  let done = 0;
  for (const entry of payload) {
    sm3.init();
    const sha256 = createHash('sha256');
    for await (const chunk of container.read(entry)) {
      sm3.update(chunk);
      sha256.update(chunk);
      done += chunk.length;
      await pace.breathe();
    }
    if (sm3.digestHex() !== bag.sm3.get(entry.name) || sha256.digest('hex') !== bag.sha256.get(entry.name)) {
      refuse('bundle.digest-differs', { entry: entry.name });
    }
    progress('checking', 'bytes', done, total);
  }
}

export function need(container: Container, name: string): ContainerEntry {
  return container.find(name) ?? refuse('bundle.missing-entry', { entry: name });
}

function onlyOne(container: Container, kind: 'signature' | 'key'): ContainerEntry {
  const [first, second] = container.entries.filter((entry) => entry.kind === kind);
  if (first === undefined) return refuse('bundle.missing-entry', { entry: kind });
  return second === undefined ? first : refuse('bundle.unexpected-entry', { entry: second.name });
}

function textOf(entry: string, bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    return refuse('bundle.bad-tag-file', { entry, reason: 'utf-8' });
  }
}

function sameNames(a: Iterable<string>, b: readonly string[]): boolean {
  return [...a].join('\n') === [...b].sort(compareNames).join('\n');
}
