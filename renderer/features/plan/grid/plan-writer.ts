// Writes what the grid's cells became: one step after the other, each under one fsync, tried again when the trouble may pass. It says how
// saving stands and knows nothing of the screen.

import type { RecordId } from '#shared/base/ids';
import { type Failure, failure, type Result } from '#shared/base/result';
import { callDesk } from '../../../bridge/desk';
import type { SaveResult } from '../../../data/commit';
import type { KeptState } from '../../../data/draft-keeper';
import { commitStep, type DraftChange, redo, type Scope, undo, type Undone } from '../../../data/history';

const RETRY_MS = 3_000;
/** Trouble that may pass without the user. */
const PASSING = new Set(['journal.disk-full', 'journal.io', 'session.not-signed-in', 'desk.unreachable', 'projection.storage']);

interface Waiting {
  readonly label: string;
  readonly changes: readonly DraftChange[];
  readonly goesOn: string | undefined;
}

export interface PlanWriter {
  /** `id`: steps told under the same id are one. */
  readonly step: (label: string, changes: readonly DraftChange[], id?: string) => void;
  /** The project that is being typed in: the screen knows it better than the tables. */
  readonly hold: (id: RecordId | null) => void;
  /** Projects whose last texts are not in the tables yet, or not as they are on screen. */
  readonly unsaved: () => ReadonlySet<RecordId>;
  /** Resolves when nothing waits any more, or cannot be written now. */
  readonly settle: () => Promise<void>;
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
  let signedOut = false;

  async function write({ label, changes, goesOn }: Waiting): Promise<SaveResult> {
    if (signedOut) {
      const desk = await callDesk('stationState', {});
      if (!desk.ok) return desk;
      if (desk.value.signedInAs !== operator) return failure('session.not-signed-in');
      signedOut = false;
    }
    return commitStep(scope, label, changes, goesOn);
  }

  async function drain(): Promise<void> {
    for (;;) {
      const next = queue[0];
      if (next === undefined) return;
      onState({ phase: 'saving' });
      const saved = await write(next);
      if (!saved.ok) {
        lastFailure = saved.error;
        signedOut ||= saved.error.code === 'session.not-signed-in';
        onState({ phase: 'failed', failure: saved.error });
        if (PASSING.has(saved.error.code)) {
          timer = setTimeout(start, RETRY_MS);
          return;
        }
        queue.shift();
        for (const { id, draft } of next.changes) if (draft !== null) lost.add(id);
        continue;
      }
      queue.shift();
      const line = saved.value.lines.at(-1);
      lastSeq = line?.seq ?? lastSeq;
      for (const { id } of next.changes) lost.delete(id);
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
  };

  return {
    step(label, changes, id) {
      queue.push({ label, changes, goesOn: id });
      start();
    },
    hold(id) {
      held = id;
    },
    unsaved: () => new Set([...(held === null ? [] : [held]), ...lost, ...queue.flatMap(({ changes }) => changes.map(({ id }) => id))]),
    settle,
    lastSeq: () => lastSeq,
    async turn(which) {
      await settle();
      // What could not be written cannot be undone either, and must not be overtaken.
      if (queue.length > 0 && lastFailure !== null) return { ok: false, error: lastFailure };
      return which === 'undo' ? undo(scope) : redo(scope);
    },
  };
}
