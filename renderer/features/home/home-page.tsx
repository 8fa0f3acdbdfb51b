// Home 首页: the year in figures, what waits to be done, and the first steps while there is nothing yet.

import { Flex } from 'antd';
import { useState } from 'react';
import { formatYuan } from '#shared/base/money';
import { isFinanceOffice } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { readTotals, readYears, type Totals } from '../../data/tallies';
import { currentPlanYear } from '../../text/plan-year';
import { type Figure, Figures } from '../../ui/figures';
import { Page, Panel } from '../../ui/page';
import { YearSelect } from '../../ui/year-select';
import { FirstSteps } from './first-steps';
import { TodoList } from './todo-list';

export default function HomePage() {
  const { station } = useWorkplace();
  const [year, setYear] = useState(() => currentPlanYear(Date.now()));
  const years = useLive(readYears, []);
  const finance = isFinanceOffice(station.officeKind);

  return (
    <Page
      title="首页"
      intro={station.name}
      actions={<YearSelect value={year} years={[currentPlanYear(Date.now()), ...(years ?? [])]} onChange={setYear} />}
    >
      <Panel title={finance ? `${String(year)} 年度，已收到的计划` : `${String(year)} 年度`}>
        {/* Keyed, so that no figure of another year stands under this heading while the new ones are read. */}
        <YearFigures key={year} year={year} />
      </Panel>
      <Flex gap="middle" wrap align="stretch">
        <div style={{ flex: '2 1 420px', display: 'grid' }}>
          <TodoList key={year} year={year} />
        </div>
        <div style={{ flex: '1 1 300px', display: 'grid' }}>
          <FirstSteps />
        </div>
      </Flex>
    </Page>
  );
}

function YearFigures({ year }: { readonly year: number }) {
  const totals = useLive(() => readTotals(year), [year]);
  return totals === undefined ? null : <Figures figures={figuresOf(totals)} />;
}

function figuresOf({ plan, contracts, acceptances }: Totals): readonly Figure[] {
  return [
    { label: '已送审项目', value: String(plan.items), remark: `申报 ${formatYuan(plan.amountFen)} 元` },
    {
      label: '已批复项目',
      value: String(plan.items - plan.pending),
      remark: `同意 ${String(plan.outcomes.approved)}，核减 ${String(plan.outcomes.cut)}，退回 ${String(plan.outcomes.returned)}，不予同意 ${String(plan.outcomes.refused)}`,
    },
    { label: '审定金额（元）', value: formatYuan(plan.approvedFen) },
    { label: '本年签订合同', value: String(contracts.count), remark: `${formatYuan(contracts.amountFen)} 元` },
    { label: '本年验收应付（元）', value: formatYuan(acceptances.payableFen), remark: `${String(acceptances.count)} 次验收` },
  ];
}
