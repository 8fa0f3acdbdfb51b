// The zip's two directories, parsed as one documented shape and nothing else: no zip64, no encryption, no extra fields, no
// comments, no gaps, no overlap, and no room for bytes that no digest covers. It judges no names and unpacks nothing.

import type { FileHandle } from 'node:fs/promises';
import { MAX_ENTRIES, MAX_NAME_BYTES } from '#shared/bundle/limits';
import { refuse } from './refusal';

const EOCD_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const DESCRIPTOR_BYTES = 16;
const ZIP64_LOCATOR_BYTES = 20;

const EOCD = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const ZIP64_LOCATOR = 0x07064b50;

/** The same in every entry: written on Unix by the rules of 2.0, a regular file with mode 0644. No link, folder or device. */
export const VERSION_NEEDED = 20;
export const VERSION_MADE_BY = (3 << 8) | VERSION_NEEDED;
export const PLAIN_FILE = (0o100644 << 16) >>> 0;

/** Sizes follow the data instead of preceding it. */
const FLAG_DESCRIPTOR = 0x0008;
const FLAG_UTF8 = 0x0800;

export const STORED = 0;
export const DEFLATED = 8;

export interface ZipEntry {
  /** Bytes of the name as latin1 text; both directories agree on them. */
  readonly name: string;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly dataStart: number;
}

interface CentralRecord extends Omit<ZipEntry, 'dataStart'> {
  /** Version, flags, method, time and date: the local header must repeat them byte for byte. */
  readonly common: Buffer;
  readonly flags: number;
  readonly localStart: number;
}

/** Every entry in file order. Refuses unless directories and data tile the file from its first byte to its last. */
export async function readZipDirectory(file: FileHandle, sizeBytes: number): Promise<readonly ZipEntry[]> {
  const { start, records } = await readCentral(file, sizeBytes);
  const entries: ZipEntry[] = [];
  let expected = 0;
  for (const record of records) {
    if (record.localStart !== expected) bad('gap-or-overlap');
    const { entry, end } = await readLocal(file, record, start);
    entries.push(entry);
    expected = end;
  }
  if (expected !== start) bad('gap-or-overlap');
  return entries;
}

async function readCentral(file: FileHandle, sizeBytes: number): Promise<{ start: number; records: readonly CentralRecord[] }> {
  if (sizeBytes < EOCD_BYTES) bad('too-short');
  const tailBytes = Math.min(sizeBytes, EOCD_BYTES + ZIP64_LOCATOR_BYTES);
  const tail = await readAt(file, sizeBytes - tailBytes, tailBytes);
  const end = tail.subarray(tailBytes - EOCD_BYTES);
  if (end.readUInt32LE(0) !== EOCD || end.readUInt16LE(20) !== 0) bad('no-end-record');
  if (tailBytes > EOCD_BYTES && tail.readUInt32LE(0) === ZIP64_LOCATOR) bad('zip64');
  const count = end.readUInt16LE(10);
  const size = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (end.readUInt32LE(4) !== 0 || end.readUInt16LE(8) !== count) bad('several-disks');
  if (count === 0 || count > MAX_ENTRIES) bad('entry-count');
  if (start + size !== sizeBytes - EOCD_BYTES) bad('trailing-bytes');
  if (size > MAX_ENTRIES * (CENTRAL_BYTES + MAX_NAME_BYTES)) bad('directory-size');

  const directory = await readAt(file, start, size);
  const records: CentralRecord[] = [];
  let offset = 0;
  while (offset < size) {
    if (records.length === count || offset + CENTRAL_BYTES > size) bad('entry-count');
    const record = parseCentral(directory, offset);
    records.push(record);
    offset += CENTRAL_BYTES + record.name.length;
  }
  if (records.length !== count) bad('entry-count');
  return { start, records };
}

function parseCentral(directory: Buffer, offset: number): CentralRecord {
  const at = directory.subarray(offset, offset + CENTRAL_BYTES);
  if (at.readUInt32LE(0) !== CENTRAL) bad('entry-record');
  const nameBytes = at.readUInt16LE(28);
  if (nameBytes === 0 || nameBytes > MAX_NAME_BYTES || offset + CENTRAL_BYTES + nameBytes > directory.length) bad('name-length');
  if (at.readUInt16LE(30) !== 0) bad('extra-field');
  if (at.readUInt16LE(32) !== 0) bad('comment');
  if (at.readUInt16LE(34) !== 0) bad('several-disks');
  const flags = at.readUInt16LE(8);
  if ((flags & ~(FLAG_DESCRIPTOR | FLAG_UTF8)) !== 0) bad('encrypted-or-unknown-flag');
  if (at.readUInt16LE(4) !== VERSION_MADE_BY || at.readUInt16LE(6) !== VERSION_NEEDED) bad('version');
  if (at.readUInt16LE(36) !== 0 || at.readUInt32LE(38) !== PLAIN_FILE) bad('not-a-plain-file');
  const method = at.readUInt16LE(10);
  const packedBytes = at.readUInt32LE(20);
  const sizeBytes = at.readUInt32LE(24);
  if (method !== STORED && method !== DEFLATED) return bad('method');
  if (method === STORED && packedBytes !== sizeBytes) bad('stored-size');
  return {
    name: directory.toString('latin1', offset + CENTRAL_BYTES, offset + CENTRAL_BYTES + nameBytes),
    common: at.subarray(6, 16),
    flags,
    method,
    crc32: at.readUInt32LE(16),
    packedBytes,
    sizeBytes,
    localStart: at.readUInt32LE(42),
  };
}

async function readLocal(file: FileHandle, record: CentralRecord, limit: number): Promise<{ entry: ZipEntry; end: number }> {
  const { common, flags, localStart, name, ...rest } = record;
  const dataStart = localStart + LOCAL_BYTES + name.length;
  const dataEnd = dataStart + rest.packedBytes;
  const described = (flags & FLAG_DESCRIPTOR) !== 0;
  const end = dataEnd + (described ? DESCRIPTOR_BYTES : 0);
  if (end > limit) bad('gap-or-overlap');

  const local = await readAt(file, localStart, LOCAL_BYTES + name.length);
  const same =
    local.readUInt32LE(0) === LOCAL &&
    local.subarray(4, 14).equals(common) &&
    local.readUInt16LE(26) === name.length &&
    local.readUInt16LE(28) === 0 &&
    local.toString('latin1', LOCAL_BYTES) === name;
  if (!same) bad('directories-differ');
  const sizes = described ? [0, 0, 0] : [rest.crc32, rest.packedBytes, rest.sizeBytes];
  if (sizes.some((value, index) => local.readUInt32LE(14 + index * 4) !== value)) bad('directories-differ');
  if (described) {
    const descriptor = await readAt(file, dataEnd, DESCRIPTOR_BYTES);
    const wanted = [DESCRIPTOR, rest.crc32, rest.packedBytes, rest.sizeBytes];
    if (wanted.some((value, index) => descriptor.readUInt32LE(index * 4) !== value)) bad('directories-differ');
  }
  return { entry: { name, ...rest, dataStart }, end };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) bad('too-short');
    filled += bytesRead;
  }
  return buffer;
}

function bad(reason: string): never {
  return refuse('bundle.bad-container', { reason });
}
