// Undo within one form on screen: its record's steps and saved states, and putting a former state back under the form's hands.
// Text fields keep their own undo while one types in them; this goes over what was saved.

import { useState } from 'react';
import type { RecordId } from '#shared/base/ids';
import { type Failure, failure, type Result } from '#shared/base/result';
import type { Draft, DraftStep } from '#shared/domain/draft';
import { db, type DraftRow } from './db';
import type { DraftTarget, KeptState } from './draft-keeper';
import { commitStep, type NamedRevision, redo, type Steps, undo, useRevisions, useSteps } from './history';
import type { Live } from './live';
import { scopeOf } from './step';

export interface SavedState {
  readonly key: string;
  /** When it was saved, a UTC moment, and by whom. */
  readonly at: string;
  readonly name: string;
  /** The step that led to it; null for a save of before there were steps. */
  readonly step: Pick<DraftStep, 'kind' | 'label'> | null;
  readonly form: Draft['form'];
}

export interface FormHistory {
  /** What would be undone and redone next, in words. */
  readonly steps: Steps;
  /** The result's label is null when there was nothing that could be. */
  readonly move: (kind: 'undo' | 'redo') => Promise<Result<{ readonly label: string | null }, Failure>>;
  /** Asks for the saved states, or says that nobody looks at them any more: they are many, and every save adds to them. */
  readonly look: (looking: boolean) => void;
  /** Every saved state that is kept, the present one first; empty while nobody looks. */
  readonly states: Live<readonly SavedState[]>;
  /** Goes back to a saved state, as a step that can itself be undone. */
  readonly restore: (state: SavedState, label: string) => Promise<Result<unknown, Failure>>;
}

/** `show` lays the draft as it is now written into the form. */
export function useFormHistory(
  { id, kind }: Pick<DraftTarget, 'id' | 'kind'>,
  year: number,
  { settle }: { readonly settle: () => Promise<KeptState> },
  show: (row: DraftRow) => void,
): FormHistory {
  const scope = scopeOf(kind, year, id);
  const steps = useSteps(scope, id);
  const [looking, setLooking] = useState(false);
  const revisions = useRevisions('drafts', looking ? id : null);

  const change = async <T>(act: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> => {
    const kept = await settle();
    // What could not be saved would be lost under the state that is put in its place.
    if (kept.phase === 'failed') return { ok: false, error: kept.failure };
    if (kept.phase === 'stopped') return failure('record.stopped');
    const result = await act();
    if (result.ok) await showNow(id, show);
    return result;
  };

  return {
    steps,
    look: setLooking,
    states: revisions?.flatMap(toSavedState),
    move: (direction) => change(() => (direction === 'undo' ? undo : redo)(scope, id)),
    restore: ({ form }, label) =>
      change(async () => {
        const held = await db.drafts.get(id);
        if (held === undefined) return failure('record.changed-meanwhile');
        return commitStep(scope, label, [{ id, draft: { ...held.body, form } }]);
      }),
  };
}

function toSavedState({ seq, at, name, body }: NamedRevision): SavedState[] {
  const { step, form, binned } = body as Draft;
  return binned === true ? [] : [{ key: String(seq), at, name, step: step ?? null, form }];
}

async function showNow(id: RecordId, show: (row: DraftRow) => void): Promise<void> {
  const row = await db.drafts.get(id);
  if (row !== undefined) show(row);
}
