// Acceptances of a year as a list.

import { formatYuan } from '#shared/base/money';
import { ACCEPTANCE_OUTCOME_LABELS } from '../../text/acceptance';
import { RecordList, type RecordListKind } from '../../lists/record-list';
import { StandingTag } from '../../ui/standing-tag';
import { readTyped } from './acceptance-convert';
import { ACCEPTANCE_EXPORT, type ExportedAcceptance, readAcceptanceExport } from './export';
import { type AcceptanceRow, readAcceptanceKeys, readAcceptanceRows } from './queries';

const ACCEPTANCES: RecordListKind<AcceptanceRow, ExportedAcceptance> = {
  kind: 'acceptances',
  path: '/acceptances',
  name: '验收',
  columns: [
    { key: 'number', title: '验收编号', width: 'minmax(192px, 1fr)', render: ({ number }) => number },
    { key: 'contract', title: '合同名称', width: 'minmax(140px, 2fr)', render: ({ contract }) => contract },
    { key: 'acceptedOn', title: '验收日期', width: '104px', render: ({ acceptedOn }) => acceptedOn },
    { key: 'outcome', title: '结论', width: '84px', render: ({ outcome }) => ACCEPTANCE_OUTCOME_LABELS[outcome] },
    { key: 'deduction', title: '扣款（元）', width: '116px', align: 'end', render: ({ deductionFen }) => formatYuan(deductionFen) },
    { key: 'payable', title: '应付（元）', width: '124px', align: 'end', render: ({ payableFen }) => formatYuan(payableFen) },
    { key: 'standing', title: '状态', width: '84px', render: ({ standing }) => <StandingTag standing={standing} /> },
  ],
  readKeys: readAcceptanceKeys,
  readRows: readAcceptanceRows,
  exportColumns: ACCEPTANCE_EXPORT,
  readExport: readAcceptanceExport,
  counted: ({ acceptances: { count, payableFen } }) => ({ count, words: `验收 ${String(count)} 次，应付 ${formatYuan(payableFen)} 元` }),
  draftTitle: ({ form, basedOnRev }) => `${readTyped(form).number || '验收'}${basedOnRev > 0 ? '（更正）' : ''}`,
  none: (year) => `没有 ${String(year)} 年的验收。`,
  origin: '合同履行后，从合同办理验收。',
};

export function AcceptanceList() {
  return <RecordList list={ACCEPTANCES} />;
}
