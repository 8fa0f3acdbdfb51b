// data/exchange.json: what a bundle says it carries, from whom and for whom. Canonical JSON; it is covered by the manifests.

import { z } from 'zod';
import { sm3HexSchema, stationIdSchema } from '../base/ids';
import { environmentSchema } from '../domain/office';
import { canonicalJson } from '../journal/canonical';
import { BUNDLE_FORMAT, MAX_ATTACHMENT_BYTES, MAX_ENTRIES, MAX_JOURNALS, MAX_RECIPIENTS } from './limits';
import { isBundleId } from './names';
import { compareNames } from './order';

/** A run of lines of one official journal: `prev` is the hash of line `fromSeq` − 1, `hash` that of line `toSeq`. */
export const sliceSchema = z.strictObject({
  author: stationIdSchema,
  fromSeq: z.int().min(1),
  prev: sm3HexSchema,
  toSeq: z.int().min(1),
  hash: sm3HexSchema,
});
export type Slice = z.infer<typeof sliceSchema>;

export const exchangeFileSchema = z.strictObject({
  v: z.literal(BUNDLE_FORMAT),
  bundleId: z.string().refine(isBundleId),
  sealedAt: z.iso.datetime({ precision: 3 }),
  sender: stationIdSchema,
  /** The sender's; a station of the other environment refuses the bundle. */
  environment: environmentSchema,
  recipients: z.array(stationIdSchema).min(1).max(MAX_RECIPIENTS),
  /** Sorted by author, one slice each. */
  journals: z.array(sliceSchema.refine((slice) => slice.fromSeq <= slice.toSeq)).min(1).max(MAX_JOURNALS),
  /** Sorted by hash. */
  attachments: z
    .array(z.strictObject({ sm3: sm3HexSchema, sizeBytes: z.int().min(1).max(MAX_ATTACHMENT_BYTES) }))
    .max(MAX_ENTRIES),
});
export type ExchangeFile = z.infer<typeof exchangeFileSchema>;

export function encodeExchangeFile(file: ExchangeFile): string {
  return canonicalJson(file);
}

/** The parsed file, or null unless the text is exactly its canonical form and the lists are sorted without repeats. */
export function parseExchangeFile(text: string): ExchangeFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = exchangeFileSchema.safeParse(value);
  if (!parsed.success || encodeExchangeFile(parsed.data) !== text) return null;
  const { journals, attachments, recipients } = parsed.data;
  const sorted =
    isRising(journals.map((slice) => slice.author)) &&
    isRising(attachments.map((attachment) => attachment.sm3)) &&
    isRising(recipients);
  return sorted ? parsed.data : null;
}

function isRising(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || compareNames(names[index - 1] ?? '', name) < 0);
}
