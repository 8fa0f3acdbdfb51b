// Writes what the grid's cells became: one step after the other, each under one fsync, tried again when the trouble may pass. It says how
// saving stands and knows nothing of the screen.

import type { RecordId } from '#shared/base/ids';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { KeptState } from '../../../data/draft-keeper';
import { commitStep, type DraftChange, redo, type Scope, undo, type Undone } from '../../../data/history';

const RETRY_MS = 3_000;
/** Trouble that may pass without the user. */
const PASSING = new Set(['journal.disk-full', 'journal.io', 'session.not-signed-in', 'desk.unreachable', 'projection.storage']);

interface Waiting {
  readonly label: string;
  readonly changes: readonly DraftChange[];
}

export interface PlanWriter {
  readonly step: (label: string, changes: readonly DraftChange[]) => void;
  /** Projects whose last texts are not in the tables yet. */
  readonly unsaved: () => ReadonlySet<RecordId>;
  /** Resolves when nothing waits any more, or cannot be written now. */
  readonly settle: () => Promise<void>;
  readonly turn: (which: 'undo' | 'redo') => Promise<Result<Undone, Failure>>;
  /** Sequence of the last line this writer wrote. */
  readonly lastSeq: () => number;
}

export function createPlanWriter(scope: Scope, onState: (state: KeptState) => void): PlanWriter {
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSeq = 0;

  async function drain(): Promise<void> {
    for (;;) {
      const next = queue[0];
      if (next === undefined) return;
      onState({ phase: 'saving' });
      const saved = await commitStep(scope, next.label, next.changes);
      if (!saved.ok) {
        onState({ phase: 'failed', failure: saved.error });
        if (PASSING.has(saved.error.code)) {
          timer = setTimeout(start, RETRY_MS);
          return;
        }
        queue.shift();
        continue;
      }
      queue.shift();
      const line = saved.value.lines.at(-1);
      lastSeq = line?.seq ?? lastSeq;
      if (queue.length === 0) onState({ phase: 'saved', at: line?.at ?? new Date().toISOString() });
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
    step(label, changes) {
      queue.push({ label, changes });
      start();
    },
    unsaved: () => new Set(queue.flatMap(({ changes }) => changes.map(({ id }) => id))),
    settle,
    lastSeq: () => lastSeq,
    async turn(which) {
      await settle();
      // What could not be written cannot be undone either, and must not be overtaken.
      if (queue.length > 0) return ok({ label: null, changed: 0, left: 0 });
      return which === 'undo' ? undo(scope) : redo(scope);
    },
  };
}
