// The guiding catalogue that ships with the program: what 80号文 三(三) names. Later catalogues arrive as records, not here.

import { type BusinessDate } from '../base/date';
import { CATALOGUE_ROWS_2014, type CatalogueRow, type CategoryCode } from './catalogue-2014';
import { type ClauseId, clauseById, type GoverningArticle, governing, GOVERNING_DOCUMENT } from './clauses';

export type ExtraRequirement = 'own-name' | 'reason' | 'finance-consent';

export interface PublishedItem {
  /** N.NN; the document numbers only its six categories. */
  readonly code: string;
  /** Word for word as printed. */
  readonly name: string;
  /** Why a person must look twice before this item is chosen. */
  readonly warning: string | null;
  /** Government procurement codes of 2022: suggestions that the user confirms. */
  readonly suggestedProcurementCodes: readonly string[];
  /** What a plan item must add when it chooses this item. */
  readonly requires: readonly ExtraRequirement[];
}

export interface PublishedCategory {
  readonly code: string;
  readonly name: string;
  /** The sentence of the document that lists the items. */
  readonly raw: string;
  readonly clause: ClauseId;
  /** The named items; none in category 6, whose only choice is its catch-all. */
  readonly items: readonly PublishedItem[];
  /** Code 6.00 of category 6; null elsewhere. */
  readonly catchAll: PublishedItem | null;
}

export interface PublishedCatalogue {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuedOn: BusinessDate;
  readonly effectiveFrom: BusinessDate;
  /** Last day in force; null while no successor is known. */
  readonly effectiveTo: BusinessDate | null;
  readonly categories: readonly PublishedCategory[];
}

/** 其他适宜由市场供给的公共服务事项: needs its own name, a reason and the consent of finance (R054). */
export const CATCH_ALL_CODE = '6.00';

const CATEGORY_ARTICLES = {
  '1': '三(三)1',
  '2': '三(三)2',
  '3': '三(三)3',
  '4': '三(三)4',
  '5': '三(三)5',
  '6': '三(三)6',
} as const satisfies Record<CategoryCode, GoverningArticle>;

/** Every catalogue that ships, oldest first. */
export const PUBLISHED_CATALOGUES: readonly PublishedCatalogue[] = [
  {
    id: 'nmg-2014-80',
    title: GOVERNING_DOCUMENT.title,
    documentNumber: GOVERNING_DOCUMENT.number,
    issuedOn: GOVERNING_DOCUMENT.issuedOn,
    effectiveFrom: GOVERNING_DOCUMENT.issuedOn,
    effectiveTo: null,
    categories: (Object.keys(CATEGORY_ARTICLES) as CategoryCode[]).map(publishedCategory),
  },
];

/** The catalogue that a plan of that business date draws on; null before the first one. */
export function catalogueInForce(date: BusinessDate): PublishedCatalogue | null {
  const inForce = (catalogue: PublishedCatalogue) =>
    catalogue.effectiveFrom <= date && (catalogue.effectiveTo === null || date <= catalogue.effectiveTo);
  return PUBLISHED_CATALOGUES.findLast(inForce) ?? null;
}

/** The item (the catch-all included) of one version; null when the version or the code is unknown. */
export function findCatalogueItem(versionId: string, code: string): PublishedItem | null {
  const category = findCategory(versionId, code);
  if (category?.catchAll?.code === code) return category.catchAll;
  return category?.items.find((item) => item.code === code) ?? null;
}

/** The category an item code belongs to, by its first figure. */
export function findCategory(versionId: string, itemCode: string): PublishedCategory | null {
  const version = PUBLISHED_CATALOGUES.find((catalogue) => catalogue.id === versionId);
  return version?.categories.find((category) => itemCode.startsWith(`${category.code}.`)) ?? null;
}

function publishedCategory(code: CategoryCode): PublishedCategory {
  const { name, items } = CATALOGUE_ROWS_2014[code];
  const clause = governing(CATEGORY_ARTICLES[code]);
  const catchAll: PublishedItem | null =
    code === '6'
      ? { code: CATCH_ALL_CODE, name, warning: null, suggestedProcurementCodes: [], requires: ['own-name', 'reason', 'finance-consent'] }
      : null;
  return { code, name, raw: clauseById(clause).text, clause, items: items.map(publishedItem), catchAll };
}

function publishedItem([code, name, suggestedProcurementCodes, warning]: CatalogueRow): PublishedItem {
  return { code, name, warning: warning ?? null, suggestedProcurementCodes, requires: [] };
}
