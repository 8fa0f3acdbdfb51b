// Builds zips that may lie: every header field can be set apart from the truth. For hostile tests only.

import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  readonly data: Buffer;
  readonly stored?: boolean;
  /** Name in the local header where it differs. */
  readonly localName?: string;
  readonly flags?: number;
  readonly localFlags?: number;
  readonly method?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  readonly crc?: number;
  readonly sizeBytes?: number;
  readonly packed?: Buffer;
  readonly packedBytes?: number;
  readonly extra?: Buffer;
  readonly localExtra?: Buffer;
  readonly comment?: string;
  /** Local header offset as the central directory has it, from the true one. */
  readonly offset?: (true_: number) => number;
  readonly descriptor?: boolean;
}

export interface RawZip {
  readonly prefix?: Buffer;
  readonly between?: Buffer;
  readonly suffix?: Buffer;
  readonly comment?: string;
  readonly count?: number;
}

export function rawZip(entries: readonly RawEntry[], options: RawZip = {}): Buffer {
  const parts: Buffer[] = [options.prefix ?? Buffer.alloc(0)];
  const central: Buffer[] = [];
  let position = parts[0]?.length ?? 0;
  for (const entry of entries) {
    const method = entry.method ?? (entry.stored === true ? 0 : 8);
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(entry.data) : entry.data);
    const described = entry.descriptor === true;
    const flags = entry.flags ?? (described ? 0x0808 : 0x0800);
    const numbers = [entry.crc ?? crc32(entry.data), entry.packedBytes ?? packed.length, entry.sizeBytes ?? entry.data.length];
    const localName = Buffer.from(entry.localName ?? entry.name, 'utf8');
    const localExtra = entry.localExtra ?? Buffer.alloc(0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(entry.localFlags ?? flags, 6);
    local.writeUInt16LE(method, 8);
    if (!described) numbers.forEach((value, index) => local.writeUInt32LE(value >>> 0, 14 + index * 4));
    local.writeUInt16LE(localName.length, 26);
    local.writeUInt16LE(localExtra.length, 28);
    const descriptor = Buffer.alloc(described ? 16 : 0);
    if (described) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      numbers.forEach((value, index) => descriptor.writeUInt32LE(value >>> 0, 4 + index * 4));
    }
    const whole = Buffer.concat([local, localName, localExtra, packed, descriptor]);

    const name = Buffer.from(entry.name, 'utf8');
    const extra = entry.extra ?? Buffer.alloc(0);
    const comment = Buffer.from(entry.comment ?? '');
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(entry.madeBy ?? 0x0314, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(method, 10);
    numbers.forEach((value, index) => record.writeUInt32LE(value >>> 0, 16 + index * 4));
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt16LE(comment.length, 32);
    record.writeUInt32LE(entry.attributes ?? (0o100644 << 16) >>> 0, 38);
    record.writeUInt32LE(entry.offset?.(position) ?? position, 42);
    central.push(Buffer.concat([record, name, extra, comment]));
    parts.push(whole);
    position += whole.length;
  }
  const between = options.between ?? Buffer.alloc(0);
  const directory = Buffer.concat(central);
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.count ?? entries.length, 8);
  end.writeUInt16LE(options.count ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(position + between.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, between, directory, end, comment, options.suffix ?? Buffer.alloc(0)]);
}
