// Opens the form of one acceptance: its draft, or the official revision to be corrected, laid against the contract as it is now.

import { Navigate } from 'react-router';
import { type RecordId, recordIdSchema, type StationId } from '#shared/base/ids';
import { useWorkplace } from '../../bridge/station';
import { readExchangeHeads } from '../../data/exchange-heads';
import { useLive } from '../../data/live';
import { NotFound } from '../../ui/not-found';
import { Reading } from '../../ui/reading';
import { useOpenedOnce } from '../../ui/use-opened-once';
import { useRouteId } from '../../ui/use-route-id';
import { alignWithContract, readTyped, toTyped } from './acceptance-convert';
import { AcceptanceEditor } from './acceptance-form';
import type { AcceptanceTyped } from './acceptance-typed';
import { acceptanceContext, readAcceptanceBasis, readAcceptanceSubject, whyClosed } from './queries';

interface Opened {
  readonly initial: AcceptanceTyped;
  readonly contractId: RecordId;
  readonly basedOnRev: number;
}

const NOT_THERE = <NotFound title="验收" words="没有找到这次验收，或它的合同不在本机" list="/acceptances" />;

export function AcceptanceEdit() {
  const id = useRouteId('acceptanceId');
  return id === undefined ? NOT_THERE : <OpenAcceptance key={id} id={id} />;
}

function OpenAcceptance({ id }: { readonly id: RecordId }) {
  const { station } = useWorkplace();
  const found = useLive(() => openAcceptance(id, station.stationId), [id, station.stationId]);
  const opened = useOpenedOnce(found);

  if (opened !== null) return <AcceptanceEditor id={id} {...opened} />;
  if (found === undefined) return <Reading />;
  return found === 'closed' ? <Navigate to={`/acceptances/${id}`} replace /> : NOT_THERE;
}

/** 'closed': official and no longer to be corrected. */
async function openAcceptance(id: RecordId, own: StationId): Promise<Opened | 'closed' | null> {
  const { acceptance, draft } = await readAcceptanceSubject(id);
  if (draft !== null && draft.body.kind !== 'acceptances') return null;
  if (acceptance !== null && whyClosed(acceptance, own, await readExchangeHeads(own)) !== null) return 'closed';
  const typed = draft === null ? acceptance && toTyped(acceptance.body) : readTyped(draft.body.form);
  const contractId = recordIdSchema.safeParse(typed?.contractId).data;
  const basis = contractId === undefined ? null : await readAcceptanceBasis(contractId);
  if (typed === null || basis === null) return null;
  return {
    initial: alignWithContract(typed, basis.contract, acceptanceContext(basis, id)),
    contractId: basis.contract.id,
    basedOnRev: draft?.body.basedOnRev ?? acceptance?.rev ?? 0,
  };
}
