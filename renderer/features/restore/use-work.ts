// One long work of the wizard at a time. Not a job of the desk: those end with the session, and a restore ends the session itself.

import { useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '#shared/base/result';
import { callDesk, onEvent } from '../../bridge/desk';
import type { JobProgress } from '../../bridge/jobs';

export interface Work {
  readonly jobId: string;
  readonly startedAt: number;
  readonly progress: JobProgress | null;
  readonly stopping: boolean;
}

interface Worker {
  readonly work: Work | null;
  readonly run: <T>(call: (jobId: string) => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
  readonly stop: () => void;
}

export function useWork(): Worker {
  const [work, setWork] = useState<Work | null>(null);
  const running = useRef<string | null>(null);
  const cancel = () => {
    if (running.current !== null) void callDesk('cancelJob', { jobId: running.current });
  };
  // Whoever leaves wants no answer any more.
  useEffect(() => cancel, []);

  return {
    work,
    async run(call) {
      const jobId = crypto.randomUUID();
      running.current = jobId;
      setWork({ jobId, startedAt: Date.now(), progress: null, stopping: false });
      const unsubscribe = onEvent('jobProgress', ({ jobId: of, ...progress }) => {
        if (of === jobId) setWork((now) => (now === null ? null : { ...now, progress }));
      });
      try {
        return await call(jobId);
      } finally {
        unsubscribe();
        running.current = null;
        setWork(null);
      }
    },
    stop() {
      setWork((now) => (now === null ? null : { ...now, stopping: true }));
      cancel();
    },
  };
}
