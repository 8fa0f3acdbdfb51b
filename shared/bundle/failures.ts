// Every code a bundle can fail with. Sentences for them live in the renderer; evidence is ids, numbers and entry names.

import type { Failure } from '../base/result';

/** Refusals of a bundle that came in, in the order in which the checks run. Nothing of the bundle has been stored. */
export const OPEN_CODES = [
  /** The file cannot be read: gone, no right, a broken stick. Evidence: system. */
  'bundle.unreadable',
  'bundle.too-large',
  /** Not a zip of the documented shape: cut short, appended bytes, encryption, overlap, hostile names. Evidence: reason. */
  'bundle.bad-container',
  /** Made by a newer version of this application. Evidence: found, known. */
  'bundle.newer-format',
  /** An entry the format does not know, or one it needs is missing. Evidence: entry. */
  'bundle.unexpected-entry',
  'bundle.missing-entry',
  /** More bytes than an entry of its kind may have, or a suspicious ratio. Evidence: entry. */
  'bundle.entry-too-large',
  /** Sizes, checksum or compressed data do not agree. Evidence: entry. */
  'bundle.damaged-entry',
  'bundle.bad-signature',
  /** A tag file says something the format does not allow. Evidence: entry, reason. */
  'bundle.bad-tag-file',
  'bundle.own-bundle',
  /** Made in training and opened by a real station, or the other way round. Evidence: found ('real' or 'training'), and author where only one relayed journal is. */
  'bundle.other-environment',
  /** Signed by a station this office has not admitted. Evidence: the card, for comparing and admitting. */
  'bundle.unknown-sender',
  'bundle.revoked-sender',
  'bundle.other-recipient',
  /** A payload entry differs from its digest in the manifest. Evidence: entry. */
  'bundle.digest-differs',
  /** The manifest lists what is not there, or the bag holds what it does not list. Evidence: entry. */
  'bundle.manifest-differs',
  /** A relayed journal whose author nobody we trust vouches for. Evidence: author. */
  'bundle.untrusted-author',
  'bundle.bad-checkpoint',
  /** Lines between ours and theirs are missing. Evidence: author, have, from. */
  'bundle.gap',
  /** Two different lines with one number: a copied computer or a restored backup. Evidence: author, seq, quarantine. */
  'bundle.fork',
  /** The bundle holds later lines of this very station than the station itself: it was restored from a backup. */
  'bundle.own-journal-ahead',
  /** A line that is not canonical or breaks the envelope. Evidence: author, seq, reason. */
  'bundle.bad-line',
  'bundle.bad-chain',
  /** A record that breaks its schema, its owner or its office's right. Evidence: author, seq, reason, table, field. */
  'bundle.bad-record',
  /** Referred to, but neither in the bundle nor held. Evidence: sm3. */
  'bundle.attachment-missing',
  /** In the bundle, but referred to by nothing, or not what the record says. Evidence: sm3. */
  'bundle.attachment-unreferenced',
  'bundle.attachment-differs',
] as const;

/** What can stop a sealing. No bundle is left behind. */
export const SEAL_CODES = [
  'bundle.recipient-not-admitted',
  'bundle.nothing-to-send',
  /** The recipient has acknowledged lines of ours that we no longer have. Evidence: have, acknowledged. */
  'bundle.journal-behind',
  'bundle.attachment-missing',
  /** An attachment held here no longer has the bytes its name promises. Evidence: sm3. */
  'bundle.attachment-damaged',
  'bundle.too-large',
  /** Evidence: place ('station' or 'target'). */
  'bundle.disk-full',
  /** The folder or the stick went away. Evidence: system. */
  'bundle.target-lost',
  'bundle.target-not-writable',
  'bundle.readback-differs',
] as const;

/** Either way: the operator stopped it, or this station's own disk failed. */
export const COMMON_CODES = ['bundle.cancelled', 'bundle.station-disk'] as const;

export type OpenCode = (typeof OPEN_CODES)[number] | (typeof COMMON_CODES)[number] | 'bundle.disk-full';
export type SealCode = (typeof SEAL_CODES)[number] | (typeof COMMON_CODES)[number];
export type BundleCode = OpenCode | SealCode;
export type BundleFailure = Failure<BundleCode>;
