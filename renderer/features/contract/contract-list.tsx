// Contracts of a year, those of subordinate offices included, and the drafts that wait above them.

import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { todayInShanghai, yearOf } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import type { Failure } from '#shared/base/result';
import { useWorkplace } from '../../bridge/station';
import { db, type RowOf } from '../../data/db';
import { useExchangeHeads } from '../../data/exchange-heads';
import { useLive } from '../../data/live';
import { useKeyPage } from '../../data/paging';
import { recordStanding } from '../../data/record-standing';
import { readTotals, readYears } from '../../data/tallies';
import { DraftList } from '../../ui/draft-list';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { StandingTag } from '../../ui/standing-tag';
import { type GridColumn, VirtualGrid } from '../../ui/virtual-grid';
import { dropContractDraft } from './commands';
import { readTyped } from './contract-convert';
import { readContractKeys, readPayableFen } from './queries';

type ContractRow = RowOf<'contracts'>;

export function ContractList() {
  const { station } = useWorkplace();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const year = Number(search.get('year') ?? yearOf(todayInShanghai(Date.now())));

  const years = useLive(readYears, []);
  const totals = useLive(() => readTotals(year), [year]);
  const heads = useExchangeHeads(station.stationId);
  const drafts = useLive(() => db.drafts.where('[body.kind+body.year]').between(['contracts', 0], ['contracts', 9999]).toArray(), []);
  const { keys, rowAt, show } = useKeyPage('contracts', () => readContractKeys(year), [year]);
  const drafted = new Set(drafts?.map(({ id }) => id));

  const remove = async (id: RecordId) => {
    const reply = await dropContractDraft(id);
    setFailure(reply.ok ? null : reply.error);
  };

  const columns: readonly GridColumn<ContractRow>[] = [
    { key: 'number', title: '合同编号', width: 'minmax(124px, 1fr)', render: (row) => row.body.number },
    { key: 'name', title: '合同名称', width: 'minmax(150px, 2fr)', render: (row) => row.body.name },
    { key: 'supplier', title: '承接主体', width: 'minmax(120px, 1.4fr)', render: (row) => row.body.supplier.name },
    { key: 'signedOn', title: '签订日期', width: '116px', render: (row) => row.body.signedOn },
    { key: 'amount', title: '合同金额（元）', width: '138px', align: 'end', render: (row) => formatYuan(row.body.amountFen) },
    { key: 'payable', title: '应付（元）', width: '132px', align: 'end', render: (row) => <AcceptedSoFar id={row.id} /> },
    {
      key: 'standing',
      title: '状态',
      width: '96px',
      render: (row) =>
        heads === undefined ? '' : <StandingTag standing={recordStanding(row, station.stationId, heads, drafted.has(row.id))} />,
    },
  ];

  return (
    <Page
      title="合同"
      intro={
        totals === undefined
          ? ' '
          : `${String(year)} 年签订 ${String(totals.contracts.count)} 份，${formatYuan(totals.contracts.amountFen)} 元`
      }
      actions={
        <>
          <Select<number>
            aria-label="年度"
            value={year}
            onChange={(next) => { setSearch({ year: String(next) }); }}
            style={{ width: 130 }}
            options={[...new Set([year, ...(years ?? [])])].map((value) => ({ value, label: `${String(value)} 年` }))}
          />
          <Button type="primary" onClick={() => void navigate('/contracts/new')}>
            新建合同
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <DraftList
        drafts={(drafts ?? []).map(({ id, at, body }) => {
          const { number, name } = readTyped(body.form);
          return { id, at, title: `${[number, name].filter(Boolean).join('　')}${body.basedOnRev > 0 ? '（修订）' : ''}`, to: `/contracts/${id}/edit` };
        })}
        onRemove={(id) => void remove(id)}
      />
      <VirtualGrid<ContractRow>
        label="合同"
        columns={columns}
        count={keys?.length ?? 0}
        rowAt={rowAt}
        onWindow={show}
        onOpen={(index) => {
          const key = keys?.[index];
          if (key !== undefined) void navigate(`/contracts/${key}`);
        }}
        empty={keys === undefined ? '' : '这一年还没有合同。计划批复后，点“新建合同”从批复的项目开始。'}
      />
    </Page>
  );
}

function AcceptedSoFar({ id }: { readonly id: RecordId }) {
  const payableFen = useLive(() => readPayableFen(id), [id]);
  return payableFen === undefined ? '' : formatYuan(payableFen);
}
