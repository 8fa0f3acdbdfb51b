// Contracts of a year, those of subordinate offices included, and the drafts that wait above them.

import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { todayInShanghai, yearOf } from '#shared/base/date';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import type { Failure } from '#shared/base/result';
import { mayPrepare } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { useDrafts } from '../../data/drafts';
import { useExchangeHeads } from '../../data/exchange-heads';
import { useLive } from '../../data/live';
import { useKeyPage } from '../../data/paging';
import { readTotals, readTotalsOf, readYears } from '../../data/tallies';
import { ExportButton } from '../../excel/export-button';
import { DraftList } from '../../ui/draft-list';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import type { GridColumn } from '../../ui/grid-column';
import { KeyedGrid } from '../../ui/keyed-grid';
import { Page } from '../../ui/page';
import { FilterNote, useRouteFilter } from '../../ui/route-filter';
import { StandingTag } from '../../ui/standing-tag';
import { useRouteYear, YearSelect } from '../../ui/year-select';
import { dropContractDraft } from './commands';
import { readTyped } from './contract-convert';
import { CONTRACT_EXPORT, readContractExport } from './export';
import { type ContractRow, readContractKeys, readContractRows } from './queries';

const COLUMNS: readonly GridColumn<ContractRow>[] = [
  { key: 'number', title: '合同编号', width: 'minmax(192px, 1fr)', render: ({ number }) => number },
  { key: 'name', title: '合同名称', width: 'minmax(120px, 1.8fr)', render: ({ name }) => name },
  { key: 'supplier', title: '承接主体', width: 'minmax(96px, 1fr)', render: ({ supplier }) => supplier },
  { key: 'signedOn', title: '签订日期', width: '104px', render: ({ signedOn }) => signedOn },
  { key: 'amount', title: '合同金额（元）', width: '134px', align: 'end', render: ({ amountFen }) => formatYuan(amountFen) },
  { key: 'payable', title: '应付（元）', width: '124px', align: 'end', render: ({ payableFen }) => formatYuan(payableFen) },
  { key: 'standing', title: '状态', width: '84px', render: ({ standing }) => <StandingTag standing={standing} /> },
];

export function ContractList() {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [year, setYear] = useRouteYear(yearOf(todayInShanghai(Date.now())));

  const years = useLive(readYears, []);
  const { category, onlyOwn } = useRouteFilter();
  const author = onlyOwn ? station.stationId : null;
  const totals = useLive(() => (author === null ? readTotals(year) : readTotalsOf('author', year, author)), [year, author]);
  const counted = category === null ? totals?.contracts : totals?.contractsByPlace[category].contracts;
  const heads = useExchangeHeads(station.stationId);
  const drafts = useDrafts('contracts');
  const own = station.stationId;
  const page = useKeyPage<ContractRow>(
    { readKeys: (limit) => readContractKeys({ year, category, author }, limit), readShown: (ids) => readContractRows(ids, own) },
    [own, year, category, author],
  );

  const remove = async (id: RecordId) => {
    const reply = await dropContractDraft(id);
    setFailure(reply.ok ? null : reply.error);
  };

  return (
    <Page
      title="合同"
      intro={
        counted === undefined
          ? ' '
          : `${String(year)} 年签订 ${String(counted.count)} 份，${formatYuan(counted.amountFen)} 元${counted.count > 0 ? '；双击或按 Enter 打开' : ''}`
      }
      actions={
        <>
          <YearSelect value={year} years={years ?? []} onChange={setYear} unit="年" />
          {heads !== undefined && (
            <ExportButton
              title={`${String(year)} 年合同`}
              creator={station.name}
              columns={CONTRACT_EXPORT}
              disabled={page.keys?.length === 0}
              rows={() => readContractExport({ year, category, author }, station.stationId, heads)}
            />
          )}
          {mayPrepare(station.officeKind) && (
            <Button type="primary" onClick={() => void navigate('/contracts/new')}>
              新建合同
            </Button>
          )}
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <FilterNote />
      <DraftList
        drafts={(drafts ?? []).map(({ id, at, body }) => {
          const { number, name } = readTyped(body.form);
          return { id, at, title: `${[number, name].filter(Boolean).join('　')}${body.basedOnRev > 0 ? '（修订）' : ''}`, to: `/contracts/${id}/edit` };
        })}
        onRemove={(id) => void remove(id)}
      />
      <KeyedGrid
        label="合同"
        columns={COLUMNS}
        page={page}
        onOpen={(id) => void navigate(`/contracts/${id}`)}
        empty={
          mayPrepare(station.officeKind) ? (
            <EmptyState what={`没有 ${String(year)} 年签订的合同。`} why="计划批复后，从批复的项目新建合同。" action={{ label: '新建合同', to: '/contracts/new' }} />
          ) : (
            <EmptyState what={`没有 ${String(year)} 年签订的合同。`} why="下级单位报来以后显示在这里。" action={{ label: '接收数据包', to: '/exchange/receive' }} />
          )
        }
      />
    </Page>
  );
}
