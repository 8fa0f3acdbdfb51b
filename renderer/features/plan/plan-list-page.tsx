// The plan list of a year: drafts and submitted projects, search, totals, and what can be done with the chosen ones.

import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import type { Failure } from '#shared/base/result';
import { useWorkplace } from '../../bridge/station';
import { useExchangeHeads } from '../../data/exchange-heads';
import { useLive } from '../../data/live';
import { newRecordId } from '../../data/new-id';
import { FailureNotice } from '../../ui/failure-notice';
import type { GridColumn } from '../../ui/grid-column';
import type { GridTicks } from '../../ui/grid-ticks';
import { Page } from '../../ui/page';
import { matches, searchText } from '../../ui/pinyin-search';
import { SearchBox } from '../../ui/search-box';
import { StandingTag } from '../../ui/standing-tag';
import { VirtualGrid } from '../../ui/virtual-grid';
import { YearSelect } from '../../ui/year-select';
import { BuyersBar } from './buyers-bar';
import { BulkDialog } from './bulk-dialog';
import { dropPlanDraft } from './commands';
import { CopyDialog } from './copy-dialog';
import { type PlanRow, planTotals, toPlanRows } from './plan-rows';
import { PlanTotalsBar } from './plan-totals-bar';
import { planYears, usePlanYear } from './plan-year';
import { readBuyers, readPlanYear } from './queries';

const NOTHING: readonly PlanRow[] = [];

export function PlanListPage() {
  const { station } = useWorkplace();
  const own = station.stationId;
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const [year, setYear] = usePlanYear();
  const stored = useLive(() => readPlanYear(own, year), [own, year]);
  const buyers = useLive(() => readBuyers(own), [own]);
  const heads = useExchangeHeads(own);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [ticked, setTicked] = useState<ReadonlySet<RecordId>>(new Set());
  const [copying, setCopying] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const rows = useMemo(() => (stored === undefined || heads === undefined ? undefined : toPlanRows(stored, heads)), [stored, heads]);
  const index = useMemo(() => new Map(rows?.map((row) => [row.id, searchText([row.number, row.catalogue], row.name)])), [rows]);
  const shown = useMemo(() => rows?.filter((row) => matches(index.get(row.id) ?? '', query)) ?? NOTHING, [rows, index, query]);
  const chosen = shown[active] ?? null;
  const selected = shown.filter((row) => row.draft !== null && ticked.has(row.id));

  const open = (row: PlanRow) => void navigate(`/plan/${row.id}?year=${String(year)}`);
  const create = () => void navigate(`/plan/${newRecordId(own)}?year=${String(year)}`);
  const remove = (row: PlanRow) =>
    modal.confirm({
      title: `删除草稿“${row.number} ${row.name}”？`,
      content: row.standing.word === 'draft' ? '删除后不能恢复。' : '只删除修改中的草稿，已定稿的内容不变。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: async () => {
        const removed = await dropPlanDraft(row.id);
        setFailure(removed.ok ? null : removed.error);
      },
    });
  const drafts = shown.filter((row) => row.draft !== null);
  const ticks: GridTicks<PlanRow> = {
    allLabel: drafts.length > 0 ? '全选草稿' : null,
    all: selected.length === 0 ? 'none' : selected.length === drafts.length ? 'all' : 'some',
    onTickAll: (on) => { setTicked(new Set(on ? drafts.map(({ id }) => id) : [])); },
    labelOf: ({ number, draft }) => (draft === null ? null : `选中 ${number}`),
    isTicked: ({ id }) => ticked.has(id),
    onTick: ({ id }, on) => {
      const next = new Set(ticked);
      if (on) next.add(id);
      else next.delete(id);
      setTicked(next);
    },
  };

  const noBuyer = buyers !== undefined && buyers.length === 0;
  return (
    <Page
      title="年度购买服务计划"
      actions={
        <>
          <YearSelect label="计划年度" value={year} years={planYears()} onChange={setYear} />
          <Button disabled={stored === undefined || stored.items.length === 0} onClick={() => void navigate(`/print/plan?year=${String(year)}`)}>
            打印计划表
          </Button>
          <Button type="primary" disabled={noBuyer} onClick={create}>
            新建项目
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      {buyers !== undefined && <BuyersBar buyers={buyers} />}
      <div className="plan-list">
        <div className="plan-toolbar">
          <SearchBox
            label="查找项目"
            placeholder="编号、名称、目录项或首字母"
            text={query}
            onSearch={(next) => { setQuery(next); setActive(0); }}
          />
          <Button disabled={chosen === null} onClick={() => { if (chosen !== null) open(chosen); }}>
            打开
          </Button>
          <Button disabled={chosen === null} onClick={() => { setCopying(true); }}>
            复制为新项目
          </Button>
          <Button danger disabled={chosen === null || chosen.draft === null} onClick={() => { if (chosen !== null) remove(chosen); }}>
            删除草稿
          </Button>
          <Button disabled={selected.length === 0} onClick={() => { setSubmitting(true); }}>
            一并送审、定稿{selected.length > 0 && `（${String(selected.length)}）`}
          </Button>
        </div>
        {rows !== undefined && (
          <VirtualGrid
            // Another list begins at its first row, as the buttons above do.
            key={`${String(year)} ${query}`}
            label={`${String(year)} 年购买服务项目`}
            columns={COLUMNS}
            ticks={ticks}
            count={shown.length}
            rowAt={(at) => shown[at]}
            onActive={setActive}
            onOpen={(at) => { const row = shown[at]; if (row !== undefined) open(row); }}
            empty={
              rows.length > 0 ? (
                '没有查到。换一个词，或清空查找框。'
              ) : (
                <>
                  <p>{year} 年还没有项目。</p>
                  <Button type="primary" disabled={noBuyer} onClick={create}>
                    编制第一个项目
                  </Button>
                </>
              )
            }
          />
        )}
        {rows !== undefined && rows.length > 0 && <PlanTotalsBar totals={planTotals(rows)} />}
      </div>
      {copying && chosen !== null && <CopyDialog row={chosen} onClose={() => { setCopying(false); }} />}
      {submitting && (
        <BulkDialog
          rows={selected}
          onClose={() => {
            setSubmitting(false);
            setTicked(new Set());
          }}
        />
      )}
    </Page>
  );
}

const COLUMNS: readonly GridColumn<PlanRow>[] = [
  { key: 'number', title: '编号', width: '98px', render: (row) => row.number },
  { key: 'name', title: '项目名称', width: 'minmax(140px, 2fr)', render: (row) => (row.name === '' ? <span className="soft">未命名</span> : row.name) },
  { key: 'catalogue', title: '目录项', width: 'minmax(104px, 1.3fr)', render: (row) => row.catalogue },
  { key: 'amount', title: '金额（元）', width: '130px', align: 'end', render: (row) => (row.amountFen === undefined ? '' : formatYuan(row.amountFen)) },
  { key: 'recipients', title: '服务对象', width: 'minmax(90px, 1fr)', render: (row) => row.recipients },
  { key: 'standing', title: '状态', width: '146px', render: (row) => <StandingCell row={row} /> },
  { key: 'approved', title: '审定（元）', width: '130px', align: 'end', render: (row) => (row.approvedFen === null ? '' : formatYuan(row.approvedFen)) },
];

function StandingCell({ row }: { readonly row: PlanRow }) {
  return (
    <>
      <StandingTag standing={row.standing} />
      {row.draft !== null && (
        <span className="soft">{row.draft.forReview ? '待审核' : row.standing.word === 'draft' ? '' : '修改中'}</span>
      )}
    </>
  );
}
