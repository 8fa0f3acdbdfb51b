// The QR code of an ASCII text, as rows of modules and as a picture file for Word. The library is used here only.

import qrcode from 'qrcode-generator';

/** Reads well also when a stamp or a fold covers a seventh of it. */
const CORRECTION = 'M';

/** Rows from the top; true is dark. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const code = encode(text);
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_column, column) => code.isDark(row, column)));
}

/** A GIF with its light margin. */
export function qrGif(text: string): Uint8Array {
  const dataUrl = encode(text).createDataURL(4, 16);
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
}

function encode(text: string) {
  const code = qrcode(0, CORRECTION);
  code.addData(text, 'Byte');
  code.make();
  return code;
}
