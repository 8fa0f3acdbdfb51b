// Summary 汇总: what the offices below reported, added up to the fen, and whose signature each figure rests on.

import { Button, Flex, Segmented, Table } from 'antd';
import { useEffect, useState } from 'react';
import type { StationId } from '#shared/base/ids';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import type { MoneyUnit } from '#shared/base/money';
import { catalogueInForce } from '#shared/policy/catalogue';
import { todayInShanghai } from '#shared/base/date';
import { useWorkplace } from '../../bridge/station';
import { markVisited } from '../../bridge/visited';
import { useLive } from '../../data/live';
import { type PlanTotals, readYears, type Totals } from '../../data/tallies';
import { PLACES } from '../../data/tally-layout';
import { ExportButton } from '../../excel/export-button';
import { inBatches } from '../../excel/make-file';
import { currentPlanYear } from '../../text/plan-year';
import { EmptyState } from '../../ui/empty-state';
import { Figures } from '../../ui/figures';
import { amountIn, MoneyUnitSwitch, UNIT_LABELS, useMoneyUnit } from '../../ui/money-unit';
import { Page, Panel } from '../../ui/page';
import { Reading } from '../../ui/reading';
import { useRouteYear, YearSelect } from '../../ui/year-select';
import { summaryExport } from './export';
import { ProvenanceDrawer } from './provenance-drawer';
import { readSummary, type Summary, type SummaryRow } from './queries';

type Scope = 'author' | 'region' | 'buyer' | 'category';

const SCOPES: readonly { readonly value: Scope; readonly label: string }[] = [
  { value: 'author', label: '按填报单位' },
  { value: 'region', label: '按地区' },
  { value: 'buyer', label: '按购买主体' },
  { value: 'category', label: '按目录类别' },
];

export default function SummaryPage() {
  const [year, setYear] = useRouteYear(currentPlanYear(Date.now()));
  const years = useLive(readYears, []);
  const { station } = useWorkplace();
  useEffect(() => { markVisited(station.stationId, 'summary'); }, [station.stationId]);
  return (
    <Page
      title="汇总"
      intro="金额精确到分，逐项来自各单位签名的日志；点“签名依据”查看由谁签名、由谁准入。"
      actions={<YearSelect value={year} years={[currentPlanYear(Date.now()), ...(years ?? [])]} onChange={setYear} />}
    >
      {/* Keyed, so that no figure of another year stands under this heading while the new ones are read. */}
      <SummaryOfYear key={year} year={year} />
    </Page>
  );
}

function SummaryOfYear({ year }: { readonly year: number }) {
  const { station } = useWorkplace();
  const [scope, setScope] = useState<Scope>('author');
  const [author, setAuthor] = useState<StationId | null>(null);
  const summary = useLive(() => readSummary(year), [year]);
  const unit = useMoneyUnit();
  const amount = (fen: number) => amountIn(unit, fen);
  if (summary === undefined) return <Reading />;
  return (
    <>
      <Panel title="合计" extra={<MoneyUnitSwitch />}>
        <Figures figures={totalFigures(summary.total, unit)} />
        {summary.total.beyondRange && <p className="soft">有合计超出 90 万亿元，只显示到这个数，请核对各单位报送的金额。</p>}
      </Panel>
      <Panel
        title="明细"
        extra={
          <Flex gap="small" wrap justify="end">
            <Segmented<Scope> aria-label="分组" value={scope} onChange={setScope} options={[...SCOPES]} />
            <ExportButton
              title={`${String(year)} 年度汇总 ${SCOPES.find(({ value }) => value === scope)?.label ?? ''}`}
              creator={station.name}
              columns={summaryExport(scope !== 'buyer')}
              disabled={rowsOf(summary, scope).length === 0}
              rows={() => inBatches(rowsOf(summary, scope))}
            />
          </Flex>
        }
      >
        <Table<SummaryRow>
          size="small"
          rowKey="key"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          dataSource={[...rowsOf(summary, scope)]}
          locale={{
            emptyText: (
              <EmptyState
                what={`${String(year)} 年度还没有收到数据。`}
                why="接收下级单位的数据包后，数字在这里汇总。"
                action={{ label: '接收数据包', to: '/exchange/receive' }}
              />
            ),
          }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: '名称', dataIndex: 'name' },
            { title: '项目数', align: 'right', render: (_, row) => row.plan.items },
            { title: `申报（${UNIT_LABELS[unit]}）`, align: 'right', render: (_, row) => amount(row.plan.amountFen) },
            { title: '待批复', align: 'right', render: (_, row) => row.plan.pending },
            { title: `审定（${UNIT_LABELS[unit]}）`, align: 'right', render: (_, row) => amount(row.plan.approvedFen) },
            ...(scope !== 'buyer'
              ? [
                  { title: `合同（${UNIT_LABELS[unit]}）`, align: 'right' as const, render: (_: unknown, row: SummaryRow) => amount(row.contractFen) },
                  { title: `应付（${UNIT_LABELS[unit]}）`, align: 'right' as const, render: (_: unknown, row: SummaryRow) => amount(row.payableFen) },
                ]
              : []),
            ...(scope === 'author'
              ? [
                  {
                    title: '',
                    render: (_: unknown, row: SummaryRow) => (
                      <Button size="small" onClick={() => { setAuthor(row.key as StationId); }}>
                        签名依据
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <ProvenanceDrawer author={author} onClose={() => { setAuthor(null); }} />
    </>
  );
}

function totalFigures({ plan, contracts, acceptances, beyondRange }: Totals, unit: MoneyUnit) {
  const sum = (name: string, fen: number) => ({
    label: `${name}（${UNIT_LABELS[unit]}）`,
    value: amountIn(unit, fen),
    // A sum that was cut at the largest amount is not written out as if it were one.
    ...(beyondRange ? {} : { capitals: toChineseAmountWithCurrency(fen) }),
  });
  return [
    { label: '项目数', value: String(plan.items), remark: `待批复 ${String(plan.pending)} 项` },
    sum('申报金额', plan.amountFen),
    sum('审定金额', plan.approvedFen),
    { ...sum('合同金额', contracts.amountFen), remark: `${String(contracts.count)} 份` },
    { ...sum('验收应付', acceptances.payableFen), remark: `${String(acceptances.count)} 次` },
  ];
}

function rowsOf(summary: Summary, scope: Scope): readonly SummaryRow[] {
  if (scope !== 'category') return summary.by[scope];
  const categories = catalogueInForce(todayInShanghai(Date.now()))?.categories ?? [];
  const { byCategory, contractsByPlace } = summary.total;
  const rows = PLACES.map((place): SummaryRow => {
    const { contracts, acceptances } = contractsByPlace[place];
    const found = categories.find(({ code }) => code === String(place));
    return {
      key: String(place),
      name: found === undefined ? '类别未知（项目尚未收到）' : `${found.code}　${found.name}`,
      plan: place === 0 ? NO_PLAN : byCategory[place],
      contractFen: contracts.amountFen,
      payableFen: acceptances.payableFen,
    };
  });
  // The unknown ones stand last, and nothing stands for a category without figures.
  return [...rows.slice(1), ...rows.slice(0, 1)].filter(({ plan, contractFen, payableFen }) => plan.items > 0 || contractFen > 0 || payableFen > 0);
}

const NO_PLAN: PlanTotals = { items: 0, amountFen: 0, outcomes: { approved: 0, cut: 0, returned: 0, refused: 0 }, pending: 0, approvedFen: 0 };
