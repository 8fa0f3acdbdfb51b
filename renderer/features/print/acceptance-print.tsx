// The acceptance certificate's preview.

import { useMemo } from 'react';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { PaperPage } from '../../paper/paper-page';
import { NotFound } from '../../ui/not-found';
import { useRouteId } from '../../ui/use-route-id';
import { useSame } from '../../ui/use-same';
import { acceptancePaper } from './acceptance-paper';
import { type AcceptancePaperData, readAcceptancePaper } from './queries';
import { usePrinting } from './use-printing';

export function AcceptancePrint() {
  const { station } = useWorkplace();
  const id = useRouteId('id');
  const data = useSame(useLive(() => (id === undefined ? null : readAcceptancePaper(id, station.stationId)), [id, station.stationId]));
  if (data === undefined) return <div className="desk-loading" role="status">正在读取</div>;
  if (data === null) return <NotFound title="打印" words="没有找到这次验收" list="/acceptances" />;
  return <AcceptancePreview data={data} />;
}

function AcceptancePreview({ data }: { readonly data: AcceptancePaperData }) {
  const printing = usePrinting();
  const paper = useMemo(() => {
    const { acceptance, contract, buyer, acceptedBy, mark } = data;
    return acceptancePaper({ acceptance: acceptance.body, contract: contract?.body ?? null, buyer, acceptedBy, mark, printing });
  }, [data, printing]);
  return <PaperPage paper={paper} word />;
}
