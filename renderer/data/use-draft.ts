// A form that saves itself: ties a react-hook-form to a draft keeper for as long as the form is on screen.

import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { createDraftKeeper, type DraftTarget, type KeptState } from './draft-keeper';

export interface DraftOnScreen {
  readonly state: KeptState;
  /** Saves what is still waiting; await it before finalising. */
  readonly settle: () => Promise<KeptState>;
  /** Forgets what is still waiting; call it before removing the draft. */
  readonly abandon: () => void;
}

/** Saves what is still waiting whenever the window is left, and once more when the form goes: call what it returns then. */
export function settleOnLeave({ settle }: Pick<DraftOnScreen, 'settle'>): () => void {
  const leave = () => void settle();
  document.addEventListener('visibilitychange', leave);
  window.addEventListener('blur', leave);
  return () => {
    document.removeEventListener('visibilitychange', leave);
    window.removeEventListener('blur', leave);
    leave();
  };
}

/** The target must stay the same while mounted: key the form's component by the record's id. */
export function useDraft<Typed extends FieldValues, Stored>(
  target: DraftTarget,
  form: UseFormReturn<Typed, unknown, Stored>,
  yearOf: (typed: Typed) => number,
): DraftOnScreen {
  const [state, setState] = useState<KeptState>({ phase: 'unchanged' });
  const [keeper] = useState(() => createDraftKeeper(target, form.getValues(), yearOf, setState));

  useEffect(() => {
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: ({ values }) => { keeper.keep(values); } });
    const stop = settleOnLeave(keeper);
    return () => {
      unsubscribe();
      stop();
    };
  }, [form, keeper]);

  return { state, settle: keeper.settle, abandon: keeper.abandon };
}
