// Search over a published catalogue by characters, code, pinyin and initials. The catalogue page and the plan form share it.

import type { PublishedCatalogue, PublishedCategory, PublishedItem } from '#shared/policy/catalogue';
import { matches, searchText } from './pinyin-search';

export interface CatalogueEntry {
  readonly category: PublishedCategory;
  readonly item: PublishedItem;
  /** What a query is looked up in: code, name, whole pinyin, initials, one per line. */
  readonly haystack: string;
}

export function indexCatalogue(catalogue: PublishedCatalogue): readonly CatalogueEntry[] {
  return catalogue.categories.flatMap((category) =>
    itemsOf(category).map((item) => ({ category, item, haystack: searchText([item.code], item.name) })),
  );
}

/** Items of a category as they are listed: the named ones, then the catch-all where there is one. */
export function itemsOf(category: PublishedCategory): readonly PublishedItem[] {
  return category.catchAll === null ? category.items : [...category.items, category.catchAll];
}

/** Entries that hold every word of the query, in the catalogue's own order. An empty query finds all. */
export function searchCatalogue(entries: readonly CatalogueEntry[], query: string): readonly CatalogueEntry[] {
  return entries.filter((entry) => matches(entry.haystack, query));
}
