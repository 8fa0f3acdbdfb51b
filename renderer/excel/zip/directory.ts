// The central directory of a workbook's zip container, read strictly: one disk, no encryption, plain and unique names, entries
// that lie inside the file and do not overlap. It unpacks nothing.

import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';

const EOCD = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const EOCD_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ENCRYPTED = 0x2041; // plain, strong and masked
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly deflated: boolean;
  readonly crc32: number;
  readonly sizeBytes: number;
  /** The packed bytes, a view into the file. */
  readonly packed: Uint8Array;
}

/** Entries by name. Folders are left out. */
export function readDirectory(file: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const { start, count } = findEnd(view);
  if (count > LIMITS.entries) refuse('excel.bomb', { entries: count });
  const entries = new Map<string, ZipEntry>();
  const folded = new Set<string>();
  const spans: [from: number, to: number][] = [];
  let renamed = false;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > file.length || view.getUint32(at, true) !== CENTRAL) refuse('excel.damaged');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packedBytes = view.getUint32(at + 20, true);
    const sizeBytes = view.getUint32(at + 24, true);
    const nameBytes = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const packedName = file.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    const name = nameOf(packedName, nameBytes);
    if ((flags & ENCRYPTED) !== 0) refuse('excel.encrypted');
    // Zip64 shows as all ones; nothing within the limits needs it.
    if (packedBytes === 0xffffffff || sizeBytes === 0xffffffff || local === 0xffffffff) refuse('excel.bomb');
    if (folded.has(name.toLowerCase())) refuse('excel.damaged');
    folded.add(name.toLowerCase());
    const data = dataStart(view, file, local, nameBytes);
    renamed ||= packedName.some((byte, within) => byte !== file[local + LOCAL_BYTES + within]);
    spans.push([local, data + packedBytes]);
    if (data + packedBytes > start) refuse('excel.damaged');
    if (!name.endsWith('/')) {
      if (method !== STORED && method !== DEFLATED) refuse('excel.damaged');
      if (method === STORED && packedBytes !== sizeBytes) refuse('excel.damaged');
      const packed = file.subarray(data, data + packedBytes);
      entries.set(name, { name, deflated: method === DEFLATED, crc32: view.getUint32(at + 16, true), sizeBytes, packed });
    }
    at += CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (overlap(spans)) refuse('excel.bomb');
  if (renamed) refuse('excel.damaged');
  return entries;
}

/** The last end record whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): { readonly start: number; readonly count: number } {
  const lowest = Math.max(0, view.byteLength - EOCD_BYTES - 0xffff);
  for (let at = view.byteLength - EOCD_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) !== EOCD || at + EOCD_BYTES + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const [disk, first, here, count] = [4, 6, 8, 10].map((offset) => view.getUint16(at + offset, true)) as [number, number, number, number];
    const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (disk !== 0 || first !== 0 || here !== count || start + size > at) refuse('excel.damaged');
    return { start, count };
  }
  return refuse('excel.damaged');
}

/** Where the entry's bytes begin; its own header must be there, with a name as long. */
function dataStart(view: DataView, file: Uint8Array, local: number, nameBytes: number): number {
  if (local + LOCAL_BYTES > file.length || view.getUint32(local, true) !== LOCAL) refuse('excel.damaged');
  if ((view.getUint16(local + 6, true) & ENCRYPTED) !== 0) refuse('excel.encrypted');
  if (view.getUint16(local + 26, true) !== nameBytes) refuse('excel.damaged');
  return local + LOCAL_BYTES + nameBytes + view.getUint16(local + 28, true);
}

const decoder = new TextDecoder('utf-8', { fatal: false });

function nameOf(bytes: Uint8Array, length: number): string {
  if (bytes.length !== length || length === 0 || length > LIMITS.nameBytes) refuse('excel.damaged');
  const name = decoder.decode(bytes);
  const segments = name.split('/');
  const strange = [...name].some((char) => char < ' ' || char === '\\' || char === ':');
  if (strange || name.startsWith('/') || segments.includes('..') || segments.includes('.')) refuse('excel.damaged');
  return name;
}

function overlap(spans: [number, number][]): boolean {
  spans.sort(([a], [b]) => a - b);
  return spans.some(([from], index) => index > 0 && from < (spans[index - 1]?.[1] ?? 0));
}
