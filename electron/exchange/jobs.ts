// Long work the page asked for: one entry per job id, to cancel it and to report how far it is. It does none of the work.

import type { EventOf } from '#shared/ipc/events';

export type Progress = Omit<EventOf<'jobProgress'>, 'jobId'>;

export interface Job {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Jobs {
  /** Runs work under this id; null when the id is taken. */
  run<T>(jobId: string, work: (job: Job) => Promise<T>): Promise<T | null>;
  /** Unknown ids are jobs that ended already. */
  cancel(jobId: string): void;
  cancelAll(): void;
  /** Resolves when no job is running. */
  idle(): Promise<void>;
}

const REPORT_EVERY_MS = 100;

/** `report` hears the first and the last word of every step, and at most ten a second between. */
export function createJobs(report: (event: EventOf<'jobProgress'>) => void): Jobs {
  const running = new Map<string, { readonly controller: AbortController; readonly finished: Promise<unknown> }>();

  const reporter = (jobId: string) => {
    let last = { step: '', at: 0 };
    return (progress: Progress) => {
      const now = performance.now();
      const due = progress.step !== last.step || progress.done >= progress.total || now - last.at >= REPORT_EVERY_MS;
      if (!due) return;
      last = { step: progress.step, at: now };
      report({ jobId, ...progress });
    };
  };

  return {
    async run(jobId, work) {
      if (running.has(jobId)) return null;
      const controller = new AbortController();
      const result = work({ signal: controller.signal, onProgress: reporter(jobId) });
      running.set(jobId, { controller, finished: result.catch(() => undefined) });
      try {
        return await result;
      } finally {
        running.delete(jobId);
      }
    },
    cancel(jobId) {
      running.get(jobId)?.controller.abort();
    },
    cancelAll() {
      for (const { controller } of running.values()) controller.abort();
    },
    async idle() {
      await Promise.all([...running.values()].map(({ finished }) => finished));
    },
  };
}
