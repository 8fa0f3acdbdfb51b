// Finding characters in a text the way a reader means them: blanks between characters and the width of brackets do not matter.

export interface Piece {
  readonly text: string;
  /** Which hit of its text it is, from 0; null between hits. */
  readonly hit: number | null;
}

/** null when there is nothing to look for. */
export function patternOf(query: string): RegExp | null {
  const characters = [...query.normalize('NFKC').replace(/\s/g, '')];
  if (characters.length === 0) return null;
  return new RegExp(characters.map(anyWidth).join('\\s*'), 'giu');
}

/** The text cut into what was found and what stands between. */
export function cut(text: string, pattern: RegExp | null): readonly Piece[] {
  if (pattern === null) return [{ text, hit: null }];
  const pieces: Piece[] = [];
  let from = 0;
  let hits = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > from) pieces.push({ text: text.slice(from, index), hit: null });
    pieces.push({ text: found, hit: hits });
    hits += 1;
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: null });
  return pieces;
}

export function countHits(texts: readonly string[], pattern: RegExp | null): number {
  if (pattern === null) return 0;
  return texts.reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);
}

/** A character in half and full width, as offices type both. */
function anyWidth(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const escaped = /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
  return code > 0x20 && code < 0x7f ? `(?:${escaped}|${String.fromCodePoint(code + 0xfee0)})` : escaped;
}
