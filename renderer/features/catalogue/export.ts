// The guiding catalogue as a spreadsheet, item by item, with the suggested codes of government procurement.

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
