// Names in Mongolian script: which encoding a text is in. It keeps every text as it is and converts nothing.

/** Letters, digits, punctuation and variation selectors of the Mongolian blocks (Unicode 15: U+1800–18AF, U+11660–1166C). */
const LETTERS = /[\u1800-\u18af\u{11660}-\u{1166c}]/u;
/** What else such a name may hold: blanks (the narrow one joins suffixes), joiners, digits and marks. */
const COMPANIONS = /^[\u1800-\u18af\u{11660}-\u{1166c} \u202f\u200c\u200d0-9.,:;!?()《》\-]*$/u;
/** Menksoft's private codes for Mongolian letters, U+E234–E71D. The range is private: elsewhere it holds rare Chinese characters. */
const MENKSOFT = /[\ue234-\ue71d]/;

/**
 * blank; 'mongolian': international codes; 'private-codes': letters of an old private encoding, which only its own fonts
 * show and which nothing here understands; 'other': holds other scripts.
 */
export type MongolianJudgement = 'blank' | 'mongolian' | 'private-codes' | 'other';

export function judgeMongolian(text: string): MongolianJudgement {
  if (text.trim() === '') return 'blank';
  if (MENKSOFT.test(text)) return 'private-codes';
  return COMPANIONS.test(text) && LETTERS.test(text) ? 'mongolian' : 'other';
}
