// A zip container written part by part: each part is packed while it is made, so that a large sheet never lies in memory as XML.

import { concatBytes, utf8 } from '#shared/base/bytes';
import { crc32 } from '../zip/crc32';

interface Packed {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
}

/** One part being written: pieces of text, then its end. Each call resolves when there is room for more. */
export interface PartWriter {
  readonly write: (xml: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ZipFile {
  /** Parts stand in the order in which they were closed. */
  readonly open: (name: string) => PartWriter;
  readonly add: (name: string, xml: string) => Promise<void>;
  readonly finish: () => Uint8Array<ArrayBuffer>;
}

/** Texts are gathered to pieces of this size before they are packed. */
const PIECE = 128 * 1024;

export function createZipFile(): ZipFile {
  const parts: Packed[] = [];

  function open(name: string): PartWriter {
    const stream = new CompressionStream('deflate-raw');
    const collected = new Response(stream.readable).arrayBuffer();
    const writer = stream.writable.getWriter();
    let [crc, sizeBytes, held] = [0, 0, ''];
    async function flush(): Promise<void> {
      const bytes = utf8(held);
      held = '';
      crc = crc32(bytes, crc);
      sizeBytes += bytes.length;
      await writer.write(bytes);
    }
    return {
      async write(xml) {
        held += xml;
        if (held.length >= PIECE) await flush();
      },
      async close() {
        await flush();
        const [bytes] = await Promise.all([collected, writer.close()]);
        parts.push({ name: utf8(name), crc, sizeBytes, bytes: new Uint8Array(bytes) });
      },
    };
  }

  return {
    open,
    async add(name, xml) {
      const part = open(name);
      await part.write(xml);
      await part.close();
    },
    finish: () => assemble(parts),
  };
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
type Field = readonly [bytes: number, value: number];

/** Names are UTF-8; packed by deflate; written on 1 January 2026, so that the same table gives the same bytes. */
const COMMON: readonly Field[] = [[2, 20], [2, 0x0800], [2, 8], [2, 0], [2, ((2026 - 1980) << 9) | (1 << 5) | 1]];

function assemble(parts: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, crc, sizeBytes, bytes } of parts) {
    const shared: readonly Field[] = [...COMMON, [4, crc], [4, bytes.length], [4, sizeBytes], [2, name.length], [2, 0]];
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
