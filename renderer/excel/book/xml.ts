// The little XML the reader looks at itself: whole parts as text, with everything refused that a workbook never needs, and tags
// with their attributes. Namespace prefixes are dropped, as every reader of such parts does.

import { fromUtf8 } from '#shared/base/bytes';
import { refuse } from '../excel-failure';
import { LIMITS } from '../limits';

/** A part as text: UTF-8, elements and texts alone. */
export function xmlText(bytes: Uint8Array, part: string): string {
  let text: string;
  try {
    text = fromUtf8(bytes);
  } catch {
    return refuse('excel.forbidden-xml', { part });
  }
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!plain.trimStart().startsWith('<')) refuse('excel.damaged', { part });
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/.exec(plain)?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared)) refuse('excel.forbidden-xml', { part });
  // Document types, entities, CDATA, comments, instructions: Office, WPS and LibreOffice write none of them, and what looks over
  // a part could be led astray by them.
  if (plain.includes('<!') || plain.indexOf('<?', plain.indexOf('<') + 1) >= 0) refuse('excel.forbidden-xml', { part });
  return plain;
}

/**
 * Refuses a part in which a tag does not end before the next one begins, or never, and tags and texts that are endless. The reading
 * library takes a part in pieces and begins anew at what a piece left unfinished, and compares all attributes of a tag with each other:
 * such a part would keep it busy for minutes. One pass, nothing is copied.
 */
export function demandWholeTags(text: string, part: string): void {
  const damaged = () => refuse('excel.damaged', { part });
  for (let at = text.indexOf('<'); at >= 0; ) {
    let values = 0;
    let end = at + 1;
    for (; text.charCodeAt(end) !== CLOSE; end += 1) {
      const char = text.charCodeAt(end);
      if (char === OPEN || end >= text.length) damaged();
      if (char !== DOUBLE && char !== SINGLE) continue;
      end = text.indexOf(char === DOUBLE ? '"' : "'", end + 1);
      values += 1;
      if (end < 0 || values > LIMITS.tagAttributes) damaged();
    }
    if (end - at > LIMITS.tagCharacters) damaged();
    at = text.indexOf('<', end + 1);
    if (at - end > LIMITS.textCharacters) damaged();
  }
}

const [OPEN, CLOSE, DOUBLE, SINGLE] = [0x3c, 0x3e, 0x22, 0x27] as const;

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** All opening tags of a small part. */
export function* tagsOf(text: string): Generator<Tag> {
  for (const [, name = '', rest = ''] of text.matchAll(/<(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g)) {
    yield { name, attributes: attributesOf(rest) };
  }
}

/** `r:id` and `id` are kept apart by their prefix only where it is `xmlns`. */
function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, prefix, name = '', double, single] of text.matchAll(/(?:([\w.-]+):)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (prefix !== 'xmlns') attributes[name] = decodeXml(double ?? single ?? '');
  }
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
