// A plan form that saves itself and stops at words of state secrecy. While an input method is composing nothing is looked at.

import { useEffect, useRef, useState } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import type { RecordId } from '#shared/base/ids';
import { useWorkplace } from '../../bridge/station';
import type { DraftRow } from '../../data/db';
import { createDraftKeeper, type DraftKeeper, type KeptState } from '../../data/draft-keeper';
import { saveOnLeave } from '../../data/leaving';
import { recordSecrecyStop, secretPlaces } from '../../data/secrecy-stop';
import { followTyping } from '../../data/use-draft';
import { type Cell, createCell } from './cell';
import { type PlanDraft, readDraft, toDraft } from './drafts';
import { PLAN_WORDS } from './plan-fields';
import type { PlanStored, PlanTyped } from './plan-typed';

type PlanForm = UseFormReturn<PlanTyped, unknown, PlanStored>;

export interface PlanDraftOnScreen {
  readonly kept: Cell<KeptState>;
  readonly keeper: DraftKeeper<object>;
  /** Lays what is written now into the form, after undoing or going back to a saved state. */
  readonly show: (row: DraftRow) => void;
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
  const { station, operatorId } = useWorkplace();
  const own = station.stationId;
  const callbacks = useRef({ onChange, onSecret });
  useEffect(() => {
    callbacks.current = { onChange, onSecret };
  });

  const [screen] = useState(() => {
    const kept = createCell<KeptState>({ phase: 'unchanged' });
    let forReview = draft.forReview;
    const formOf = (typed: PlanTyped) => toDraft({ typed, preparedBy: draft.preparedBy, forReview }, basedOnRev).form;
    const target = { id, kind: 'planItems', basedOnRev, own, operator: operatorId, words: PLAN_WORDS } as const;
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
      show: (row: DraftRow) => {
        const held = readDraft(row.body, row.by);
        form.reset(held.typed);
        forReview = held.forReview;
        keeper.adopt(formOf(form.getValues()), row.at);
      },
    };
  });

  useEffect(() => {
    let clean = structuredClone(form.getValues());
    let seen = JSON.stringify(clean);

    const unfollow = followTyping(form, (values) => {
      const json = JSON.stringify(values);
      if (json === seen) return;
      const secret = secretPlaces(values)[0]?.path;
      if (secret !== undefined) {
        const path = secret as FieldPath<PlanTyped>;
        form.setValue(path, (valueAt(clean, secret) ?? '') as never);
        void recordSecrecyStop(own, 'planItems', id, secret);
        callbacks.current.onSecret(secret);
        return;
      }
      seen = json;
      clean = structuredClone(values);
      screen.keep(values);
      callbacks.current.onChange(values);
    });
    const stop = saveOnLeave(screen.keeper.unwritten);
    return () => {
      unfollow();
      stop();
    };
  }, [form, id, own, screen]);

  return screen;
}

function valueAt(values: PlanTyped, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], values);
}
