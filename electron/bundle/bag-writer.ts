// Writes a bag into a zip: payload entries with both digests as they pass, then tag files and the signature over them. What
// the payload is, and for whom, is the caller's business.

import { createHash } from 'node:crypto';
import { assert } from '#shared/base/assert';
import { utf8 } from '#shared/base/bytes';
import type { Result, Failure } from '#shared/base/result';
import type { StationId } from '#shared/base/ids';
import { BUNDLE_FORMAT } from '#shared/bundle/limits';
import { BAGIT_TEXT, encodeBagInfo, encodeManifest } from '#shared/bundle/manifest';
import * as names from '#shared/bundle/names';
import { encodePem, keyIdOf, PEM_PUBLIC_KEY } from '#shared/crypto/keys';
import { createSm3, sm3Hex } from '#shared/crypto/sm3';
import type { Pace } from './pace';
import type { Sign } from './ports';
import { DEFLATED, STORED } from './zip-directory';
import { createZipWriter } from './zip-writer';

export interface BagWriter {
  /** Adds a payload entry; attachments are stored as they are, everything else is deflated. */
  addPayload(name: string, chunks: AsyncIterable<Uint8Array>): Promise<{ readonly sm3: string; readonly sizeBytes: number }>;
  addPayloadText(name: string, text: string): Promise<void>;
  /** Tag files, tag manifest, signature, directory. The signature may fail: the key may be locked. */
  finish(label: BagLabel): Promise<Result<null, Failure>>;
  readonly payloadBytes: number;
}

export interface BagLabel {
  readonly organization: string;
  readonly station: StationId;
  /** Business date in Asia/Shanghai. */
  readonly date: string;
  readonly spki: Uint8Array;
  readonly sign: Sign;
}

export async function createBagWriter(
  bundleId: string,
  write: (bytes: Uint8Array) => Promise<void>,
  options: { readonly now: Date; readonly pace: Pace },
): Promise<BagWriter> {
  const zip = createZipWriter(write, options.now);
  const hasher = await createSm3();
  const sm3 = new Map<string, string>();
  const sha256 = new Map<string, string>();
  let payloadBytes = 0;
  const add = (name: string, method: typeof STORED | typeof DEFLATED, chunks: AsyncIterable<Uint8Array>) =>
    zip.add(`${bundleId}/${name}`, method, chunks);

  const writer: BagWriter = {
    get payloadBytes() {
      return payloadBytes;
    },

    async addPayload(name, chunks) {
      assert(names.entryKindOf(name) !== null && !sm3.has(name), 'the format knows the entry');
      hasher.init();
      const second = createHash('sha256');
      const hashed = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunks) {
          hasher.update(chunk);
          second.update(chunk);
          await options.pace.breathe();
          yield chunk;
        }
      };
      const method = names.entryKindOf(name)?.kind === 'attachment' ? STORED : DEFLATED;
      const sizeBytes = await add(name, method, hashed());
      const digest = hasher.digestHex();
      sm3.set(name, digest);
      sha256.set(name, second.digest('hex'));
      payloadBytes += sizeBytes;
      return { sm3: digest, sizeBytes };
    },

    async addPayloadText(name, text) {
      await writer.addPayload(name, once(utf8(text)));
    },

    async finish({ organization, station, date, spki, sign }) {
      const info = encodeBagInfo({
        organization,
        bundleId,
        date,
        payloadBytes,
        payloadFiles: sm3.size,
        station,
        format: BUNDLE_FORMAT,
      });
      const tags = new Map<string, Uint8Array>([
        [names.BAGIT_FILE, utf8(BAGIT_TEXT)],
        [names.BAG_INFO_FILE, utf8(info)],
        [names.MANIFEST_SM3_FILE, utf8(encodeManifest(sm3))],
        [names.MANIFEST_SHA256_FILE, utf8(encodeManifest(sha256))],
      ]);
      const tagManifest = utf8(encodeManifest(new Map([...tags].map(([name, bytes]) => [name, sm3Hex(bytes)]))));
      const signature = await sign(tagManifest);
      if (!signature.ok) return signature;
      const keyId = keyIdOf(spki);
      for (const [name, bytes] of tags) await add(name, DEFLATED, once(bytes));
      await add(names.TAG_MANIFEST_FILE, DEFLATED, once(tagManifest));
      await add(names.signatureEntry(keyId), STORED, once(signature.value));
      await add(names.publicKeyEntry(keyId), DEFLATED, once(utf8(encodePem(PEM_PUBLIC_KEY, spki))));
      await zip.finish();
      return { ok: true, value: null };
    },
  };
  return writer;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
