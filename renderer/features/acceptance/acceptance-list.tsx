// Acceptances of a year, those of subordinate offices included, and the drafts that wait above them.

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
import { ACCEPTANCE_OUTCOME_LABELS } from '../../text/acceptance';
import { DraftList } from '../../ui/draft-list';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import type { GridColumn } from '../../ui/grid-column';
import { KeyedGrid } from '../../ui/keyed-grid';
import { Page } from '../../ui/page';
import { FilterNote, useRouteFilter } from '../../ui/route-filter';
import { StandingTag } from '../../ui/standing-tag';
import { useRouteYear, YearSelect } from '../../ui/year-select';
import { readTyped } from './acceptance-convert';
import { dropAcceptanceDraft } from './commands';
import { ACCEPTANCE_EXPORT, readAcceptanceExport } from './export';
import { type AcceptanceRow, readAcceptanceKeys, readAcceptanceRows } from './queries';

const COLUMNS: readonly GridColumn<AcceptanceRow>[] = [
  { key: 'number', title: '验收编号', width: 'minmax(192px, 1fr)', render: ({ number }) => number },
  { key: 'contract', title: '合同名称', width: 'minmax(140px, 2fr)', render: ({ contract }) => contract },
  { key: 'acceptedOn', title: '验收日期', width: '104px', render: ({ acceptedOn }) => acceptedOn },
  { key: 'outcome', title: '结论', width: '84px', render: ({ outcome }) => ACCEPTANCE_OUTCOME_LABELS[outcome] },
  { key: 'deduction', title: '扣款（元）', width: '116px', align: 'end', render: ({ deductionFen }) => formatYuan(deductionFen) },
  { key: 'payable', title: '应付（元）', width: '124px', align: 'end', render: ({ payableFen }) => formatYuan(payableFen) },
  { key: 'standing', title: '状态', width: '84px', render: ({ standing }) => <StandingTag standing={standing} /> },
];

export function AcceptanceList() {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [year, setYear] = useRouteYear(yearOf(todayInShanghai(Date.now())));

  const years = useLive(readYears, []);
  const { category, onlyOwn } = useRouteFilter();
  const author = onlyOwn ? station.stationId : null;
  const totals = useLive(() => (author === null ? readTotals(year) : readTotalsOf('author', year, author)), [year, author]);
  const counted = category === null ? totals?.acceptances : totals?.contractsByPlace[category].acceptances;
  const heads = useExchangeHeads(station.stationId);
  const drafts = useDrafts('acceptances');
  const own = station.stationId;
  const page = useKeyPage<AcceptanceRow>(
    { readKeys: (limit) => readAcceptanceKeys({ year, category, author }, limit), readShown: (ids) => readAcceptanceRows(ids, own) },
    [own, year, category, author],
  );

  const remove = async (id: RecordId) => {
    const reply = await dropAcceptanceDraft(id);
    setFailure(reply.ok ? null : reply.error);
  };

  return (
    <Page
      title="验收"
      intro={
        counted === undefined
          ? ' '
          : `${String(year)} 年验收 ${String(counted.count)} 次，应付 ${formatYuan(counted.payableFen)} 元${counted.count > 0 ? '；双击或按 Enter 打开' : ''}`
      }
      actions={
        <>
          <YearSelect value={year} years={years ?? []} onChange={setYear} unit="年" />
          {heads !== undefined && (
            <ExportButton
              title={`${String(year)} 年验收`}
              creator={station.name}
              columns={ACCEPTANCE_EXPORT}
              disabled={page.keys?.length === 0}
              rows={() => readAcceptanceExport({ year, category, author }, station.stationId, heads)}
            />
          )}
          {mayPrepare(station.officeKind) && (
            <Button type="primary" onClick={() => void navigate('/acceptances/new')}>
              新建验收
            </Button>
          )}
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <FilterNote />
      <DraftList
        drafts={(drafts ?? []).map(({ id, at, body }) => ({
          id,
          at,
          title: `${readTyped(body.form).number || '验收'}${body.basedOnRev > 0 ? '（更正）' : ''}`,
          to: `/acceptances/${id}/edit`,
        }))}
        onRemove={(id) => void remove(id)}
      />
      <KeyedGrid
        label="验收"
        columns={COLUMNS}
        page={page}
        onOpen={(id) => void navigate(`/acceptances/${id}`)}
        empty={
          mayPrepare(station.officeKind) ? (
            <EmptyState what={`没有 ${String(year)} 年的验收。`} why="合同履行后，从合同办理验收。" action={{ label: '新建验收', to: '/acceptances/new' }} />
          ) : (
            <EmptyState what={`没有 ${String(year)} 年的验收。`} why="下级单位报来以后显示在这里。" action={{ label: '接收数据包', to: '/exchange/receive' }} />
          )
        }
      />
    </Page>
  );
}
