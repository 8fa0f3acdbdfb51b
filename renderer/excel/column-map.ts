// Which column of somebody's table is which column of ours: known headings, other words for them, or the likeness of the words.

import { pairsOf, similarityOf } from '#shared/domain/rules/similarity';
import type { Column } from '../tabular/column';
import { plainHeading } from './headings';

/** For each column of the file the key of ours, or null for one that is not read. */
export type ColumnMap = readonly (string | null)[];

export type MappedColumn = Pick<Column<never>, 'key' | 'title' | 'derived'>;

export interface Guess {
  readonly map: ColumnMap;
  /** Every heading is one of ours: nothing has to be asked. */
  readonly certain: boolean;
}

const LIKE = 0.6;

/**
 * `synonyms` are other words for a column, by its key. `ignored` are headings that our own files have and that are not read.
 * Each of our columns is taken once, the most likely first.
 */
export function guessColumns(
  headings: readonly string[],
  columns: readonly MappedColumn[],
  synonyms: Readonly<Record<string, readonly string[]>>,
  ignored: readonly string[],
): Guess {
  const plain = headings.map(plainHeading);
  const unread = new Set([...ignored, ...columns.filter(({ derived }) => derived === true).map(({ title }) => title)].map(plainHeading));
  const open = columns.filter(({ derived }) => derived !== true).map(({ key, title }) => ({ key, words: [title, ...(synonyms[key] ?? [])].map(plainHeading) }));
  const titles = new Set(open.map(({ words }) => words[0]));
  const known = plain.filter((heading) => heading !== '');
  const certain = known.length >= 2 && known.every((heading) => titles.has(heading) || unread.has(heading));
  // In a table of ours 金额 is what was reckoned; in another office's it may be what there is.
  const passed = certain ? unread : new Set(ignored.map(plainHeading));
  const candidates = plain
    .flatMap((heading, at) => (heading === '' || (passed.has(heading) && !titles.has(heading)) ? [] : open.map(({ key, words }) => ({ at, key, score: scoreOf(heading, words) }))))
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const map: (string | null)[] = headings.map(() => null);
  const taken = new Set<string>();
  for (const { at, key } of candidates) {
    if (map[at] !== null || taken.has(key)) continue;
    map[at] = key;
    taken.add(key);
  }
  return { map, certain };
}

/** 1 for the title itself, a little less for another word, then by what the two have in common. */
function scoreOf(heading: string, words: readonly string[]): number {
  return words.reduce((best, word, index) => {
    const own = index === 0 ? 0 : 0.02;
    if (heading === word) return Math.max(best, 1 - own);
    const [long, short] = heading.length > word.length ? [heading, word] : [word, heading];
    const within = short.length >= 2 && long.includes(short) ? 0.6 + 0.35 * (short.length / long.length) : 0;
    return Math.max(best, within - own, similarityOf(pairsOf(heading), pairsOf(word)) * 0.95 - own);
  }, 0);
}
