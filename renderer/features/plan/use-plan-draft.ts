// A plan form that saves itself and stops at words of state secrecy. While an input method is composing nothing is looked at.

import { useEffect, useRef, useState } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import type { RecordId } from '#shared/base/ids';
import { useWorkplace } from '../../bridge/station';
import { createDraftKeeper, type DraftKeeper, type KeptState } from '../../data/draft-keeper';
import { settleOnLeave } from '../../data/use-draft';
import { type Cell, createCell } from './cell';
import { type PlanDraft, toDraft } from './drafts';
import type { PlanStored, PlanTyped } from './plan-typed';
import { recordSecrecyStop, secretPaths } from './secrecy-stop';

type PlanForm = UseFormReturn<PlanTyped, unknown, PlanStored>;

export interface PlanDraftOnScreen {
  readonly kept: Cell<KeptState>;
  readonly keeper: DraftKeeper<object>;
  /** Hands the draft over for review, or takes it back; saved like any other change. */
  readonly setForReview: (forReview: boolean) => Promise<KeptState>;
}

interface Options {
  readonly id: RecordId;
  readonly basedOnRev: number;
  readonly draft: PlanDraft;
  readonly form: PlanForm;
  /** Told of every change that may be looked at and kept. */
  readonly onChange: (typed: PlanTyped) => void;
  readonly onSecret: (path: string) => void;
}

/** The options must stay the same while mounted: key the component by the record's id. */
export function usePlanDraft({ id, basedOnRev, draft, form, onChange, onSecret }: Options): PlanDraftOnScreen {
  const { station } = useWorkplace();
  const own = station.stationId;
  const callbacks = useRef({ onChange, onSecret });
  useEffect(() => {
    callbacks.current = { onChange, onSecret };
  });

  const [screen] = useState(() => {
    const kept = createCell<KeptState>({ phase: 'unchanged' });
    let forReview = draft.forReview;
    const formOf = (typed: PlanTyped) => toDraft({ typed, preparedBy: draft.preparedBy, forReview }, basedOnRev).form;
    const target = { id, kind: 'planItems', basedOnRev, own } as const;
    const keeper = createDraftKeeper<object>(target, formOf(draft.typed), () => draft.typed.year, kept.write);
    return {
      kept,
      keeper,
      keep: (typed: PlanTyped) => {
        forReview = false;
        keeper.keep(formOf(typed));
      },
      setForReview: (next: boolean) => {
        forReview = next;
        keeper.keep(formOf(form.getValues()));
        return keeper.settle();
      },
    };
  });

  useEffect(() => {
    let composing = false;
    let clean = structuredClone(form.getValues());
    let seen = JSON.stringify(clean);

    const settled = (values: PlanTyped) => {
      const json = JSON.stringify(values);
      if (composing || json === seen) return;
      const [secret] = secretPaths(values);
      if (secret !== undefined) {
        const path = secret as FieldPath<PlanTyped>;
        form.setValue(path, (valueAt(clean, secret) ?? '') as never);
        void recordSecrecyStop(own, id, secret);
        callbacks.current.onSecret(secret);
        return;
      }
      seen = json;
      clean = structuredClone(values);
      screen.keep(values);
      callbacks.current.onChange(values);
    };

    const unsubscribe = form.subscribe({ formState: { values: true }, callback: ({ values }) => { settled(values); } });
    const begin = () => { composing = true; };
    const end = () => {
      composing = false;
      // The control takes the composed text over in its own handler of the same event.
      setTimeout(() => { settled(form.getValues()); });
    };
    const stop = settleOnLeave(screen.keeper);
    document.addEventListener('compositionstart', begin);
    document.addEventListener('compositionend', end);
    return () => {
      unsubscribe();
      document.removeEventListener('compositionstart', begin);
      document.removeEventListener('compositionend', end);
      stop();
    };
  }, [form, id, own, screen]);

  return screen;
}

function valueAt(values: PlanTyped, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], values);
}
