// The contract summary's preview.

import { useMemo } from 'react';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { PaperPage } from '../../paper/paper-page';
import { NotFound } from '../../ui/not-found';
import { useRouteId } from '../../ui/use-route-id';
import { useSame } from '../../ui/use-same';
import { contractPaper } from './contract-paper';
import { type ContractPaperData, readContractPaper } from './queries';
import { usePrinting } from './use-printing';

export function ContractPrint() {
  const { station } = useWorkplace();
  const id = useRouteId('id');
  const data = useSame(useLive(() => (id === undefined ? null : readContractPaper(id, station.stationId)), [id, station.stationId]));
  if (data === undefined) return <div className="desk-loading" role="status">正在读取</div>;
  if (data === null) return <NotFound title="打印" words="没有找到这份合同" list="/contracts" />;
  return <ContractPreview data={data} />;
}

function ContractPreview({ data }: { readonly data: ContractPaperData }) {
  const printing = usePrinting();
  const paper = useMemo(() => {
    const { contract, buyer, handler, mark } = data;
    return contractPaper({ contract: contract.body, rev: contract.rev, buyer: buyer?.body ?? null, handler, mark, printing });
  }, [data, printing]);
  return <PaperPage paper={paper} word />;
}
