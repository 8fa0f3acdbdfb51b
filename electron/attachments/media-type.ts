// What a file is, told by its first bytes; its name is never asked.

import type { Attachment } from '#shared/domain/fields';

/** ISO 32000 readers look for %PDF- at the very start; PNG (ISO/IEC 15948) and JPEG (ITU-T T.81) open with fixed bytes. */
const MAGIC: readonly (readonly [Attachment['mediaType'], readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

export function mediaTypeOf(firstBytes: Uint8Array): Attachment['mediaType'] | null {
  return MAGIC.find(([, magic]) => magic.every((byte, index) => firstBytes[index] === byte))?.[0] ?? null;
}
