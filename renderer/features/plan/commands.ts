// Writes of the plan area: drafts come, change hands and go; reviewed projects become official.

import type { RecordId, StationId } from '#shared/base/ids';
import { ok } from '#shared/base/result';
import type { PlanItem } from '#shared/domain/plan-item';
import type { RowOf } from '../../data/db';
import { finalise, type SaveResult } from '../../data/commit';
import { commitStep } from '../../data/history';
import { newRecordId } from '../../data/new-id';
import { scopeOf } from '../../data/step';
import { type PlanDraft, readDraft, toDraft } from './drafts';
import { toTyped } from './plan-convert';
import type { PlanTyped } from './plan-typed';

/** As one step of the year's list, which can be undone. */
function keepPlanDraft(label: string, id: RecordId, draft: PlanDraft, basedOnRev: number): Promise<SaveResult> {
  return commitStep(scopeOf('planItems', draft.typed.year, id), label, [{ id, draft: toDraft(draft, basedOnRev) }]);
}

export interface HandOver {
  readonly id: RecordId;
  readonly draft: PlanDraft;
  readonly basedOnRev: number;
}

/** 送审: all of them, of one year, under one fsync. */
export function handOverPlanDrafts(drafts: readonly HandOver[]): Promise<SaveResult> {
  const [first] = drafts;
  if (first === undefined) return Promise.resolve(ok({ lines: [], shown: true }));
  return commitStep(
    scopeOf('planItems', first.draft.typed.year, first.id),
    `送审 ${String(drafts.length)} 个项目`,
    drafts.map(({ id, draft, basedOnRev }) => ({ id, draft: toDraft({ ...draft, forReview: true }, basedOnRev) })),
  );
}

export interface Copied {
  readonly id: RecordId;
  readonly result: SaveResult;
}

/** A new project with another's values: own number, nothing declared for it yet. */
export async function copyPlanItem(
  station: StationId,
  from: PlanTyped,
  into: Pick<PlanTyped, 'year' | 'number' | 'catalogueVersion'>,
  operator: RecordId,
): Promise<Copied> {
  const id = newRecordId(station);
  const typed: PlanTyped = { ...from, ...into, notConfidential: false, exclusionsDenied: [], attachments: [] };
  return { id, result: await keepPlanDraft('复制项目', id, { typed, preparedBy: operator, forReview: false }, 0) };
}

/** 修改后重新送审: a draft of the next revision, with the values of the present one. */
export function revisePlanItem(row: RowOf<'planItems'>, operator: RecordId): Promise<SaveResult> {
  return keepPlanDraft('开始修改', row.id, { typed: toTyped(row.body), preparedBy: operator, forReview: false }, row.rev);
}

/** Another operator goes on with the draft and is its preparer from then on; who drafted it so far may review it. */
export function takeOverDraft(row: RowOf<'drafts'>, operator: RecordId): Promise<SaveResult> {
  const draft = readDraft(row.body, row.by);
  return keepPlanDraft('接手编制', row.id, { ...draft, preparedBy: operator, forReview: false }, row.body.basedOnRev);
}

export interface Reviewed {
  readonly id: RecordId;
  readonly body: PlanItem;
  readonly basedOnRev: number;
}

/** 审核定稿: all of them under one fsync. */
export function finalisePlanItems(reviewed: readonly Reviewed[]): Promise<SaveResult> {
  return finalise(reviewed.map((one) => ({ table: 'planItems', ...one })));
}
