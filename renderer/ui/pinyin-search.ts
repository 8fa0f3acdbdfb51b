// Looking things up in short lists by characters, code, whole pinyin and initials. It knows no list of its own.

import { foldText, isSpelled, searchWords } from '../text/search-words';
import { Spelling } from '../text/spelling';

/** What queries are looked up in: codes and text, one per line, so that no match runs from one into the next. */
export function searchText(codes: readonly string[], text: string): string {
  return foldText([...codes, text].join('\n'));
}

/** True when it holds every word of the query; an empty query finds all. */
export function matches(haystack: string, query: string): boolean {
  return compiled(query).every((holds) => holds(haystack));
}

type Holds = (haystack: string) => boolean;

/** A list is asked the same query row after row. */
let last: { readonly query: string; readonly words: readonly Holds[] } = { query: '', words: [] };

function compiled(query: string): readonly Holds[] {
  if (last.query !== query) last = { query, words: searchWords(query).map(compile) };
  return last.words;
}

function compile(word: string): Holds {
  if (!isSpelled(word)) return (haystack) => haystack.includes(word);
  const spelling = new Spelling(word);
  return (haystack) => spelling.find(haystack, 0, haystack.length) >= 0;
}
