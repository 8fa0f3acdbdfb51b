// What the plan of a year and spreadsheets have to do with each other: in, and out.

import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useWorkplace } from '../../../bridge/station';
import { useExchangeHeads } from '../../../data/exchange-heads';
import { ExportButton } from '../../../excel/export-button';
import { toPlanRows } from '../plan-rows';
import { readPlanYear } from '../queries';
import { planExportColumns } from './plan-export';
import type { NamedBuyers } from './sheet-columns';

export function PlanExcelButtons({ year, buyers }: { readonly year: number; readonly buyers: NamedBuyers }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const heads = useExchangeHeads(station.stationId);
  return (
    <>
      <Button disabled={buyers.length === 0} onClick={() => void navigate(`/plan/import?year=${String(year)}`)}>
        导入 Excel
      </Button>
      <ExportButton
        title={`${String(year)} 年度购买服务计划`}
        creator={station.name}
        columns={planExportColumns(buyers)}
        disabled={heads === undefined}
        rows={async () => (heads === undefined ? [] : toPlanRows(await readPlanYear(station.stationId, year), heads))}
      />
    </>
  );
}
