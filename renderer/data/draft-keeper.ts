// Keeps an unfinished form while it is being typed: one save at a time, the last state wins, nothing of a secret is written,
// and what could not be written for want of room is tried again.
// It knows neither React nor what stands in the form.

import type { RecordId, StationId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { secrecyGate, textsIn } from '#shared/domain/rules/secrecy';
import { type DraftKind, putRecord, saveDraft } from './commit';
import { newRecordId } from './new-id';

const QUIET_MS = 800;
const RETRY_MS = 3_000;
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
}

export interface DraftKeeper<Form extends object> {
  /** Told of every change; it saves once typing pauses. */
  readonly keep: (form: Form) => void;
  /** Saves what is still waiting and resolves when it is written, or could not be. */
  readonly settle: () => Promise<KeptState>;
  /** Forgets what is still waiting: the draft was finalised or thrown away. */
  readonly abandon: () => void;
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

  function say(next: KeptState): void {
    state = next;
    onState(next);
  }

  async function write(json: string): Promise<void> {
    const form = JSON.parse(json) as Form;
    const stop = secrecyGate(textsIn(form))[0];
    if (stop !== undefined) {
      if (state.phase !== 'stopped') await recordStop(target);
      say({ phase: 'stopped', word: stop.word });
      return;
    }
    say({ phase: 'saving' });
    const { id, kind, basedOnRev } = target;
    const result = await saveDraft(id, { kind, year: yearOf(form), basedOnRev, form: JSON.parse(json) as Record<string, never> });
    if (!result.ok) {
      // Kept for the next try, unless something newer was typed meanwhile.
      waiting ??= json;
      if (PASSING.has(result.error.code)) timer = setTimeout(() => void flush(), RETRY_MS);
      say({ phase: 'failed', failure: result.error });
      return;
    }
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
  };
}

/** The stop itself is recorded, without the word's surroundings. */
async function recordStop({ own, kind, id }: DraftTarget): Promise<void> {
  await putRecord('incidents', newRecordId(own), { kind: 'secrecy-stop', code: 'secrecy.draft', subject: `${kind} ${id}` });
}
