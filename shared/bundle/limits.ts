// What a bundle may at most be. Writer and reader share these figures; the reader counts real bytes against them.

const KIB = 1024;
const MIB = 1024 * KIB;

/** The bundle format this application writes and the newest it reads. */
export const BUNDLE_FORMAT = 1;

/** The whole file. Below FAT32's 4 GiB and below everything that would need zip64. */
export const MAX_BUNDLE_BYTES = 2048 * MIB;
export const MAX_ENTRIES = 5000;
/** All entries together, unpacked. */
export const MAX_UNPACKED_BYTES = 4096 * MIB;
/** Unpacked to packed size of one deflated entry; journals reach about 12, deflate itself ends near 1030. */
export const MAX_RATIO = 200;
/** Small entries may pass the ratio: a few repeated bytes harm nobody. */
export const RATIO_FREE_BYTES = MIB;
/** Full entry name with the top folder. */
export const MAX_NAME_BYTES = 160;

export const MAX_JOURNALS = 2000;
export const MAX_RECIPIENTS = 50;

export const MAX_JOURNAL_BYTES = 2048 * MIB;
export const MAX_ATTACHMENT_BYTES = 200 * MIB;
/** Manifests and the exchange file. */
export const MAX_LIST_BYTES = 4 * MIB;
/** Everything else: card, checkpoints, bag files, signature and key. */
export const MAX_SMALL_BYTES = 16 * KIB;
