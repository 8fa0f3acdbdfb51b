// Writes of the acceptance area: an acceptance begins as a draft under a contract and becomes official when finalised.

import type { RecordId, StationId } from '#shared/base/ids';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Draft } from '#shared/domain/draft';
import { finalise, saveDraft, type SaveResult } from '../../data/commit';
import { binDrafts } from '../../data/history';
import { newRecordId } from '../../data/new-id';
import { readYear } from '../../ui/typed-shapes';
import { alignWithContract } from './acceptance-convert';
import { type AcceptanceStored, type AcceptanceTyped, BLANK_ACCEPTANCE, BLANK_MEMBER } from './acceptance-typed';
import { acceptanceContext, type AcceptanceBasis } from './queries';

/** A new draft with every agreed line, prefilled with what is left to accept; gives its id. */
export async function startAcceptance(own: StationId, basis: AcceptanceBasis): Promise<Result<RecordId, Failure>> {
  const id = newRecordId(own);
  const blank: AcceptanceTyped = {
    ...BLANK_ACCEPTANCE,
    number: `${basis.contract.body.number}-${String(basis.acceptances.length + 1)}`.slice(0, 60),
    members: [{ ...BLANK_MEMBER, side: 'buyer' }],
  };
  const typed = alignWithContract(blank, basis.contract, acceptanceContext(basis, id));
  const form = typed as unknown as Draft['form'];
  const saved = await saveDraft(id, { kind: 'acceptances', year: draftYear(typed), basedOnRev: 0, form });
  return saved.ok ? ok(id) : saved;
}

/** Under which year a draft is listed: that of its acceptance, this year until there is one. */
export function draftYear(typed: Pick<AcceptanceTyped, 'acceptedOn'>): number {
  return readYear(typed.acceptedOn);
}

/** 定稿: who is signed in accepts. */
export function finaliseAcceptance(
  id: RecordId,
  stored: AcceptanceStored,
  basedOnRev: number,
  acceptedBy: RecordId,
): Promise<SaveResult> {
  return finalise([{ table: 'acceptances', id, body: { ...stored, acceptedBy }, basedOnRev }]);
}

/** Into the bin. */
export function dropAcceptanceDraft(id: RecordId): Promise<SaveResult> {
  return binDrafts([id]);
}
