// The mark on printed paper: which bundle, or which journal line, a page was printed from. FORMAT.md describes it. Pure text.

import { type RecordId, recordIdSchema, type Sm3Hex, sm3HexSchema } from '../base/ids';
import { type Failure, failure, ok, type Result } from '../base/result';
import { toHalfWidth } from '../base/text';
import { isBundleId } from './names';

/** `bundle`: the file that carried the record's line. `line`: the line itself, because no bundle had carried it yet. */
export type PaperMark =
  | { readonly kind: 'bundle'; readonly bundleId: string; readonly sm3: Sm3Hex }
  | { readonly kind: 'line'; readonly recordId: RecordId; readonly sm3: Sm3Hex };

export type PaperMarkFailure = Failure<'paper-mark.malformed'>;

/** 'GFB1;<bundle id>;<SM3 of the file>' or 'GFL1;<record id>;<SM3 of the line>': what the QR code holds. ASCII. */
export function paperMarkText(mark: PaperMark): string {
  return mark.kind === 'bundle' ? `GFB1;${mark.bundleId};${mark.sm3}` : `GFL1;${mark.recordId};${mark.sm3}`;
}

/** SM3 in eight groups of eight, as it stands under the QR code for people to read out and compare. */
export function groupedSm3(sm3: Sm3Hex): string {
  return (sm3.match(/.{8}/g) ?? []).join(' ');
}

/**
 * Reads what a scanner gives, and what a person types from the paper: the number and the groups of the SM3 in any spacing,
 * case and width. Words beside them are passed over.
 */
export function parsePaperMark(text: string): Result<PaperMark, PaperMarkFailure> {
  const tokens = toHalfWidth(text).toLowerCase().split(/[\s;,:，；：、。]+/);
  const sm3 = sm3HexSchema.safeParse(tokens.filter((token) => /^[0-9a-f]+$/.test(token)).join(''));
  if (!sm3.success) return failure('paper-mark.malformed');
  const [bundleId, ...otherBundles] = tokens.filter(isBundleId);
  const [recordId, ...otherRecords] = tokens.flatMap((token) => recordIdSchema.safeParse(token).data ?? []);
  if (otherBundles.length > 0 || otherRecords.length > 0) return failure('paper-mark.malformed');
  if (bundleId !== undefined && recordId === undefined) return ok({ kind: 'bundle', bundleId, sm3: sm3.data });
  if (recordId !== undefined && bundleId === undefined) return ok({ kind: 'line', recordId, sm3: sm3.data });
  return failure('paper-mark.malformed');
}
