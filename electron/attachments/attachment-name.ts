// The name under which a record shows an attachment: one clean line, never used as a path.

const MAX_LENGTH = 200;

/** Controls, line and paragraph separators, bidi marks, byte order mark, lone surrogates and separators of path parts. */
// eslint-disable-next-line no-control-regex -- these are the characters taken out
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\\/]|\p{Cs}/gu;

/** NFC, cut to 200 characters between whole ones, the file's ending kept where it is short; a name of nothing becomes 附件. */
export function cleanAttachmentName(name: string): string {
  const clean = name.normalize('NFC').replace(UNWANTED, '').trim();
  if (clean === '') return '附件';
  if (clean.length <= MAX_LENGTH) return clean;
  const ending = /\.[^.\s]{1,10}$/u.exec(clean)?.[0] ?? '';
  let kept = '';
  for (const char of clean.slice(0, clean.length - ending.length)) {
    if (kept.length + char.length + ending.length > MAX_LENGTH) break;
    kept += char;
  }
  return kept + ending;
}
