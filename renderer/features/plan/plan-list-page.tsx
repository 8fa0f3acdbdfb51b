// The plan of a year: which year, for whom, and the ways in and out; the desk below it holds the grid.

import { Button } from 'antd';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { yearOf } from '#shared/base/date';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { useLive } from '../../data/live';
import { newRecordId } from '../../data/new-id';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { YearSelect } from '../../ui/year-select';
import { readYearOfApproval } from './approval-year';
import { BuyersBar } from './buyers-bar';
import { PlanDesk } from './grid/plan-desk';
import { usePlanGrid } from './grid/use-plan-grid';
import { PlanExcelButtons } from './import/excel-buttons';
import type { Approval } from './plan-rows';
import { planYears, usePlanYear } from './plan-year';
import { readBuyers } from './queries';
import { useApproval } from './use-narrowing';

export function PlanListPage() {
  const [search] = useSearchParams();
  const approval = useApproval();
  return approval !== null && !search.has('year') ? <ToYearOfApproval approval={approval} /> : <PlanList />;
}

/** A deadline names the document that approved a plan, not the plan's year. */
function ToYearOfApproval({ approval }: { readonly approval: Approval }) {
  const { station } = useWorkplace();
  const [search] = useSearchParams();
  const year = useLive(() => readYearOfApproval(station.stationId, approval), [station.stationId, approval]);
  if (year === undefined) return <OpeningPlan />;
  const query = new URLSearchParams(search);
  query.set('year', String(year ?? yearOf(approval.decidedOn)));
  return <Navigate replace to={`/plan?${query.toString()}`} />;
}

function OpeningPlan() {
  return <div className="desk-loading" role="status">正在打开</div>;
}

function PlanList() {
  const { station, operatorId } = useWorkplace();
  const own = station.stationId;
  const navigate = useNavigate();
  const [year, setYear] = usePlanYear();
  const buyers = useLive(() => readBuyers(own), [own]);
  const create = () => void navigate(`/plan/${newRecordId(own)}?year=${String(year)}`);
  return (
    <Page
      title="年度计划"
      actions={
        <>
          <YearSelect label="计划年度" value={year} years={planYears()} onChange={setYear} />
          {buyers !== undefined && buyers.length > 0 && (
            <>
              <PlanExcelButtons year={year} buyers={buyers} />
              <Button onClick={() => void navigate(`/print/plan?year=${String(year)}`)}>打印</Button>
              <Button type="primary" onClick={create}>
                新建项目
              </Button>
            </>
          )}
        </>
      }
    >
      {buyers?.length === 0 && (
        <EmptyState
          what="还没有购买主体。"
          why="没有装本程序的单位，由财政局代编计划。先登记该单位，再编制项目。"
          action={{ label: '增加购买主体', to: `/plan/buyers/${newRecordId(own)}` }}
        />
      )}
      {buyers !== undefined && buyers.length > 0 && (
        <>
          <BuyersBar buyers={buyers} />
          <PlanOfYear key={`${String(year)} ${operatorId}`} year={year} buyers={buyers} />
        </>
      )}
    </Page>
  );
}

function PlanOfYear({ year, buyers }: { readonly year: number; readonly buyers: readonly RowOf<'buyers'>[] }) {
  const { station, operatorId } = useWorkplace();
  const grid = usePlanGrid(station.stationId, operatorId, year, buyers);
  if (grid === undefined) return <OpeningPlan />;
  return <PlanDesk year={year} buyers={buyers} grid={grid} />;
}
