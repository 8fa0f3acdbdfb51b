// One long job at a time: its id, its progress and its cancel.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventOf } from '#shared/ipc/events';
import { callDesk, onEvent } from '../../bridge/desk';

export type JobProgress = EventOf<'jobProgress'>;

export interface Job {
  readonly running: boolean;
  readonly progress: JobProgress | null;
  readonly run: <Reply>(work: (jobId: string) => Promise<Reply>) => Promise<Reply>;
  readonly cancel: () => void;
}

export function useJob(): Job {
  const [jobId, setJobId] = useState<string | null>(null);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const current = useRef<string | null>(null);

  useEffect(
    () =>
      onEvent('jobProgress', (event) => {
        if (event.jobId === current.current) setProgress(event);
      }),
    [],
  );

  const run = useCallback(async <Reply>(work: (jobId: string) => Promise<Reply>): Promise<Reply> => {
    const id = crypto.randomUUID();
    current.current = id;
    setProgress(null);
    setJobId(id);
    try {
      return await work(id);
    } finally {
      current.current = null;
      setJobId(null);
    }
  }, []);

  const cancel = useCallback(() => {
    if (current.current !== null) void callDesk('cancelJob', { jobId: current.current });
  }, []);

  return { running: jobId !== null, progress, run, cancel };
}
