// Search over a published catalogue by characters, code, pinyin and initials. The catalogue page and the plan form share it.

import { pinyin } from 'pinyin-pro';
import type { PublishedCatalogue, PublishedCategory, PublishedItem } from '#shared/policy/catalogue';

export interface CatalogueEntry {
  readonly category: PublishedCategory;
  readonly item: PublishedItem;
  /** What a query is looked up in: code, name, whole pinyin, initials, one per line. */
  readonly haystack: string;
}

export function indexCatalogue(catalogue: PublishedCatalogue): readonly CatalogueEntry[] {
  return catalogue.categories.flatMap((category) =>
    itemsOf(category).map((item) => ({ category, item, haystack: haystackOf(item) })),
  );
}

/** Items of a category as they are listed: the named ones, then the catch-all where there is one. */
export function itemsOf(category: PublishedCategory): readonly PublishedItem[] {
  return category.catchAll === null ? category.items : [...category.items, category.catchAll];
}

/** Entries that hold every word of the query, in the catalogue's own order. An empty query finds all. */
export function searchCatalogue(entries: readonly CatalogueEntry[], query: string): readonly CatalogueEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return entries.filter((entry) => words.every((word) => entry.haystack.includes(word)));
}

function haystackOf(item: PublishedItem): string {
  const syllables = pinyin(item.name, { toneType: 'none', type: 'array', nonZh: 'removed' });
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [item.code, item.name.toLowerCase(), syllables.join(''), initials].join('\n');
}
