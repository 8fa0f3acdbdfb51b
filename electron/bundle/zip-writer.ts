// Writes a zip of the one documented shape, entry after entry as the bytes come: sizes follow the data, no extra fields, no
// zip64. It owns no file and hashes nothing but the checksum that the zip itself asks for.

import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { assert } from '#shared/base/assert';
import { MAX_ENTRIES, MAX_NAME_BYTES } from '#shared/bundle/limits';
import { type DEFLATED, PLAIN_FILE, STORED, VERSION_MADE_BY, VERSION_NEEDED } from './zip-directory';

const FLAGS = 0x0808;
const ZIP32_LIMIT = 0xffffffff;
const CHUNK_BYTES = 256 * 1024;

export interface ZipWriter {
  /** Writes one entry; resolves with its unpacked size. */
  add(name: string, method: typeof STORED | typeof DEFLATED, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  /** Writes the directory. Nothing may follow. */
  finish(): Promise<void>;
  readonly sizeBytes: number;
}

/** `write` takes all the bytes it is given or throws. */
export function createZipWriter(write: (bytes: Uint8Array) => Promise<void>, modified: Date): ZipWriter {
  const central: Buffer[] = [];
  const { time, date } = dosMoment(modified);
  let position = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    await write(bytes);
    position += bytes.length;
    assert(position < ZIP32_LIMIT, 'a bundle stays below four GiB');
  };

  return {
    get sizeBytes() {
      return position;
    },

    async add(name, method, chunks) {
      const nameBytes = Buffer.from(name, 'ascii');
      assert(nameBytes.length <= MAX_NAME_BYTES && central.length < MAX_ENTRIES, 'entries stay within the limits');
      const start = position;
      const shared = Buffer.alloc(26);
      shared.writeUInt16LE(VERSION_NEEDED, 0);
      shared.writeUInt16LE(FLAGS, 2);
      shared.writeUInt16LE(method, 4);
      shared.writeUInt16LE(time, 6);
      shared.writeUInt16LE(date, 8);
      shared.writeUInt16LE(nameBytes.length, 22);
      await put(Buffer.concat([signature(0x04034b50), shared, nameBytes]));

      const dataStart = position;
      let sizeBytes = 0;
      let checksum = 0;
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunks) {
          sizeBytes += chunk.length;
          checksum = crc32(chunk, checksum);
          yield chunk;
        }
      };
      for await (const chunk of method === STORED ? counted() : deflated(counted())) await put(chunk);

      shared.writeUInt32LE(checksum, 10);
      shared.writeUInt32LE(position - dataStart, 14);
      shared.writeUInt32LE(sizeBytes, 18);
      await put(Buffer.concat([signature(0x08074b50), shared.subarray(10, 22)]));
      central.push(centralRecord(shared, start, nameBytes));
      return sizeBytes;
    },

    async finish() {
      const start = position;
      await put(Buffer.concat(central));
      const end = Buffer.alloc(18);
      end.writeUInt16LE(central.length, 4);
      end.writeUInt16LE(central.length, 6);
      end.writeUInt32LE(position - start, 8);
      end.writeUInt32LE(start, 12);
      await put(Buffer.concat([signature(0x06054b50), end]));
    },
  };
}

function centralRecord(shared: Buffer, start: number, name: Buffer): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16LE(VERSION_MADE_BY);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(PLAIN_FILE, 6);
  tail.writeUInt32LE(start, 10);
  return Buffer.concat([signature(0x02014b50), head, shared, tail, name]);
}

async function* deflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ chunkSize: CHUNK_BYTES });
  yield* pipeline(Readable.from(chunks, { objectMode: false }), deflate, () => undefined) as AsyncIterable<Buffer>;
}

/** The zip's own clock: local time in steps of two seconds since 1980. */
function dosMoment(moment: Date): { time: number; date: number } {
  const year = Math.min(Math.max(moment.getFullYear(), 1980), 2107);
  return {
    time: (moment.getHours() << 11) | (moment.getMinutes() << 5) | (moment.getSeconds() >> 1),
    date: ((year - 1980) << 9) | ((moment.getMonth() + 1) << 5) | moment.getDate(),
  };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
