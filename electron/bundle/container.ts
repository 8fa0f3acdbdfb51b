// A bundle file as a set of named entries whose bytes are counted and checked while they are read. Nothing is unpacked to
// disk and no name becomes a path. It knows the names of the format, not what the entries say.

import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import {
  BUNDLE_FORMAT,
  MAX_BUNDLE_BYTES,
  MAX_RATIO,
  MAX_UNPACKED_BYTES,
  RATIO_FREE_BYTES,
} from '#shared/bundle/limits';
import { peekFormat } from '#shared/bundle/manifest';
import { BAG_INFO_FILE, entryKindOf, type EntryKind, isBundleId } from '#shared/bundle/names';
import { refuse } from './refusal';
import { DEFLATED, readZipDirectory, type ZipEntry } from './zip-directory';

const CHUNK_BYTES = 256 * 1024;

export interface ContainerEntry {
  /** Name without the top folder. */
  readonly name: string;
  readonly kind: EntryKind;
  readonly sizeBytes: number;
}

export interface Container {
  /** The one top folder, which is the bundle's id. */
  readonly bundleId: string;
  readonly entries: readonly ContainerEntry[];
  find(name: string): ContainerEntry | undefined;
  /** The entry's bytes, never more than it declared; refuses at the end when size or checksum differ. */
  read(entry: ContainerEntry): AsyncGenerator<Buffer, void, undefined>;
  /** A small entry whole. */
  readWhole(entry: ContainerEntry): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens the file and checks the container's limits. The caller closes it. */
export async function openContainer(path: string): Promise<Container> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > MAX_BUNDLE_BYTES) refuse('bundle.too-large', { sizeBytes: size });
    return await buildContainer(file, await readZipDirectory(file, size));
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function buildContainer(file: FileHandle, zipEntries: readonly ZipEntry[]): Promise<Container> {
  const bundleId = checkNames(zipEntries);
  await checkFormat(file, zipEntries, bundleId);
  const zipByName = new Map<string, ZipEntry>();
  const entries = zipEntries.map((zip): ContainerEntry => {
    const name = zip.name.slice(bundleId.length + 1);
    const known = entryKindOf(name) ?? refuse('bundle.unexpected-entry', { entry: name });
    checkSize(zip, known.maxBytes);
    zipByName.set(name, zip);
    return { name, kind: known.kind, sizeBytes: zip.sizeBytes };
  });
  const total = entries.reduce((sum, entry) => sum + entry.sizeBytes, 0);
  if (total > MAX_UNPACKED_BYTES) refuse('bundle.entry-too-large', { entry: '', sizeBytes: total });

  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const zipOf = (entry: ContainerEntry) => zipByName.get(entry.name) ?? refuse('bundle.missing-entry', { entry: entry.name });
  return {
    bundleId,
    entries,
    find: (name) => byName.get(name),
    read: (entry) => readEntry(file, zipOf(entry)),
    readWhole: (entry) => gather(readEntry(file, zipOf(entry))),
    close: () => file.close(),
  };
}

/** Plain ASCII names of one folder, each once even when case is ignored; what is ASCII has no other normal form. */
function checkNames(entries: readonly ZipEntry[]): string {
  const folder = entries[0]?.name.split('/')[0] ?? '';
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name) || name.split('/').some((part) => part === '' || part.startsWith('.'))) {
      refuse('bundle.bad-container', { reason: 'name' });
    }
    const folded = name.toLowerCase();
    if (seen.has(folded)) refuse('bundle.bad-container', { reason: 'repeated-name' });
    seen.add(folded);
    if (!name.startsWith(`${folder}/`)) refuse('bundle.bad-container', { reason: 'several-folders' });
  }
  if (!isBundleId(folder)) refuse('bundle.bad-container', { reason: 'folder-name' });
  return folder;
}

/** Said before the names are judged, because a later format may know more names. Unsigned, but it can only refuse. */
async function checkFormat(file: FileHandle, entries: readonly ZipEntry[], bundleId: string): Promise<void> {
  const info = entries.find((entry) => entry.name === `${bundleId}/${BAG_INFO_FILE}`);
  if (info === undefined) return;
  checkSize(info, entryKindOf(BAG_INFO_FILE)?.maxBytes ?? 0);
  const found = peekFormat((await gather(readEntry(file, info))).toString('utf8'));
  if (found !== null && found > BUNDLE_FORMAT) refuse('bundle.newer-format', { found, known: BUNDLE_FORMAT });
}

function checkSize(zip: ZipEntry, maxBytes: number): void {
  const ratioExceeded = zip.sizeBytes > RATIO_FREE_BYTES && zip.sizeBytes > zip.packedBytes * MAX_RATIO;
  if (zip.sizeBytes > maxBytes || ratioExceeded) {
    refuse('bundle.entry-too-large', { entry: zip.name, sizeBytes: zip.sizeBytes });
  }
}

async function* readEntry(file: FileHandle, zip: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  let count = 0;
  let checksum = 0;
  for await (const chunk of unpacked(file, zip)) {
    count += chunk.length;
    if (count > zip.sizeBytes) damaged(zip);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (count !== zip.sizeBytes || checksum !== zip.crc32) damaged(zip);
}

async function* unpacked(file: FileHandle, zip: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (zip.method !== DEFLATED) {
    yield* packedChunks(file, zip);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const plain = pipeline(Readable.from(packedChunks(file, zip), { objectMode: false }), inflate, () => undefined);
  try {
    yield* plain as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))) damaged(zip);
    throw error;
  }
  // What follows the end of the deflate stream would be bytes that no digest covers.
  if (inflate.bytesWritten !== zip.packedBytes) damaged(zip);
}

/** By position: streams made from one file handle leave a listener behind for every entry. */
async function* packedChunks(file: FileHandle, zip: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  const end = zip.dataStart + zip.packedBytes;
  for (let position = zip.dataStart; position < end; ) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - position));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) damaged(zip);
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function gather(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function damaged(zip: ZipEntry): never {
  return refuse('bundle.damaged-entry', { entry: zip.name });
}
