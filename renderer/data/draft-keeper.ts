// Keeps an unfinished form while it is being typed: one save at a time, the last state wins, nothing of a secret is written,
// and what could not be written for want of room is tried again.
// It knows neither React nor what stands in the form.

import type { RecordId, StationId } from '#shared/base/ids';
import { type Failure, failure } from '#shared/base/result';
import type { DraftStep } from '#shared/domain/draft';
import { callDesk } from '../bridge/desk';
import { changedFields, changeLabel, type DraftWords } from '../text/draft-sheet';
import { type DraftKind, saveDraft } from './commit';
import { recordSecrecyStop, secretPlaces } from './secrecy-stop';
import { newStep, scopeOf } from './step';

const QUIET_MS = 800;
const RETRY_MS = 3_000;
/** Going on in the same field within this time is one step of undo. */
const SAME_STEP_MS = 60_000;
/** Trouble that may pass without the user: room on the disk, a stick that comes back, somebody signing in again. */
const PASSING = new Set(['journal.disk-full', 'journal.io', 'session.not-signed-in', 'desk.unreachable', 'projection.storage']);

/** The keeper of each record that may still try again; a form opened later takes its place. */
const keepers = new Map<RecordId, () => void>();

export type KeptState =
  | { readonly phase: 'unchanged' | 'waiting' | 'saving' }
  /** `at` is when it was saved, as a UTC moment. */
  | { readonly phase: 'saved'; readonly at: string }
  | { readonly phase: 'failed'; readonly failure: Failure }
  /** A word of state secrecy fell: nothing is saved until it is taken out. */
  | { readonly phase: 'stopped'; readonly word: string };

export interface DraftTarget {
  readonly id: RecordId;
  readonly kind: DraftKind;
  /** The official revision the form was opened from, 0 for none. */
  readonly basedOnRev: number;
  /** This station, which owns the draft. */
  readonly own: StationId;
  /** Who types: what could not be written waits for this operator, and is never written in another's name. */
  readonly operator: RecordId;
  /** How the form's fields are called: every save names the step it is. */
  readonly words: DraftWords;
}

export interface DraftKeeper<Form extends object> {
  /** Told of every change; it saves once typing pauses. */
  readonly keep: (form: Form) => void;
  /** Saves what is still waiting and resolves when it is written, or could not be. */
  readonly settle: () => Promise<KeptState>;
  /** Forgets what is still waiting: the draft was finalised or thrown away. */
  readonly abandon: () => void;
  /** The form now shows what is written already, at the moment `at`, by undoing or otherwise: it is not saved again. */
  readonly adopt: (form: Form, at: string) => void;
}

/** `initial` is the form as it was opened: it is not saved again. `yearOf` says under which year the draft is listed. */
export function createDraftKeeper<Form extends object>(
  target: DraftTarget,
  initial: Form,
  yearOf: (form: Form) => number,
  onState: (state: KeptState) => void,
): DraftKeeper<Form> {
  /** The last state the keeper was told of, whether written, being written or waiting. */
  let latest = JSON.stringify(initial);
  let waiting: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | null = null;
  let state: KeptState = { phase: 'unchanged' };
  /** Since the last save something could not be written: somebody else may have signed in meanwhile. */
  let refused = false;
  /** What was written last, and the step it was. */
  let written: Form = initial;
  let last: { readonly step: DraftStep; readonly field: string | undefined; readonly at: number } | null = null;

  function say(next: KeptState): void {
    state = next;
    onState(next);
  }

  function stepTo(form: Form): NonNullable<typeof last> {
    const fields = changedFields(target.words, written, form);
    const scope = scopeOf(target.kind, yearOf(form), target.id);
    const field = fields.length === 1 ? fields[0] : undefined;
    const at = Date.now();
    const goesOn = last !== null && field !== undefined && field === last.field && scope === last.step.scope && at - last.at < SAME_STEP_MS;
    return { step: goesOn && last !== null ? last.step : newStep(scope, changeLabel(target.words, fields)), field, at };
  }

  async function write(json: string): Promise<void> {
    const form = JSON.parse(json) as Form;
    const [stop] = secretPlaces(form);
    if (stop !== undefined) {
      if (state.phase !== 'stopped') await recordSecrecyStop(target.own, target.kind, target.id, stop.path);
      say({ phase: 'stopped', word: stop.word });
      return;
    }
    const away = refused && !(await isSignedIn(target.operator));
    say({ phase: 'saving' });
    const { id, kind, basedOnRev } = target;
    const next = stepTo(form);
    const result = away ? failure('session.not-signed-in') : await saveDraft(id, { kind, year: yearOf(form), basedOnRev, form: JSON.parse(json) as Record<string, never>, step: next.step });
    if (!result.ok) {
      refused = true;
      // Kept for the next try, unless something newer was typed meanwhile.
      waiting ??= json;
      if (PASSING.has(result.error.code)) timer = setTimeout(() => void flush(), RETRY_MS);
      say({ phase: 'failed', failure: result.error });
      return;
    }
    refused = false;
    written = form;
    last = next;
    say({ phase: 'saved', at: result.value.lines[0]?.at ?? new Date().toISOString() });
  }

  async function drain(): Promise<void> {
    while (waiting !== null) {
      const json = waiting;
      waiting = null;
      await write(json);
      if (state.phase === 'failed') return;
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    writing ??= drain().finally(() => (writing = null));
    return writing;
  }

  const abandon = () => {
    clearTimeout(timer);
    waiting = null;
  };
  keepers.get(target.id)?.();
  keepers.set(target.id, abandon);

  return {
    keep(form) {
      const json = JSON.stringify(form);
      if (json === latest) return;
      latest = json;
      waiting = json;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), QUIET_MS);
      if (state.phase !== 'stopped') say({ phase: 'waiting' });
    },
    async settle() {
      await flush();
      return state;
    },
    abandon,
    adopt(form, at) {
      abandon();
      latest = JSON.stringify(form);
      written = form;
      last = null;
      say({ phase: 'saved', at });
    },
  };
}

async function isSignedIn(operator: RecordId): Promise<boolean> {
  const desk = await callDesk('stationState', {});
  return desk.ok && desk.value.signedInAs === operator;
}
