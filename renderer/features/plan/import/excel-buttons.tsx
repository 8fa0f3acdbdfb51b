// What the plan of a year and spreadsheets have to do with each other: in, and out.

import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { StationId } from '#shared/base/ids';
import { useWorkplace } from '../../../bridge/station';
import { type ExchangeHeads, useExchangeHeads } from '../../../data/exchange-heads';
import { ExportButton } from '../../../excel/export-button';
import { inBatches } from '../../../excel/make-file';
import { type PlanRow, toPlanRows } from '../plan-rows';
import { readPlanYear } from '../queries';
import { planExportColumns } from './plan-export';
import type { NamedBuyers } from './sheet-columns';

export function PlanExcelButtons({ year, buyers }: { readonly year: number; readonly buyers: NamedBuyers }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const heads = useExchangeHeads(station.stationId);
  return (
    <>
      <Button onClick={() => void navigate(`/plan/import?year=${String(year)}`)}>
        导入 Excel
      </Button>
      <ExportButton
        title={`${String(year)} 年度购买服务计划`}
        creator={station.name}
        columns={planExportColumns(buyers)}
        disabled={heads === undefined}
        rows={() => rowsOf(station.stationId, year, heads)}
      />
    </>
  );
}

async function* rowsOf(own: StationId, year: number, heads: ExchangeHeads | undefined): AsyncGenerator<readonly PlanRow[]> {
  if (heads !== undefined) yield* inBatches(toPlanRows(await readPlanYear(own, year), heads));
}
