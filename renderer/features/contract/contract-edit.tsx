// Opens the form of one contract: its draft, or the official revision to be revised; refuses what may no longer be changed.

import { Navigate } from 'react-router';
import { type RecordId, recordIdSchema, type StationId } from '#shared/base/ids';
import { useWorkplace } from '../../bridge/station';
import { readExchangeHeads } from '../../data/exchange-heads';
import { useLive } from '../../data/live';
import { NotFound } from '../../ui/not-found';
import { Reading } from '../../ui/reading';
import { useOpenedOnce } from '../../ui/use-opened-once';
import { useRouteId } from '../../ui/use-route-id';
import { readTyped, toTyped } from './contract-convert';
import { ContractEditor } from './contract-form';
import type { ContractTyped } from './contract-typed';
import { isApproval, readContractBasis, readContractSubject, whyClosed } from './queries';

interface Opened {
  readonly initial: ContractTyped;
  readonly basedOnRev: number;
}

const NOT_THERE = <NotFound title="合同" words="没有找到这份合同" list="/contracts" />;

export function ContractEdit() {
  const id = useRouteId('contractId');
  return id === undefined ? NOT_THERE : <OpenContract key={id} id={id} />;
}

function OpenContract({ id }: { readonly id: RecordId }) {
  const { station } = useWorkplace();
  const found = useLive(() => openContract(id, station.stationId), [id, station.stationId]);
  const opened = useOpenedOnce(found);

  if (opened !== null) return <ContractEditor id={id} initial={opened.initial} basedOnRev={opened.basedOnRev} />;
  if (found === undefined) return <Reading />;
  return found === 'closed' ? <Navigate to={`/contracts/${id}`} replace /> : NOT_THERE;
}

/** 'closed': official and no longer to be revised. A draft whose approval was replaced takes the one that stands now. */
async function openContract(id: RecordId, own: StationId): Promise<Opened | 'closed' | null> {
  const { contract, draft } = await readContractSubject(id);
  if (draft !== null && draft.body.kind !== 'contracts') return null;
  if (contract === null && draft === null) return null;
  const typed = draft === null ? contract && toTyped(contract.body) : readTyped(draft.body.form);
  if (typed === null) return null;
  const planItemId = recordIdSchema.safeParse(typed.planItemId);
  const basis = planItemId.success ? await readContractBasis(planItemId.data) : null;
  if (contract !== null && whyClosed(contract, own, await readExchangeHeads(own), basis?.acceptances ?? []) !== null) return 'closed';
  const standing = basis?.standing ?? null;
  const decisionId = standing !== null && isApproval(standing) ? standing.decisionId : typed.decisionId;
  return { initial: { ...typed, decisionId }, basedOnRev: draft?.body.basedOnRev ?? contract?.rev ?? 0 };
}
