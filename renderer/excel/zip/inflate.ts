// Unpacks single entries of a container, counting while it does: what is said to be small and is not is dropped at once.

import { Inflate } from 'fflate';
import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';
import { crc32 } from './crc32';
import type { ZipEntry } from './directory';

const STEP = 64 * 1024;

/** What may still be unpacked of one workbook. A part that is read again counts once. */
export interface Allowance {
  leftBytes: number;
  readonly counted: Set<ZipEntry>;
}

export function newAllowance(): Allowance {
  return { leftBytes: LIMITS.unpackedBytes, counted: new Set() };
}

/** The entry's bytes, exactly as many as declared and with the declared checksum. */
export function unpack(entry: ZipEntry, allowance: Allowance): Uint8Array {
  const { name, packed, sizeBytes } = entry;
  const costs = allowance.counted.has(entry) ? 0 : sizeBytes;
  if (costs > allowance.leftBytes) refuse('excel.bomb', { unpackedBytes: sizeBytes });
  if (sizeBytes > LIMITS.ratioFromBytes && sizeBytes > packed.length * LIMITS.ratio) {
    refuse('excel.bomb', { ratio: Math.round(sizeBytes / Math.max(1, packed.length)) });
  }
  allowance.leftBytes -= costs;
  allowance.counted.add(entry);
  const bytes = entry.deflated ? inflate(packed, sizeBytes) : packed;
  if (bytes.length !== sizeBytes || crc32(bytes) !== entry.crc32) refuse('excel.damaged', { part: name.slice(0, 60) });
  return bytes;
}

function inflate(packed: Uint8Array, sizeBytes: number): Uint8Array {
  const whole = new Uint8Array(sizeBytes);
  let filled = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    if (filled + chunk.length > sizeBytes) refuse('excel.bomb', { unpackedBytes: filled + chunk.length });
    whole.set(chunk, filled);
    filled += chunk.length;
    ended ||= final;
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  if (!ended) refuse('excel.damaged');
  return whole.subarray(0, filled);
}
