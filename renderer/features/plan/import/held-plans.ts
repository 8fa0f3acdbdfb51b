// The projects of a year as an import compares with them: drafts before the official revisions they will replace.

import type { RecordId } from '#shared/base/ids';
import { readDraft } from '../drafts';
import { toTyped } from '../plan-convert';
import type { PlanTyped } from '../plan-typed';
import type { PlanYear } from '../queries';

export interface HeldPlan {
  readonly id: RecordId;
  readonly typed: PlanTyped;
  /** null for a project that is official and not being revised. */
  readonly draft: {
    readonly preparedBy: RecordId;
    readonly basedOnRev: number;
    /** Sequence of the line that wrote it: another one, another text. */
    readonly seq: number;
  } | null;
}

export function heldPlans({ items, drafts }: Pick<PlanYear, 'items' | 'drafts'>): readonly HeldPlan[] {
  const held = new Map<RecordId, HeldPlan>();
  for (const { id, body } of items) held.set(id, { id, typed: toTyped(body), draft: null });
  for (const { id, body, by, seq } of drafts) {
    const { typed, preparedBy } = readDraft(body, by);
    held.set(id, { id, typed, draft: { preparedBy, basedOnRev: body.basedOnRev, seq } });
  }
  return [...held.values()];
}
