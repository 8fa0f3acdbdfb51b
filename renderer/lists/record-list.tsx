// The page of a year's official records of one kind: those of subordinate offices included, narrowed by the figure that led here, with
// the drafts that wait above them. What is listed and how it reads is the kind's own (contracts, acceptances).

import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { todayInShanghai, yearOf } from '#shared/base/date';
import type { RecordId, StationId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { mayPrepare } from '#shared/domain/office';
import { useWorkplace } from '../bridge/station';
import type { DraftKind } from '../data/commit';
import type { RowOf } from '../data/db';
import { useDrafts } from '../data/drafts';
import { type ExchangeHeads, useExchangeHeads } from '../data/exchange-heads';
import { binDrafts } from '../data/history';
import { useLive } from '../data/live';
import { type ListRow, useKeyPage } from '../data/paging';
import type { RecordFilter } from '../data/record-filter';
import { type ContractTotals, readTotals, readTotalsOf, readYears } from '../data/tallies';
import { ExportButton } from '../excel/export-button';
import type { ExportColumn } from '../excel/make-file';
import { DraftList } from '../ui/draft-list';
import { EmptyState } from '../ui/empty-state';
import { FailureNotice } from '../ui/failure-notice';
import type { GridColumn } from '../ui/grid-column';
import { KeyedGrid } from '../ui/keyed-grid';
import { Page } from '../ui/page';
import { FilterNote, useClearFilter, useRouteFilter } from '../ui/route-filter';
import { useRouteYear, YearSelect } from '../ui/year-select';

export interface RecordListKind<Row extends ListRow, Exported> {
  readonly kind: DraftKind;
  /** Of the list; a record is opened under it by its id, a new one under 'new', a draft under its id and 'edit'. */
  readonly path: string;
  /** What one is called: 合同. */
  readonly name: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly readKeys: (filter: RecordFilter, limit: number) => Promise<readonly RecordId[]>;
  readonly readRows: (ids: readonly RecordId[], own: StationId) => Promise<readonly Row[]>;
  readonly exportColumns: readonly ExportColumn<Exported>[];
  readonly readExport: (filter: RecordFilter, own: StationId, heads: ExchangeHeads) => AsyncIterable<readonly Exported[]>;
  /** What is counted of them: '签订 3 份，120,000.00 元'. */
  readonly counted: (totals: ContractTotals) => { readonly count: number; readonly words: string };
  readonly draftTitle: (body: RowOf<'drafts'>['body']) => string;
  /** '没有 2026 年签订的合同。' */
  readonly none: (year: number) => string;
  /** Where one comes from, for those who prepare them. */
  readonly origin: string;
}

export function RecordList<Row extends ListRow, Exported>({ list }: { readonly list: RecordListKind<Row, Exported> }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [year, setYear] = useRouteYear(yearOf(todayInShanghai(Date.now())));
  const { category, onlyOwn } = useRouteFilter();

  const own = station.stationId;
  const author = onlyOwn ? own : null;
  const filter: RecordFilter = { year, category, author };
  const years = useLive(readYears, []);
  const totals = useLive(() => (author === null ? readTotals(year) : readTotalsOf('author', year, author)), [year, author]);
  const heads = useExchangeHeads(own);
  const drafts = useDrafts(list.kind);
  const page = useKeyPage<Row>(
    { readKeys: (limit) => list.readKeys(filter, limit), readShown: (ids) => list.readRows(ids, own) },
    [list.kind, own, year, category, author],
  );

  const counted = totals && list.counted(category === null ? totals : totals.contractsByPlace[category]);
  const create = { label: `新建${list.name}`, to: `${list.path}/new` };
  const remove = async (id: RecordId) => {
    const dropped = await binDrafts([id]);
    setFailure(dropped.ok ? null : dropped.error);
  };

  return (
    <Page
      title={list.name}
      intro={counted === undefined ? ' ' : `${String(year)} 年${counted.words}${counted.count > 0 ? '；双击或按 Enter 打开' : ''}`}
      actions={
        <>
          <YearSelect value={year} years={years ?? []} onChange={setYear} unit="年" />
          {heads !== undefined && (
            <ExportButton
              title={`${String(year)} 年${list.name}`}
              creator={station.name}
              columns={list.exportColumns}
              disabled={page.keys?.length === 0}
              rows={() => list.readExport(filter, own, heads)}
            />
          )}
          {mayPrepare(station.officeKind) && (
            <Button type="primary" onClick={() => void navigate(create.to)}>
              {create.label}
            </Button>
          )}
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <FilterNote />
      <DraftList
        drafts={(drafts ?? []).map(({ id, at, body }) => ({ id, at, title: list.draftTitle(body), to: `${list.path}/${id}/edit` }))}
        onRemove={(id) => void remove(id)}
      />
      <KeyedGrid
        label={list.name}
        columns={list.columns}
        page={page}
        onOpen={(id) => void navigate(`${list.path}/${id}`)}
        empty={
          category !== null || onlyOwn ? (
            <NothingSuch name={list.name} year={year} />
          ) : mayPrepare(station.officeKind) ? (
            <EmptyState what={list.none(year)} why={list.origin} action={create} />
          ) : (
            <EmptyState what={list.none(year)} why="下级单位报来以后显示在这里。" action={{ label: '接收数据包', to: '/exchange/receive' }} />
          )
        }
      />
    </Page>
  );
}

function NothingSuch({ name, year }: { readonly name: string; readonly year: number }) {
  const clear = useClearFilter();
  return <EmptyState what={`${String(year)} 年没有符合条件的${name}。`} action={{ label: '全部显示', onClick: clear }} />;
}
