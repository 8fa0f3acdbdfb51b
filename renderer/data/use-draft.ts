// A form that saves itself: ties a react-hook-form to a draft keeper for as long as the form is on screen.

import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Draft } from '#shared/domain/draft';
import { createDraftKeeper, type DraftTarget, type KeptState } from './draft-keeper';
import { saveOnLeave } from './leaving';
import { type FormHistory, useFormHistory } from './use-form-history';

export interface DraftOnScreen {
  readonly state: KeptState;
  /** Saves what is still waiting; await it before finalising. */
  readonly settle: () => Promise<KeptState>;
  /** Forgets what is still waiting; call it before removing the draft. */
  readonly abandon: () => void;
  readonly history: FormHistory;
}

/** Tells `take` of every change of the form, but never of a word an input method is still composing. Returns how to stop. */
export function followTyping<Typed extends FieldValues, Stored>(form: UseFormReturn<Typed, unknown, Stored>, take: (typed: Typed) => void): () => void {
  let composing = false;
  const unsubscribe = form.subscribe({
    formState: { values: true },
    callback: ({ values }) => {
      if (!composing) take(values);
    },
  });
  const begin = () => { composing = true; };
  const end = () => {
    composing = false;
    // The control takes the composed text over in its own handler of the same event.
    setTimeout(() => { if (!composing) take(form.getValues()); });
  };
  document.addEventListener('compositionstart', begin);
  document.addEventListener('compositionend', end);
  return () => {
    unsubscribe();
    document.removeEventListener('compositionstart', begin);
    document.removeEventListener('compositionend', end);
  };
}

export interface DraftForm<Typed extends FieldValues, Stored> {
  readonly form: UseFormReturn<Typed, unknown, Stored>;
  /** Under which year the draft is listed. */
  readonly yearOf: (typed: Typed) => number;
  /** A saved form as the controls take it. */
  readonly read: (form: Draft['form']) => Typed;
}

/** The target must stay the same while mounted: key the form's component by the record's id. */
export function useDraft<Typed extends FieldValues, Stored>(target: DraftTarget, { form, yearOf, read }: DraftForm<Typed, Stored>): DraftOnScreen {
  const [state, setState] = useState<KeptState>({ phase: 'unchanged' });
  const [keeper] = useState(() => createDraftKeeper(target, form.getValues(), yearOf, setState));

  useEffect(() => {
    const unfollow = followTyping(form, keeper.keep);
    const stop = saveOnLeave(keeper.unwritten);
    return () => {
      unfollow();
      stop();
    };
  }, [form, keeper]);

  const reading = useRef(read);
  useEffect(() => {
    reading.current = read;
  });
  const history = useFormHistory(target, yearOf(form.getValues()), keeper, (row) => {
    form.reset(reading.current(row.body.form));
    keeper.adopt(form.getValues(), row.at);
  });
  return { state, settle: keeper.settle, abandon: keeper.abandon, history };
}
