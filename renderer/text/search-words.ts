// What is typed into a search box, cut into words, and text as it is held for searching.

import { toHalfWidth } from '#shared/base/text';

/** Characters that end a field or an entry: nobody can type them, and no match runs across them. */
// eslint-disable-next-line no-control-regex -- control characters are meant
const CONTROLS = /[\u0000-\u001f\u007f]/g;

/** How text is held for searching: half width, lower case. */
export function foldText(text: string): string {
  return toHalfWidth(text).toLowerCase();
}

/** Splits what was typed into words that all must occur. */
export function searchWords(typed: string): readonly string[] {
  return foldText(typed).replace(CONTROLS, ' ').split(/\s+/).filter((word) => word !== '');
}

const LONGEST_SPELLED = 30;

/** Words with a Latin letter may stand for pinyin, unless they are too long for a name; all others are looked for as they are. */
export function isSpelled(word: string): boolean {
  return word.length <= LONGEST_SPELLED && /[a-zü]/.test(word);
}
