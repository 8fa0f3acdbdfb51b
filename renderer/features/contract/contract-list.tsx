// Contracts of a year as a list.

import { formatYuan } from '#shared/base/money';
import { RecordList, type RecordListKind } from '../../lists/record-list';
import { StandingTag } from '../../ui/standing-tag';
import { readTyped } from './contract-convert';
import { CONTRACT_EXPORT, type ExportedContract, readContractExport } from './export';
import { type ContractRow, readContractKeys, readContractRows } from './queries';

const CONTRACTS: RecordListKind<ContractRow, ExportedContract> = {
  kind: 'contracts',
  path: '/contracts',
  name: '合同',
  columns: [
    { key: 'number', title: '合同编号', width: 'minmax(192px, 1fr)', render: ({ number }) => number },
    { key: 'name', title: '合同名称', width: 'minmax(120px, 1.8fr)', render: ({ name }) => name },
    { key: 'supplier', title: '承接主体', width: 'minmax(96px, 1fr)', render: ({ supplier }) => supplier },
    { key: 'signedOn', title: '签订日期', width: '104px', render: ({ signedOn }) => signedOn },
    { key: 'amount', title: '合同金额（元）', width: '134px', align: 'end', render: ({ amountFen }) => formatYuan(amountFen) },
    { key: 'payable', title: '应付（元）', width: '124px', align: 'end', render: ({ payableFen }) => formatYuan(payableFen) },
    { key: 'standing', title: '状态', width: '84px', render: ({ standing }) => <StandingTag standing={standing} /> },
  ],
  readKeys: readContractKeys,
  readRows: readContractRows,
  exportColumns: CONTRACT_EXPORT,
  readExport: readContractExport,
  counted: ({ contracts: { count, amountFen } }) => ({ count, words: `签订 ${String(count)} 份，${formatYuan(amountFen)} 元` }),
  draftTitle: ({ form, basedOnRev }) => {
    const { number, name } = readTyped(form);
    return `${[number, name].filter(Boolean).join('　')}${basedOnRev > 0 ? '（修订）' : ''}`;
  },
  none: (year) => `没有 ${String(year)} 年签订的合同。`,
  origin: '计划批复后，从批复的项目新建合同。',
};

export function ContractList() {
  return <RecordList list={CONTRACTS} />;
}
