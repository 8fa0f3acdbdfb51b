// The guiding catalogue as a spreadsheet, item by item, with the suggested codes of government procurement; and what may not be purchased.

import { clauseById } from '#shared/policy/clauses';
import type { Exclusion } from '#shared/policy/exclusions';
import { findProcurementCode } from '#shared/policy/procurement-codes';
import type { ExportColumn } from '../../excel/make-file';
import type { CatalogueEntry } from '../../ui/catalogue-search';

export const CATALOGUE_EXPORT: readonly ExportColumn<CatalogueEntry>[] = [
  { title: '类别代码', kind: 'code', read: ({ category }) => category.code },
  { title: '类别', kind: 'text', read: ({ category }) => category.name },
  { title: '代码', kind: 'code', read: ({ item }) => item.code },
  { title: '名称', kind: 'text', read: ({ item }) => item.name },
  {
    title: '建议品目',
    kind: 'text',
    read: ({ item }) => item.suggestedProcurementCodes.map((code) => `${code} ${findProcurementCode(code)?.name ?? ''}`).join('；'),
  },
  { title: '复核提示', kind: 'text', read: ({ item }) => item.warning ?? '' },
];

export const EXCLUSION_EXPORT: readonly ExportColumn<Exclusion>[] = [
  { title: '编号', kind: 'code', read: ({ id }) => id },
  { title: '不得购买的事项', kind: 'text', read: ({ name }) => name },
  { title: '依据文件', kind: 'text', read: ({ clause }) => clauseById(clause).document },
  { title: '条款', kind: 'text', read: ({ clause }) => clauseById(clause).article },
];
