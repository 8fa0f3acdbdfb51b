// Writes of the contract area: a contract begins as a draft under an approved item and becomes official when finalised.

import type { RecordId, StationId } from '#shared/base/ids';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Draft } from '#shared/domain/draft';
import { finalise, saveDraft, type SaveResult } from '../../data/commit';
import { binDrafts } from '../../data/history';
import { newRecordId } from '../../data/new-id';
import { readYear } from '../../ui/typed-shapes';
import { fromPlanItem } from './contract-convert';
import type { ContractStored, ContractTyped } from './contract-typed';
import type { ApprovedItem } from './queries';

/** A new draft with what item and approval already settle; gives its id. */
export async function startContract(own: StationId, { item, decisionId }: ApprovedItem): Promise<Result<RecordId, Failure>> {
  const id = newRecordId(own);
  const typed = fromPlanItem(item.id, decisionId, item.body);
  const form = typed as unknown as Draft['form'];
  const saved = await saveDraft(id, { kind: 'contracts', year: draftYear(typed), basedOnRev: 0, form });
  return saved.ok ? ok(id) : saved;
}

/** Under which year a draft is listed: that of its signing, this year until there is one. */
export function draftYear(typed: Pick<ContractTyped, 'signedOn'>): number {
  return readYear(typed.signedOn);
}

/** 定稿: who is signed in handled it. */
export function finaliseContract(id: RecordId, stored: ContractStored, basedOnRev: number, handledBy: RecordId): Promise<SaveResult> {
  return finalise([{ table: 'contracts', id, body: { ...stored, handledBy }, basedOnRev }]);
}

/** Into the bin. */
export function dropContractDraft(id: RecordId): Promise<SaveResult> {
  return binDrafts([id]);
}
