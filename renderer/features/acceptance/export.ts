// The acceptances of a year as a spreadsheet: what the list shows, with contract and supplier beside it.

import type { RecordId, StationId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { db, type RowOf } from '../../data/db';
import type { ExchangeHeads } from '../../data/exchange-heads';
import type { RecordFilter } from '../../data/record-filter';
import { recordStanding } from '../../data/record-standing';
import { type ExportColumn, readInBatches } from '../../excel/make-file';
import { ACCEPTANCE_OUTCOME_LABELS } from '../../text/acceptance';
import { standingLabel } from '../../text/standing';
import { readAcceptanceKeys } from './queries';

export interface ExportedAcceptance {
  readonly acceptance: RowOf<'acceptances'>;
  readonly contract: RowOf<'contracts'> | null;
  readonly standing: string;
}

export const ACCEPTANCE_EXPORT: readonly ExportColumn<ExportedAcceptance>[] = [
  { title: '验收编号', kind: 'code', read: ({ acceptance }) => acceptance.body.number },
  { title: '合同编号', kind: 'code', read: ({ contract }) => contract?.body.number ?? '' },
  { title: '合同名称', kind: 'text', read: ({ contract }) => contract?.body.name ?? '' },
  { title: '承接主体', kind: 'text', read: ({ contract }) => contract?.body.supplier.name ?? '' },
  { title: '验收日期', kind: 'date', read: ({ acceptance }) => acceptance.body.acceptedOn },
  { title: '结论', kind: 'text', read: ({ acceptance }) => ACCEPTANCE_OUTCOME_LABELS[acceptance.body.outcome] },
  { title: '扣款（元）', kind: 'money', read: ({ acceptance }) => formatYuan(acceptance.body.deductionFen) },
  { title: '应付（元）', kind: 'money', read: ({ acceptance }) => formatYuan(acceptance.body.payableFen) },
  { title: '状态', kind: 'text', read: ({ standing }) => standing },
];

export async function* readAcceptanceExport(filter: RecordFilter, own: StationId, heads: ExchangeHeads): AsyncGenerator<readonly ExportedAcceptance[]> {
  yield* readInBatches(await readAcceptanceKeys(filter, Infinity), (keys) => readExported(keys, own, heads));
}

async function readExported(keys: readonly RecordId[], own: StationId, heads: ExchangeHeads): Promise<readonly ExportedAcceptance[]> {
  const acceptances = (await db.acceptances.bulkGet([...keys])).filter((row) => row !== undefined);
  const [contracts, drafts] = await Promise.all([
    db.contracts.bulkGet(acceptances.map(({ body }) => body.contractId)),
    db.drafts.bulkGet(acceptances.map(({ id }) => id)),
  ]);
  return acceptances.map((acceptance, index) => ({
    acceptance,
    contract: contracts[index] ?? null,
    standing: standingLabel(recordStanding(acceptance, own, heads, drafts[index] !== undefined)),
  }));
}
