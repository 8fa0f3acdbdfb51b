// Submitted items across buyers: filter, choose one or many, decide many at once.

import { Button, Checkbox, Flex, Segmented, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { findCatalogueItem } from '#shared/policy/catalogue';
import { db, type RowOf, type Standing } from '../../data/db';
import { useLive } from '../../data/live';
import { useKeyPage } from '../../data/paging';
import { readTotals, readYears } from '../../data/tallies';
import { currentPlanYear } from '../../text/plan-year';
import { Page } from '../../ui/page';
import { StandingTag } from '../../ui/standing-tag';
import { type GridColumn, VirtualGrid } from '../../ui/virtual-grid';
import { BulkDecideDialog } from './bulk-decide-dialog';
import { readReviewKeys, type ReviewFilter } from './queries';

type ItemRow = RowOf<'planItems'>;

export function ReviewList() {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const year = Number(search.get('year') ?? currentPlanYear(Date.now()));
  const filter = (search.get('filter') ?? 'pending') as ReviewFilter;
  const [selected, setSelected] = useState<ReadonlySet<RecordId>>(new Set());
  const [deciding, setDeciding] = useState(false);

  const years = useLive(readYears, []);
  const totals = useLive(() => readTotals(year), [year]);
  const names = useLive(readNames, []);
  const { keys, rowAt, show } = useKeyPage('planItems', () => readReviewKeys(year, filter), [year, filter]);
  const standings = useLive(readStandings, []);
  const chosen = useMemo(() => (keys ?? []).filter((key) => selected.has(key)), [keys, selected]);

  const toggle = useCallback((id: RecordId) => {
    setSelected((held) => {
      const next = new Set(held);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const change = (next: { year?: number; filter?: ReviewFilter }) => {
    setSelected(new Set());
    setSearch({ year: String(next.year ?? year), filter: next.filter ?? filter });
  };

  const columns: readonly GridColumn<ItemRow>[] = [
    {
      key: 'select',
      title: (
        <Checkbox
          aria-label="全选"
          checked={chosen.length > 0 && chosen.length === keys?.length}
          indeterminate={chosen.length > 0 && chosen.length < (keys?.length ?? 0)}
          onChange={(event) => { setSelected(event.target.checked ? new Set(keys) : new Set()); }}
        />
      ),
      width: '44px',
      render: (row) => (
        <Checkbox aria-label={`选择 ${row.body.name}`} checked={selected.has(row.id)} onChange={() => { toggle(row.id); }} />
      ),
    },
    { key: 'buyer', title: '购买主体', width: 'minmax(120px, 1.2fr)', render: (row) => names?.get(row.body.buyerId) ?? '' },
    { key: 'number', title: '编号', width: '110px', render: (row) => row.body.number },
    { key: 'name', title: '项目名称', width: 'minmax(160px, 2fr)', render: (row) => row.body.name },
    {
      key: 'catalogue',
      title: '目录项',
      width: 'minmax(110px, 1fr)',
      render: (row) => findCatalogueItem(row.body.catalogueVersion, row.body.catalogueCode)?.name ?? row.body.catalogueCode,
    },
    { key: 'amount', title: '申报（元）', width: '140px', align: 'end', render: (row) => formatYuan(row.body.amountFen) },
    {
      key: 'approved',
      title: '审定（元）',
      width: '140px',
      align: 'end',
      render: (row) => {
        const standing = standings?.get(row.id);
        return standing?.current === true ? formatYuan(standing.approvedFen) : '';
      },
    },
    { key: 'standing', title: '状态', width: '120px', render: (row) => <StandingTag standing={standingHere(standings?.get(row.id))} /> },
  ];

  return (
    <Page
      title="计划审定"
      intro={
        totals === undefined
          ? ' '
          : `${String(year)} 年度收到 ${String(totals.plan.items)} 项，申报 ${formatYuan(totals.plan.amountFen)} 元；待审定 ${String(totals.plan.pending)} 项，已审定 ${formatYuan(totals.plan.approvedFen)} 元`
      }
      actions={
        <>
          <Segmented<ReviewFilter>
            aria-label="筛选"
            value={filter}
            onChange={(next) => { change({ filter: next }); }}
            options={[
              { value: 'pending', label: '待审定' },
              { value: 'decided', label: '已批复' },
              { value: 'all', label: '全部' },
            ]}
          />
          <Select<number>
            aria-label="年度"
            value={year}
            onChange={(next) => { change({ year: next }); }}
            style={{ width: 130 }}
            options={[...new Set([year, ...(years ?? [])])].map((value) => ({ value, label: `${String(value)} 年度` }))}
          />
        </>
      }
    >
      <Flex gap="small" align="center">
        <Button type="primary" disabled={chosen.length === 0} onClick={() => { setDeciding(true); }}>
          批量审定（{chosen.length}）
        </Button>
        <span className="soft">双击或按 Enter 打开一项；勾选后可以一次审定多项。</span>
      </Flex>
      <VirtualGrid<ItemRow>
        label="送审项目"
        columns={columns}
        count={keys?.length ?? 0}
        rowAt={rowAt}
        onWindow={show}
        onOpen={(index) => {
          const key = keys?.[index];
          if (key !== undefined) void navigate(`/review/${key}`);
        }}
        empty={filter === 'pending' ? '没有待审定的项目。接收下级单位的数据包后，项目会出现在这里。' : '没有项目。'}
      />
      <BulkDecideDialog
        open={deciding}
        ids={chosen}
        onClose={(decided) => {
          setDeciding(false);
          if (decided) setSelected(new Set());
        }}
      />
    </Page>
  );
}

async function readNames(): Promise<ReadonlyMap<string, string>> {
  const buyers = await db.buyers.toArray();
  return new Map(buyers.map((row) => [row.id, row.body.name]));
}

async function readStandings(): Promise<ReadonlyMap<string, Standing>> {
  const standings = await db.standings.toArray();
  return new Map(standings.map((standing) => [standing.id, standing]));
}

/** Seen from the finance office: an item that is held is received, until a decision stands. */
function standingHere(standing: Standing | undefined) {
  return standing?.current === true
    ? ({ word: 'decided', outcome: standing.outcome, editing: false } as const)
    : ({ word: 'received', editing: false } as const);
}
