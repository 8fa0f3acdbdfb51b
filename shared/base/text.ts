// Text as typed or pasted: width, normal form and the characters that deserve a warning. It never guesses and never converts a script.

const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width ASCII (U+FF01–FF5E) and the ideographic space to half width; ￥ to ¥. Everything else stays. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\u3000/g, ' ')
    .replace(/\uffe5/g, '\u00a5');
}

/**
 * What a form does before a schema judges: NFC, line ends as \n, byte order marks and zero-width spaces dropped, trimmed.
 * Joiners and variation selectors stay: Mongolian needs them.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufeff\u200b]/g, '')
    .normalize('NFC')
    .trim();
}

/** Controls other than line feed and tab, line and paragraph separators, the byte order mark, halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex -- these are the characters looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Cs}/u;

/** Marks, embeddings, overrides and isolates that change the order in which a line is shown. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** True when the text holds a control character that no field may keep; line feed and tab are allowed. */
export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}

/** True when the text holds a character that can make it read differently from what is stored. */
export function hasBidiControl(text: string): boolean {
  return BIDI.test(text);
}
