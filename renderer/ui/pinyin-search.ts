// Looking things up by characters, code, whole pinyin and initials. It knows no list of its own.

import { pinyin } from 'pinyin-pro';

/** What queries are looked up in: codes and text as they are, then the text's pinyin and its initials, one per line. */
export function searchText(codes: readonly string[], text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed' });
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [...codes, text, syllables.join(''), initials].join('\n').toLowerCase();
}

/** True when it holds every word of the query; an empty query finds all. */
export function matches(haystack: string, query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
