// What came of long work, in words, on its own screen. The button that began it was out of use meanwhile or is gone, so the keyboard comes here.

import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { type Job, seeJob } from '../bridge/jobs';
import './job-line.css';

interface JobOutcomeProps {
  /** The failure or the report; null while there is none. */
  readonly of: object | null;
  readonly job: Job | null;
  readonly children: ReactNode;
}

export function JobOutcome({ of, job, children }: JobOutcomeProps) {
  const { pathname } = useLocation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever went elsewhere meanwhile stays there.
    if (of !== null && document.activeElement === document.body) place.current?.focus();
  }, [of]);
  useEffect(() => {
    // Behind another tab it is not seen.
    if (job !== null && job.ended !== null && job.kind.places.includes(pathname)) seeJob(job.id);
  }, [job, pathname]);
  return (
    <div ref={place} className="job-outcome" tabIndex={-1}>
      {children}
    </div>
  );
}
