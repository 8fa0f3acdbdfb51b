// The decision table's preview: one buyer's year as the finance office decided it.

import { useMemo } from 'react';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { PaperPage } from '../../paper/paper-page';
import { currentPlanYear } from '../../text/plan-year';
import { NotFound } from '../../ui/not-found';
import { useSame } from '../../ui/use-same';
import { useRouteYear } from '../../ui/year-select';
import { BuyerChoice, useRouteBuyer } from './buyer-choice';
import { decisionPaper } from './decision-paper';
import { type DecisionPaperData, readDecisionPaper } from './queries';
import { usePrinting } from './use-printing';

export function DecisionPrint() {
  const { station } = useWorkplace();
  const own = station.stationId;
  const [year] = useRouteYear(currentPlanYear(Date.now()));
  const [buyer] = useRouteBuyer();
  const data = useSame(useLive(() => readDecisionPaper(own, year, buyer), [own, year, buyer]));
  if (data === undefined) return <div className="desk-loading" role="status">正在读取</div>;
  if (data.mark === null) return <NotFound title="打印" words={`${String(year)} 年度没有收到项目。`} list={`/review?year=${String(year)}`} />;
  return <DecisionPreview data={data} mark={data.mark} year={year} />;
}

interface DecisionPreviewProps {
  readonly data: DecisionPaperData;
  readonly mark: NonNullable<DecisionPaperData['mark']>;
  readonly year: number;
}

function DecisionPreview({ data, mark, year }: DecisionPreviewProps) {
  const { station } = useWorkplace();
  const [, setBuyer] = useRouteBuyer();
  const printing = usePrinting();
  const { buyers, buyer, items, offices } = data;
  const paper = useMemo(
    () =>
      decisionPaper({
        office: offices.length === 0 ? station.name : offices.join('、'),
        buyer: buyer?.name ?? '',
        year,
        items: items.map(({ row, decision }) => ({ body: row.body, decision })),
        mark,
        printing,
      }),
    [buyer, items, mark, offices, printing, station.name, year],
  );
  const waiting = items.filter(({ decision }) => decision === null).length;
  return (
    <PaperPage
      paper={paper}
      choices={<BuyerChoice buyers={buyers} value={buyer?.id ?? null} onChange={setBuyer} />}
      {...(waiting > 0 ? { note: `其中 ${String(waiting)} 项还没有审定。` } : {})}
    />
  );
}
