// Handing over and finalising in judgement: may this draft go on, by this operator, today? Pure; commands.ts writes.

import type { RecordId } from '#shared/base/ids';
import type { RowOf } from '../../data/db';
import type { Reviewed } from './commands';
import { type PlanDraft, readDraft } from './drafts';
import { checkPlan, type PlanProblem, toPlanItem } from './plan-check';
import { type PlanNeighbours, surroundingsOf } from './plan-report';

export type Examined =
  /** Blocking findings or complaints stand against it. */
  | { readonly outcome: 'blocked'; readonly problems: readonly PlanProblem[] }
  /** The operator prepared it: it can be handed over, another one finalises it. */
  | { readonly outcome: 'hand-over'; readonly problems: readonly PlanProblem[]; readonly draft: PlanDraft }
  /** Its preparer has not handed it over yet. */
  | { readonly outcome: 'not-handed-over'; readonly problems: readonly PlanProblem[]; readonly preparedBy: RecordId }
  /** Ready for this reviewer's word; `problems` holds what is to be confirmed. */
  | { readonly outcome: 'finalise'; readonly problems: readonly PlanProblem[]; readonly reviewed: Reviewed };

export function examineDraft(row: RowOf<'drafts'>, operator: RecordId, today: string, neighbours: PlanNeighbours): Examined {
  const draft = readDraft(row.body, row.by);
  const { typed, preparedBy, forReview } = draft;
  const { problems } = checkPlan(typed, surroundingsOf(row.id, typed, neighbours));
  const body = toPlanItem(typed, { preparedBy, reviewedBy: operator, submittedOn: today });
  if (body === null || problems.some(({ severity }) => severity === 'block')) return { outcome: 'blocked', problems };
  if (preparedBy === operator) return { outcome: 'hand-over', problems, draft };
  if (!forReview) return { outcome: 'not-handed-over', problems, preparedBy };
  return { outcome: 'finalise', problems, reviewed: { id: row.id, body, basedOnRev: row.body.basedOnRev } };
}

export function toConfirm({ problems }: Examined): readonly PlanProblem[] {
  return problems.filter(({ severity }) => severity === 'warn');
}
