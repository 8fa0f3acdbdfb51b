// The plan table's preview: a year of this office, of all buyers it prepares for or of one.

import { useMemo } from 'react';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { PaperPage } from '../../paper/paper-page';
import { currentPlanYear } from '../../text/plan-year';
import { NotFound } from '../../ui/not-found';
import { useSame } from '../../ui/use-same';
import { useRouteYear } from '../../ui/year-select';
import { BuyerChoice, useRouteBuyer } from './buyer-choice';
import { planPaper } from './plan-paper';
import { type PlanPaperData, readPlanPaper } from './queries';
import { usePrinting } from './use-printing';

export function PlanPrint() {
  const { station } = useWorkplace();
  const own = station.stationId;
  const [year] = useRouteYear(currentPlanYear(Date.now()));
  const [buyer] = useRouteBuyer();
  const data = useSame(useLive(() => readPlanPaper(own, year, buyer), [own, year, buyer]));
  if (data === undefined) return <div className="desk-loading" role="status">正在读取</div>;
  if (data.mark === null) return <NotFound title="打印" words={`${String(year)} 年还没有定稿的项目，定稿后再打印。`} list={`/plan?year=${String(year)}`} />;
  return <PlanPreview data={data} mark={data.mark} year={year} />;
}

function PlanPreview({ data, mark, year }: { readonly data: PlanPaperData; readonly mark: NonNullable<PlanPaperData['mark']>; readonly year: number }) {
  const { station } = useWorkplace();
  const [buyer, setBuyer] = useRouteBuyer();
  const printing = usePrinting();
  const { buyers, items, drafts } = data;
  const paper = useMemo(() => {
    const names = new Map(buyers.map(({ id, name }) => [id, name]));
    const shown = new Set(items.map(({ body }) => body.buyerId));
    const [first] = shown;
    const only = shown.size > 1 || first === undefined ? station.name : (names.get(first) ?? station.name);
    return planPaper({
      office: only === station.name ? only : `${only}（${station.name}代编）`,
      year,
      items: items.map(({ body }) => ({ body, buyer: names.get(body.buyerId) ?? '' })),
      manyBuyers: shown.size > 1,
      mark,
      printing,
    });
  }, [buyers, items, mark, printing, station.name, year]);
  return (
    <PaperPage
      paper={paper}
      choices={<BuyerChoice buyers={buyers} value={buyer} all="全部购买主体" onChange={setBuyer} />}
      {...(drafts > 0 ? { note: `只打印已定稿的内容；另有 ${String(drafts)} 项草稿没有列入。` } : {})}
    />
  );
}
