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
    const leave = () => void keeper.settle();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('blur', leave);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('blur', leave);
      leave();
    };
  }, [form, keeper]);

  return { state, settle: keeper.settle, abandon: keeper.abandon };
}
