// 本年资金: what was asked for, approved, committed and accepted in a year, by the six categories.

import { Segmented } from 'antd';
import { useState } from 'react';
import { todayInShanghai } from '#shared/base/date';
import type { OfficeKind } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { EmptyState } from '../../ui/empty-state';
import { Figures } from '../../ui/figures';
import { MoneyUnitSwitch, useMoneyUnit } from '../../ui/money-unit';
import { Panel } from '../../ui/page';
import type { View } from './links';
import { MoneyChart } from './money-chart';
import { moneyOf } from './money-rows';
import { MoneyTable } from './money-table';
import { readYearTotals } from './queries';
import { yearFigures } from './year-figures';

const VIEW_LABELS: Readonly<Record<View, string>> = { received: '已收到的全部', own: '本单位编制' };

/** A county bureau receives and prepares; the others do one of the two. */
function viewsOf(office: OfficeKind): readonly [View, ...View[]] {
  if (office === 'unit') return ['own'];
  return office === 'county' ? ['received', 'own'] : ['received'];
}

export function MoneyPanel({ year }: { readonly year: number }) {
  const { station } = useWorkplace();
  const views = viewsOf(station.officeKind);
  const [view, setView] = useState<View>(views[0]);
  const unit = useMoneyUnit();
  const totals = useLive(async () => ({ view, read: await readYearTotals(view, station.stationId, year) }), [view, station.stationId, year]);
  const label = `${String(year)} 年度购买服务资金，${VIEW_LABELS[view]}`;

  const switches = (
    <div className="home-switches">
      {views.length > 1 && (
        <Segmented<View> aria-label="范围" value={view} onChange={setView} options={views.map((value) => ({ value, label: VIEW_LABELS[value] }))} />
      )}
      <MoneyUnitSwitch />
    </div>
  );
  // Figures of another view must not stand under this one's name.
  if (totals?.view !== view) return <Panel title={`${String(year)} 年度资金`} extra={switches}>{null}</Panel>;
  const money = moneyOf(totals.read, todayInShanghai(Date.now()));
  const { plan, contracts, acceptances } = totals.read;
  const nothing = plan.items + contracts.count + acceptances.count === 0;
  return (
    <Panel title={`${String(year)} 年度资金`} extra={switches}>
      <Figures figures={yearFigures(totals.read, { view, year, unit })} />
      {nothing ? (
        <Nothing view={view} year={year} />
      ) : (
        <>
          <MoneyChart label={label} rows={money.rows} unit={unit} />
          <MoneyTable label={label} money={money} unit={unit} view={view} year={year} />
          {unit === 'wan' && <p className="agenda-limits">万元数四舍五入到小数点后两位，各行之和可能与合计略有出入；精确到分的数请切换到“元”。</p>}
          {money.beyondRange && <p className="agenda-limits">有合计超出 90 万亿元，只显示到这个数，请核对录入的金额。</p>}
        </>
      )}
    </Panel>
  );
}

function Nothing({ view, year }: { readonly view: View; readonly year: number }) {
  return view === 'own' ? (
    <EmptyState what={`${String(year)} 年度还没有定稿的项目。`} why="项目定稿后，申报、审定、合同和验收的金额在这里按类别汇总。" action={{ label: '编制年度计划', to: `/plan?year=${String(year)}` }} />
  ) : (
    <EmptyState what={`${String(year)} 年度还没有收到计划。`} why="接收下级单位的数据包后，金额在这里按类别汇总。" action={{ label: '接收数据包', to: '/exchange/receive' }} />
  );
}
