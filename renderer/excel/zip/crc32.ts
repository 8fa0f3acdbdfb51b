// CRC-32 as zip containers use it, eight bytes at a step.

const TABLES = makeTables();

/** Continues from `before` (0 at the start). */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
  let crc = ~before;
  let at = 0;
  const wide = bytes.length - (bytes.length % 8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (; at < wide; at += 8) {
    const low = crc ^ view.getInt32(at, true);
    const high = view.getInt32(at + 4, true);
    crc =
      pick(t7, low) ^ pick(t6, low >>> 8) ^ pick(t5, low >>> 16) ^ pick(t4, low >>> 24) ^
      pick(t3, high) ^ pick(t2, high >>> 8) ^ pick(t1, high >>> 16) ^ pick(t0, high >>> 24);
  }
  for (; at < bytes.length; at++) crc = pick(t0, crc ^ view.getUint8(at)) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function pick(table: Int32Array, byte: number): number {
  return table[byte & 0xff] as number;
}

type Tables = readonly [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

function makeTables(): Tables {
  const tables = Array.from({ length: 8 }, () => new Int32Array(256)) as unknown as Tables;
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    tables[0][byte] = crc;
  }
  for (let table = 1; table < 8; table++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = (tables[table - 1] as Int32Array)[byte] as number;
      (tables[table] as Int32Array)[byte] = pick(tables[0], before) ^ (before >>> 8);
    }
  }
  return tables;
}
