// Keeps an unfinished form while it is being typed: one save at a time, the last state wins, nothing of a secret is written,
// and what could not be written for want of room is tried again.
// It knows neither React nor what stands in the form.

import type { RecordId, StationId } from '#shared/base/ids';
import { type Failure, ok } from '#shared/base/result';
import type { DraftStep } from '#shared/domain/draft';
import { changedFields, changeLabel, type DraftWords } from '../text/draft-sheet';
import { type DraftKind, saveDraft, type Saved } from './commit';
import { claimDrafts, type DraftWriter, mayPass, RETRY_MS, stillSignedIn } from './draft-writing';
import { recordSecrecyStop, secretPlaces } from './secrecy-stop';
import { newStep, scopeOf } from './step';

const QUIET_MS = 800;
/** Going on in the same field within this time is one step of undo. */
const SAME_STEP_MS = 60_000;

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
  /** The same, then why something typed is not written; null where all of it is. */
  readonly unwritten: () => Promise<Failure | null>;
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
  /** Counts up when what was typed so far is given up: of a save under way nothing is tried again then. */
  let generation = 0;
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
    const begun = generation;
    const form = JSON.parse(json) as Form;
    const [stop] = secretPlaces(form);
    if (stop !== undefined) {
      if (state.phase !== 'stopped') await recordSecrecyStop(target.own, target.kind, target.id, stop.path);
      say({ phase: 'stopped', word: stop.word });
      return;
    }
    const allowed = refused ? await stillSignedIn(target.operator) : ok(null);
    // What has taken this save's place may have been written by now: it must not come after that.
    if (generation !== begun) return;
    say({ phase: 'saving' });
    const { id, kind, basedOnRev } = target;
    const next = stepTo(form);
    const result = !allowed.ok ? allowed : await saveDraft(id, { kind, year: yearOf(form), basedOnRev, form: JSON.parse(json) as Record<string, never>, step: next.step });
    refused = !result.ok;
    if (generation !== begun) {
      if (state.phase === 'saving') say(result.ok ? savedAt(result.value) : { phase: 'failed', failure: result.error });
      return;
    }
    if (!result.ok) {
      // Kept for the next try, unless something newer was typed meanwhile.
      waiting ??= json;
      if (mayPass(result.error)) timer = setTimeout(() => void flush(), RETRY_MS);
      say({ phase: 'failed', failure: result.error });
      return;
    }
    written = form;
    last = next;
    say(savedAt(result.value));
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
    generation += 1;
  };
  const writer: DraftWriter = { giveUp: abandon };
  claimDrafts([target.id], writer);

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
    async unwritten() {
      await flush();
      if (state.phase === 'stopped') return { code: 'record.not-kept' };
      return state.phase === 'failed' && waiting !== null ? state.failure : null;
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

function savedAt({ lines }: Saved): KeptState {
  return { phase: 'saved', at: lines[0]?.at ?? new Date().toISOString() };
}
