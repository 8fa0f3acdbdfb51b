// Zip containers from parts that are at hand: of our own shape, and as plain as can be.

import { concatBytes, utf8 } from '#shared/base/bytes';

export interface PackedPart {
  readonly name: Uint8Array;
  readonly deflated: boolean;
  readonly crc: number;
  /** Unpacked. */
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/** Parts as they are, for a reader in the same process: they were checked a moment ago, so no checksum is reckoned again. */
export function storedZip(parts: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array<ArrayBuffer> {
  return assemble(parts.map(([name, bytes]) => ({ name: utf8(name), deflated: false, crc: 0, sizeBytes: bytes.length, bytes })));
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
type Field = readonly [bytes: number, value: number];

/** 1 January 2026, so that the same parts give the same bytes. */
const WRITTEN_ON = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;

export function assemble(parts: readonly PackedPart[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, deflated, crc, sizeBytes, bytes } of parts) {
    const shared: readonly Field[] = [[2, 20], [2, UTF8_NAMES], [2, deflated ? 8 : 0], [2, 0], [2, WRITTEN_ON], [4, crc], [4, bytes.length], [4, sizeBytes], [2, name.length], [2, 0]];
    const local = record([[4, LOCAL], ...shared]);
    central.push(record([[4, CENTRAL], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), name);
    pieces.push(local, name, bytes);
    at += local.length + name.length + bytes.length;
  }
  const directory = concatBytes(...central);
  const end = record([[4, END], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, directory.length], [4, at], [2, 0]]);
  return concatBytes(...pieces, directory, end);
}

function record(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}
