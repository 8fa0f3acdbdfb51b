// Tells from its first bytes what somebody chose instead of an .xlsx workbook, so that the refusal can say what to do.

import { asciiOf } from '#shared/base/bytes';
import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';

/** Where Office keeps the names of an encrypted package in its old container. */
const ENCRYPTED_PACKAGE = [...'EncryptedPackage'].map((char) => `${char}\u0000`).join('');

/** Refuses everything that is not a zip container of bearable size. */
export function demandZip(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse('excel.empty');
  if (bytes.length > LIMITS.fileBytes) refuse('excel.too-large', { sizeBytes: bytes.length });
  const head = asciiOf(bytes.subarray(0, 512));
  if (head.startsWith('PK\u0003\u0004')) return;
  // .xls, .et, .doc, and any of the new formats under a password.
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    refuse(asciiOf(bytes).includes(ENCRYPTED_PACKAGE) ? 'excel.encrypted' : 'excel.old-format');
  }
  if (/^\s*(ï»¿)?\s*<(!doctype|html|\?xml|table|meta|head)/i.test(head)) refuse('excel.web-page');
  if (head.startsWith('%PDF') || head.startsWith('PK\u0005\u0006')) refuse('excel.not-a-table');
  refuse(looksLikeText(bytes.subarray(0, 4096)) ? 'excel.text-file' : 'excel.not-a-table');
}

/** Text in UTF-8 or GBK has no zero and hardly any control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
