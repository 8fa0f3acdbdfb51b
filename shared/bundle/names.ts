// Names in and of a bundle: its id, its entries and which of them the format knows. ASCII only; it opens nothing.

import type { Sm3Hex, StationId } from '../base/ids';
import { assert } from '../base/assert';
import {
  MAX_ATTACHMENT_BYTES,
  MAX_JOURNAL_BYTES,
  MAX_LIST_BYTES,
  MAX_SMALL_BYTES,
} from './limits';

export const BUNDLE_EXTENSION = '.gfb';
export const CARD_EXTENSION = '.gfcard';

/** <region code>-<first 8 hex of the station id>-<year>-<number>: also the bag's one top folder. */
const BUNDLE_ID = /^15\d{4}-[0-9a-f]{8}-20\d{2}-\d{4,6}$/;

export function createBundleId(regionCode: string, sender: StationId, year: number, number: number): string {
  const id = `${regionCode}-${sender.slice(0, 8)}-${String(year)}-${String(number).padStart(4, '0')}`;
  assert(isBundleId(id), 'a bundle id follows its pattern');
  return id;
}

export function isBundleId(text: string): boolean {
  return BUNDLE_ID.test(text);
}

/** The running number of a bundle id of this station and year, or null for other names. */
export function bundleNumberOf(id: string, regionCode: string, sender: StationId, year: number): number | null {
  if (!isBundleId(id) || !id.startsWith(`${regionCode}-${sender.slice(0, 8)}-${String(year)}-`)) return null;
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

export const BAGIT_FILE = 'bagit.txt';
export const BAG_INFO_FILE = 'bag-info.txt';
export const MANIFEST_SM3_FILE = 'manifest-sm3.txt';
export const MANIFEST_SHA256_FILE = 'manifest-sha256.txt';
export const TAG_MANIFEST_FILE = 'tagmanifest-sm3.txt';
export const EXCHANGE_FILE = 'data/exchange.json';
export const CARD_FILE = 'data/card.json';

/** What the tag manifest lists, and all it lists. */
export const TAG_FILES = [BAGIT_FILE, BAG_INFO_FILE, MANIFEST_SM3_FILE, MANIFEST_SHA256_FILE] as const;

export const journalEntry = (author: StationId) => `data/journals/${author}.ndjson`;
export const checkpointEntry = (author: StationId) => `data/checkpoints/${author}.json`;
export const attachmentEntry = (sm3: Sm3Hex) => `data/attachments/${sm3}`;
export const signatureEntry = (keyId: string) => `signatures/${keyId}.sm2.sig`;
export const publicKeyEntry = (keyId: string) => `signatures/${keyId}.pub.pem`;

export type EntryKind = 'tag' | 'list' | 'exchange' | 'card' | 'journal' | 'checkpoint' | 'attachment' | 'signature' | 'key';

const PATTERNS: readonly (readonly [RegExp, EntryKind, number])[] = [
  [/^(?:bagit|bag-info)\.txt$/, 'tag', MAX_SMALL_BYTES],
  [/^(?:manifest-sm3|manifest-sha256|tagmanifest-sm3)\.txt$/, 'list', MAX_LIST_BYTES],
  [/^data\/exchange\.json$/, 'exchange', MAX_LIST_BYTES],
  [/^data\/card\.json$/, 'card', MAX_SMALL_BYTES],
  [/^data\/journals\/[0-9a-f]{32}\.ndjson$/, 'journal', MAX_JOURNAL_BYTES],
  [/^data\/checkpoints\/[0-9a-f]{32}\.json$/, 'checkpoint', MAX_SMALL_BYTES],
  [/^data\/attachments\/[0-9a-f]{64}$/, 'attachment', MAX_ATTACHMENT_BYTES],
  [/^signatures\/[0-9a-f]{16}\.sm2\.sig$/, 'signature', MAX_SMALL_BYTES],
  [/^signatures\/[0-9a-f]{16}\.pub\.pem$/, 'key', MAX_SMALL_BYTES],
];

/** The kind of an entry (name without the top folder) and the most bytes it may have; null for a name we do not know. */
export function entryKindOf(name: string): { readonly kind: EntryKind; readonly maxBytes: number } | null {
  const found = PATTERNS.find(([pattern]) => pattern.test(name));
  return found === undefined ? null : { kind: found[1], maxBytes: found[2] };
}

export function isPayload(name: string): boolean {
  return name.startsWith('data/');
}
