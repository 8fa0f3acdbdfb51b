// File names proposed to the save dialog: one plain name that every file system takes. It touches no disk.

const MAX_LENGTH = 80;
/** Names that Windows gives to devices, whatever follows the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** `wanted` without separators, controls, bidi marks and trailing dots; `otherwise` when nothing is left. */
export function plainFileName(wanted: string, otherwise: string): string {
  const plain = [...wanted.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '')]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' || DEVICES.test(plain) ? otherwise : plain;
}
