// A zip container written part by part: each part is packed while it is made, so that a large sheet never lies in memory as XML.

import { utf8 } from '#shared/base/bytes';
import { assemble, type PackedPart } from '../zip/container';
import { crc32 } from '../zip/crc32';

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
  const parts: PackedPart[] = [];

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
        parts.push({ name: utf8(name), deflated: true, crc, sizeBytes, bytes: new Uint8Array(bytes) });
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
