// Long work the page asked for, above the routes: how far each is, its stop, and what came of it. Screens come and go meanwhile. One job of a
// kind at a time; it knows no kind itself.

import { useSyncExternalStore } from 'react';
import type { Failure, Result } from '#shared/base/result';
import type { EventOf } from '#shared/ipc/events';
import { callDesk, onEvent } from './desk';

export interface JobProgress {
  readonly step: EventOf<'jobProgress'>['step'] | 'exporting';
  readonly unit: EventOf<'jobProgress'>['unit'] | 'rows';
  readonly done: number;
  /** null where nobody knows before the end. */
  readonly total: number | null;
}

export interface JobKind<Value, About = null> {
  readonly key: string;
  readonly title: string;
  /** Addresses of the screen that shows it by itself, the first one to be led to. */
  readonly places: readonly string[];
  /** What came of it, in a sentence. */
  readonly said: (value: Value) => string;
  /** Never there: ties what the work is about to its kind. */
  readonly about?: About;
}

export interface EndedJob<Value> {
  readonly result: Result<Value, Failure>;
  readonly said: string | null;
  readonly tookMs: number;
  /** It was looked at where it was begun. */
  readonly seen: boolean;
}

export interface Job<Value = unknown, About = unknown> {
  readonly id: string;
  readonly kind: Pick<JobKind<unknown>, 'key' | 'title' | 'places'>;
  readonly about: About;
  readonly startedAt: number;
  readonly progress: JobProgress | null;
  readonly stopping: boolean;
  readonly ended: EndedJob<Value> | null;
}

export interface JobWork {
  /** The main process knows the work by it. */
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
}

/** Whoever waited so long has turned to something else: the result stays until it is closed. */
export const LONG_MS = 10_000;

let jobs: readonly Job[] = [];
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();

function publish(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}

function change(id: string, changes: Partial<Job>): void {
  publish(jobs.map((job) => (job.id === id ? { ...job, ...changes } : job)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Newest last. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

/** The job of this kind that runs, or the last one that ended and was not closed. */
export function useJob<Value, About>({ key }: JobKind<Value, About>): Job<Value, About> | null {
  // A kind's jobs are begun with its own work alone.
  return (useJobs().find(({ kind }) => kind.key === key) ?? null) as Job<Value, About> | null;
}

/** Takes the place of an ended job of its kind; while one runs it is refused. */
export async function startJob<Value, About>(
  { key, title, places, said }: JobKind<Value, About>,
  about: About,
  work: (job: JobWork) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  if (jobs.some(({ kind, ended }) => kind.key === key && ended === null)) return { ok: false, error: { code: 'exchange.job-exists' } };
  const id = crypto.randomUUID();
  const startedAt = Date.now();
  const stop = new AbortController();
  stops.set(id, stop);
  const onProgress = (progress: JobProgress) => { change(id, { progress }); };
  const unsubscribe = [
    onEvent('jobProgress', ({ jobId, ...progress }) => { if (jobId === id) onProgress(progress); }),
    // Nobody is there to answer for what goes on.
    onEvent('sessionLocked', () => { stopJob(id); }),
  ];
  publish([...jobs.filter(({ kind }) => kind.key !== key), { id, kind: { key, title, places }, about, startedAt, progress: null, stopping: false, ended: null }]);
  let result: Result<Value, Failure> | null = null;
  try {
    result = await work({ jobId: id, signal: stop.signal, onProgress });
    return result;
  } finally {
    for (const each of unsubscribe) each();
    stops.delete(id);
    if (result === null) closeJob(id);
    else change(id, { ended: { result, said: result.ok ? said(result.value) : null, tookMs: Date.now() - startedAt, seen: false } });
  }
}

/** The work ends as soon as it can; what it says then is its result. */
export function stopJob(id: string): void {
  const stop = stops.get(id);
  if (stop === undefined || stop.signal.aborted) return;
  change(id, { stopping: true });
  stop.abort();
  void callDesk('cancelJob', { jobId: id });
}

/** Its own screen shows the result; a short job need not be told elsewhere. */
export function seeJob(id: string): void {
  const ended = jobs.find((job) => job.id === id)?.ended ?? null;
  if (ended !== null && !ended.seen) change(id, { ended: { ...ended, seen: true } });
}

/** The result was read. A job that runs is left alone. */
export function closeJob(id: string): void {
  publish(jobs.filter((job) => job.id !== id || stops.has(id)));
}
