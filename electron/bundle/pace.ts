// Fairness: bundle work shares the main process with the windows, so long loops hand the thread back now and then.

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventOf } from '#shared/ipc/events';
import { throwIfCancelled } from './refusal';

const SLICE_MS = 8;

export interface Pace {
  /** Cheap to call per line; lets waiting events run when the slice is used up, and refuses when the job was cancelled. */
  breathe(): Promise<void> | undefined;
  /** Hands the thread back now. */
  rest(): Promise<void>;
}

export function createPace(signal?: AbortSignal): Pace {
  let started = performance.now();
  let calls = 0;
  const rest = async (): Promise<void> => {
    throwIfCancelled(signal);
    await nextTurn();
    throwIfCancelled(signal);
    started = performance.now();
  };
  return {
    rest,
    breathe() {
      calls += 1;
      if ((calls & 15) !== 0 || performance.now() - started < SLICE_MS) return undefined;
      return rest();
    },
  };
}

type JobProgress = Omit<EventOf<'jobProgress'>, 'jobId'>;
export type Progress = (step: JobProgress['step'], unit: JobProgress['unit'], done: number, total: number) => void;

/** What callers may hand in: whether to stop, and whom to tell. */
export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JobProgress) => void;
}

export interface WatchParts {
  readonly progress: Progress;
  readonly signal: AbortSignal | undefined;
}

export function watchOf({ signal, onProgress }: Watch): WatchParts {
  return { signal, progress: (step, unit, done, total) => onProgress?.({ step, unit, done, total }) };
}
