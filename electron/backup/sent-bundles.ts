// Bundles that this very station sealed, found on a stick or among its own files: they hold the lines it had sent, under its own signature.
// What was sent must not be written anew, or the journal forks; so a restore takes it from here where the machine has lost it.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeFile, Slice } from '#shared/bundle/exchange-file';
import { attachmentEntry, BUNDLE_EXTENSION, isBundleId, journalEntry } from '#shared/bundle/names';
import { fromBase64 } from '#shared/crypto/base64';
import { parseSpki } from '#shared/crypto/keys';
import type { Station } from '#shared/domain/office';
import { type ChainPoint, verifyLink } from '#shared/journal/chain';
import { checkDigests, checkSignature, need, readBag, readCard, readClaim, readExchange } from '../bundle/bag';
import { type Container, openContainer } from '../bundle/container';
import { cutLines } from '../bundle/lines';
import { createPace } from '../bundle/pace';
import { isFolder } from '../lib/atomic-file';
import { Refusal } from '../lib/refusal';
import type { JoinedLine } from './join-journal';

export interface SentBundle {
  readonly path: string;
  readonly journals: readonly Slice[];
  readonly attachments: ExchangeFile['attachments'];
}

/** Those that are whole and bear this station's signature, whatever else lies there. Oldest first. */
export async function findSentBundles(folders: readonly string[], station: Station, signal: AbortSignal | undefined): Promise<readonly SentBundle[]> {
  const found: SentBundle[] = [];
  for (const folder of folders) {
    const names = (await isFolder(folder)) ? await readdir(folder).catch(() => []) : [];
    for (const name of names.filter((each) => isOurs(each, station)).sort()) {
      const bundle = await readOwn(join(folder, name), station, signal);
      if (bundle !== null) found.push(bundle);
    }
  }
  return found;
}

function isOurs(name: string, { regionCode, stationId }: Station): boolean {
  return name.endsWith(BUNDLE_EXTENSION) && isBundleId(name.slice(0, -BUNDLE_EXTENSION.length)) && name.startsWith(`${regionCode}-${stationId.slice(0, 8)}-`);
}

async function readOwn(path: string, station: Station, signal: AbortSignal | undefined): Promise<SentBundle | null> {
  try {
    return await withContainer(path, async (container) => {
      const claim = await readClaim(container);
      const spki = fromBase64(station.publicKey);
      const key = spki === null ? null : parseSpki(spki);
      if (claim.sender !== station.stationId || key === null) return null;
      checkSignature(claim, key);
      const bag = await readBag(container, claim);
      const exchange = await readExchange(container, bag, await readCard(container, bag, claim.sender));
      await checkDigests(container, bag, createPace(signal), () => undefined);
      return { path, journals: exchange.journals, attachments: exchange.attachments };
    });
  } catch (error) {
    // Damaged, or somebody else's under our name: it proves nothing. Being told to stop is no damage.
    if (error instanceof Refusal && error.failure.code !== 'bundle.cancelled') return null;
    throw error;
  }
}

/** The lines of this author that follow, as far as the bundles go. */
export async function* sentLines(bundles: readonly SentBundle[], after: ChainPoint): AsyncGenerator<JoinedLine> {
  let at = after;
  const slices = bundles.flatMap(({ path, journals }) => journals.filter(({ author }) => author === after.author).map((slice) => ({ path, slice })));
  for (const { path, slice } of slices.sort((a, b) => a.slice.fromSeq - b.slice.fromSeq)) {
    if (slice.fromSeq > at.seq + 1 || slice.toSeq <= at.seq) continue;
    for await (const line of linesBehind(path, slice, at)) {
      at = line.point;
      yield line;
    }
  }
}

async function* linesBehind(path: string, { author, fromSeq }: Slice, after: ChainPoint): AsyncGenerator<JoinedLine> {
  const container = await openContainer(path);
  try {
    let at = after;
    let place = fromSeq;
    for await (const lines of cutLines(container.read(need(container, journalEntry(author))))) {
      for (const bytes of lines) {
        place += 1;
        if (place - 1 <= after.seq) continue;
        const next = verifyLink(at, bytes);
        // Another story than the one told so far.
        if (!next.ok) return;
        at = next.value;
        yield { bytes, point: at };
      }
    }
  } finally {
    await container.close();
  }
}

/** Hands each attachment of the bundles to `place`, which takes what it lacks. */
export async function bringSentAttachments(
  bundles: readonly SentBundle[],
  isHeld: (path: string) => Promise<boolean>,
  place: (path: string, blocks: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  for (const { path, attachments } of bundles) {
    await withContainer(path, async (container) => {
      for (const { sm3 } of attachments) {
        const to = `attachments/${sm3.slice(0, 2)}/${sm3}`;
        if (!(await isHeld(to))) await place(to, container.read(need(container, attachmentEntry(sm3))));
      }
    });
  }
}

async function withContainer<T>(path: string, use: (container: Container) => Promise<T>): Promise<T> {
  const container = await openContainer(path);
  try {
    return await use(container);
  } finally {
    await container.close();
  }
}
