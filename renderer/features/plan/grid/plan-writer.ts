// Writes what the grid's cells became: one step after the other, each under one fsync, tried again when the trouble may pass, until a
// later writer takes over a draft. It says how saving stands and knows nothing of the screen.

import type { RecordId } from '#shared/base/ids';
import type { Failure, Result } from '#shared/base/result';
import type { SaveResult } from '../../../data/commit';
import type { KeptState } from '../../../data/draft-keeper';
import { claimDrafts, type DraftWriter, mayPass, releaseDrafts, RETRY_MS, stillSignedIn } from '../../../data/draft-writing';
import { commitStep, type DraftChange, redo, type Scope, undo, type Undone } from '../../../data/history';

interface Waiting {
  readonly label: string;
  /** Fewer, where a later writer has taken over. */
  changes: readonly DraftChange[];
  readonly goesOn: string | undefined;
}

export interface PlanWriter {
  /** `id`: steps told under the same id are one. */
  readonly step: (label: string, changes: readonly DraftChange[], id?: string) => void;
  /** The project that is being typed in: the screen knows it better than the tables. */
  readonly hold: (id: RecordId | null) => void;
  /** Projects whose last texts are not in the tables yet, or not as they are on screen. */
  readonly unsaved: () => ReadonlySet<RecordId>;
  /** Resolves when nothing waits any more, or cannot be written now: then with the reason. */
  readonly settle: () => Promise<Failure | null>;
  /** The same, and also of what is not tried again: why something on screen is not in the tables, null where all of it is. */
  readonly unwritten: () => Promise<Failure | null>;
  readonly turn: (which: 'undo' | 'redo') => Promise<Result<Undone, Failure>>;
  /** Sequence of the last line this writer wrote. */
  readonly lastSeq: () => number;
}

/** Writes for this operator alone: what somebody else's signing in finds here still waiting goes on waiting (R067). */
export function createPlanWriter(scope: Scope, operator: RecordId, onState: (state: KeptState) => void): PlanWriter {
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSeq = 0;
  let held: RecordId | null = null;
  /** Projects on screen as no try could write them, and why; said until they are written. */
  const lost = new Set<RecordId>();
  let lastFailure: Failure | null = null;
  /** Why what waits could not be written at the last try. */
  let stuck: Failure | null = null;
  /** The last try failed: somebody else may have signed in meanwhile. */
  let refused = false;

  async function write(step: Waiting): Promise<SaveResult> {
    if (refused) {
      const allowed = await stillSignedIn(operator);
      if (!allowed.ok) return allowed;
    }
    return commitStep(scope, step.label, step.changes, step.goesOn);
  }

  const self: DraftWriter = {
    giveUp(id) {
      for (const step of queue) step.changes = step.changes.filter((change) => change.id !== id);
      lost.delete(id);
    },
  };

  function waitingIds(): readonly RecordId[] {
    return queue.flatMap(({ changes }) => changes.map(({ id }) => id));
  }

  async function drain(): Promise<void> {
    for (;;) {
      const next = queue[0];
      if (next === undefined) return;
      onState({ phase: 'saving' });
      const saved = await write(next);
      refused = !saved.ok;
      if (!saved.ok) {
        lastFailure = saved.error;
        onState({ phase: 'failed', failure: saved.error });
        if (mayPass(saved.error)) {
          stuck = saved.error;
          timer = setTimeout(start, RETRY_MS);
          return;
        }
        queue.shift();
        for (const { id, draft } of next.changes) if (draft !== null) lost.add(id);
        continue;
      }
      stuck = null;
      queue.shift();
      const line = saved.value.lines.at(-1);
      lastSeq = line?.seq ?? lastSeq;
      for (const { id } of next.changes) lost.delete(id);
      const still = new Set([...waitingIds(), ...lost]);
      releaseDrafts(next.changes.flatMap(({ id }) => (still.has(id) ? [] : [id])), self);
      if (queue.length > 0) continue;
      if (lost.size > 0 && lastFailure !== null) onState({ phase: 'failed', failure: lastFailure });
      else onState({ phase: 'saved', at: line?.at ?? new Date().toISOString() });
    }
  }

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    running ??= drain().finally(() => {
      running = null;
      // A step that came while the last one ended.
      if (queue.length > 0 && timer === undefined) start();
    });
  }

  const settle = async () => {
    if (queue.length > 0) start();
    await running;
    return queue.length > 0 ? stuck : null;
  };

  return {
    step(label, changes, id) {
      claimDrafts(changes.map((change) => change.id), self);
      queue.push({ label, changes, goesOn: id });
      start();
    },
    hold(id) {
      held = id;
    },
    unsaved: () => new Set([...(held === null ? [] : [held]), ...lost, ...waitingIds()]),
    settle,
    unwritten: async () => (await settle()) ?? (lost.size > 0 ? lastFailure : null),
    lastSeq: () => lastSeq,
    async turn(which) {
      const unwritten = await settle();
      // What could not be written cannot be undone either, and must not be overtaken.
      if (unwritten !== null) return { ok: false, error: unwritten };
      return which === 'undo' ? undo(scope) : redo(scope);
    },
  };
}
