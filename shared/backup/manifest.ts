// The manifest 清单 of one backup: which station, when and why, where its journals stood, and every file in pieces named by
// their SM3. The one schema for writing, listing and restoring; FORMAT.md describes the folder around it.

import { z } from 'zod';
import { fromUtf8, utf8 } from '../base/bytes';
import { sm3HexSchema, stationIdSchema } from '../base/ids';
import { type Failure, failure, ok, type Result } from '../base/result';
import { sm3Hex } from '../crypto/sm3';
import { CHAINS } from '../domain/registry';
import { stationSchema } from '../domain/office';
import { canonicalJson } from '../journal/canonical';

/** The form this application writes and the newest it reads. */
export const BACKUP_FORMAT = 1;

/** A file is cut into pieces of this many bytes; the last one is shorter. */
export const PIECE_BYTES = 1024 * 1024;

/** A manifest longer than this is refused unread. Some two hundred thousand attachments fit. */
export const MAX_MANIFEST_BYTES = 64 * 1024 * 1024;

/** 每日、报送后、手动、替换前. */
export const BACKUP_REASONS = ['daily', 'sealed', 'asked', 'replaced'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** Every name a station's folder may hold; anything else is refused, so no manifest leads out of the folder. */
const FILE_PATH = new RegExp(
  `^(?:${[
    'station\\.json',
    'vault/operators\\.json',
    'vault/station-key(?:\\.recovery|\\.pub)?(?:\\.old-\\d{1,4})?\\.pem',
    'journals/[0-9a-f]{32}(?:\\.working)?\\.ndjson',
    'checkpoints/[0-9a-f]{32}\\.json',
    'attachments/[0-9a-f]{2}/[0-9a-f]{64}',
    'bundles/(?:sent|received)/15\\d{4}-[0-9a-f]{8}-20\\d{2}-\\d{4,6}(?:-[0-9a-f]{1,64})?\\.gfb',
    'quarantine/fork-[0-9a-f]{32}-\\d{1,16}\\.txt',
  ].join('|')})$`,
);

/** Whether a path below the station's folder belongs into a backup. */
export function isBackedUp(path: string): boolean {
  return FILE_PATH.test(path);
}

const count = z.int().min(0);

export const backedUpFileSchema = z.strictObject({
  path: z.string().regex(FILE_PATH),
  sizeBytes: count,
  pieces: z.array(sm3HexSchema),
}).refine(({ sizeBytes, pieces }) => pieces.length === Math.ceil(sizeBytes / PIECE_BYTES));
export type BackedUpFile = z.infer<typeof backedUpFileSchema>;

/** Where a journal stood; `sizeBytes` is the length of its file. */
export const backedUpJournalSchema = z.strictObject({ chain: z.enum(CHAINS), author: stationIdSchema, seq: count, hash: sm3HexSchema, sizeBytes: count });
export type BackedUpJournal = z.infer<typeof backedUpJournalSchema>;

/** Records that were alive, own and received; drafts 草稿 are the station's own. */
export const backupCountsSchema = z.strictObject({
  planItems: count,
  decisions: count,
  contracts: count,
  acceptances: count,
  drafts: count,
  attachments: count,
  /** Journal lines 日志 of all chains. */
  lines: count,
});
export type BackupCounts = z.infer<typeof backupCountsSchema>;

export const backupManifestSchema = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  /** Version of the application that wrote it. */
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9A-Za-z.-]{1,40})?$/),
  madeAt: z.iso.datetime({ precision: 3 }),
  /** When all pieces on the shelf were read and compared last. */
  thoroughAt: z.iso.datetime({ precision: 3 }),
  reason: z.enum(BACKUP_REASONS),
  station: stationSchema,
  journals: z.array(backedUpJournalSchema).min(2),
  counts: backupCountsSchema,
  files: z.array(backedUpFileSchema).min(1),
})
  .refine(({ files }) => new Set(files.map(({ path }) => path)).size === files.length)
  .refine(({ station, journals }) => CHAINS.every((chain) => journals.some((journal) => journal.chain === chain && journal.author === station.stationId)));
export type BackupManifest = z.infer<typeof backupManifestSchema>;

/** 'backup.damaged': torn, empty, altered or no manifest at all. 'backup.newer': written by a newer application (evidence `found`). */
export type ManifestFailure = Failure<'backup.damaged' | 'backup.newer'>;

/** The manifest's bytes: one line of canonical JSON, and its SM3 in a second line. `readyCrypto()` must have finished. */
export function encodeManifest(manifest: BackupManifest): Uint8Array {
  const text = canonicalJson(manifest);
  return utf8(`${text}\n${sm3Hex(utf8(text))}\n`);
}

/** `version` is the application's own: what a newer one wrote may mean things that this one does not know. */
export function parseManifest(bytes: Uint8Array, version: string): Result<BackupManifest, ManifestFailure> {
  const damaged = (reason: string) => failure('backup.damaged', { reason, part: 'manifest' });
  if (bytes.length > MAX_MANIFEST_BYTES) return damaged('too-long');
  let value: unknown;
  try {
    const [text = '', digest = '', rest, ...more] = fromUtf8(bytes).split('\n');
    if (rest !== '' || more.length > 0 || digest !== sm3Hex(utf8(text))) return damaged('torn');
    value = JSON.parse(text);
  } catch {
    return damaged('torn');
  }
  const claimed = z.object({ format: z.int(), version: z.string() }).safeParse(value);
  if (claimed.success && (claimed.data.format > BACKUP_FORMAT || isNewer(claimed.data.version, version))) {
    return failure('backup.newer', { found: claimed.data.version.slice(0, 40) });
  }
  const parsed = backupManifestSchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : damaged('form');
}

function isNewer(found: string, own: string): boolean {
  const numbers = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];
  const [a, b] = [numbers(found), numbers(own)];
  const at = a.findIndex((number, index) => number !== (b[index] ?? 0));
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
