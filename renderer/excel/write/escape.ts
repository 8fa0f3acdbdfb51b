// Any text as the content of an XML element of a workbook, so that reading gives back the very same characters.

// Characters XML cannot hold, and our own marks, are written as _xHHHH_; what only looks like such a mark has its line escaped.
// eslint-disable-next-line no-control-regex -- these are the characters it is about
const SPECIAL = /[&<>]|_(?=x[0-9A-Fa-f]{4})|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu;

export function escapeText(text: string): string {
  return text.replace(SPECIAL, (char) => NAMED[char] ?? `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
