// The contracts of a year as a spreadsheet: what the list shows, and who and what stands behind it.

import type { RecordId, StationId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { db, type RowOf } from '../../data/db';
import type { ExchangeHeads } from '../../data/exchange-heads';
import type { RecordFilter } from '../../data/record-filter';
import { recordStanding } from '../../data/record-standing';
import { type ExportColumn, readInBatches } from '../../excel/make-file';
import { standingLabel } from '../../text/standing';
import { readContractKeys, readPayableFen } from './queries';

export interface ExportedContract {
  readonly contract: RowOf<'contracts'>;
  readonly project: string;
  readonly payableFen: number;
  readonly standing: string;
}

export const CONTRACT_EXPORT: readonly ExportColumn<ExportedContract>[] = [
  { title: '合同编号', kind: 'code', read: ({ contract }) => contract.body.number },
  { title: '合同名称', kind: 'text', read: ({ contract }) => contract.body.name },
  { title: '计划项目', kind: 'text', read: ({ project }) => project },
  { title: '承接主体', kind: 'text', read: ({ contract }) => contract.body.supplier.name },
  { title: '承接主体统一社会信用代码', kind: 'code', read: ({ contract }) => contract.body.supplier.uscc },
  { title: '签订日期', kind: 'date', read: ({ contract }) => contract.body.signedOn },
  { title: '合同金额（元）', kind: 'money', read: ({ contract }) => formatYuan(contract.body.amountFen) },
  { title: '应付（元）', kind: 'money', read: ({ payableFen }) => formatYuan(payableFen) },
  { title: '状态', kind: 'text', read: ({ standing }) => standing },
];

export async function* readContractExport(filter: RecordFilter, own: StationId, heads: ExchangeHeads): AsyncGenerator<readonly ExportedContract[]> {
  yield* readInBatches(await readContractKeys(filter, Infinity), (keys) => readExported(keys, own, heads));
}

async function readExported(keys: readonly RecordId[], own: StationId, heads: ExchangeHeads): Promise<readonly ExportedContract[]> {
  const contracts = (await db.contracts.bulkGet([...keys])).filter((row) => row !== undefined);
  const [items, payable, drafts] = await Promise.all([
    db.planItems.bulkGet(contracts.map(({ body }) => body.planItemId)),
    readPayableFen(contracts.map(({ id }) => id)),
    db.drafts.bulkGet(contracts.map(({ id }) => id)),
  ]);
  return contracts.map((contract, index) => ({
    contract,
    project: items[index] === undefined ? '' : `${items[index].body.number} ${items[index].body.name}`,
    payableFen: payable.get(contract.id) ?? 0,
    standing: standingLabel(recordStanding(contract, own, heads, drafts[index] !== undefined)),
  }));
}
