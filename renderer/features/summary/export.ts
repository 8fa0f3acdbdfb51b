// The summary as a spreadsheet: the rows of the grouping on screen. Purchasing bodies have no contracts of their own here.

import { formatYuan } from '#shared/base/money';
import type { ExportColumn } from '../../excel/make-file';
import type { SummaryRow } from './queries';

const PLAN: readonly ExportColumn<SummaryRow>[] = [
  { title: '名称', kind: 'text', read: ({ name }) => name },
  { title: '项目数', kind: 'whole', read: ({ plan }) => String(plan.items) },
  { title: '申报金额（元）', kind: 'money', read: ({ plan }) => formatYuan(plan.amountFen) },
  { title: '待批复', kind: 'whole', read: ({ plan }) => String(plan.pending) },
  { title: '审定金额（元）', kind: 'money', read: ({ plan }) => formatYuan(plan.approvedFen) },
];

const WITH_CONTRACTS: readonly ExportColumn<SummaryRow>[] = [
  ...PLAN,
  { title: '合同金额（元）', kind: 'money', read: ({ contractFen }) => formatYuan(contractFen) },
  { title: '验收应付（元）', kind: 'money', read: ({ payableFen }) => formatYuan(payableFen) },
];

export function summaryExport(hasContracts: boolean): readonly ExportColumn<SummaryRow>[] {
  return hasContracts ? WITH_CONTRACTS : PLAN;
}
