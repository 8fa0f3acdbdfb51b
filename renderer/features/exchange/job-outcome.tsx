// What came of a seal or an open, in words. The button that began it was out of use meanwhile or is gone, so the keyboard comes here.

import { type ReactNode, useEffect, useRef } from 'react';
import './exchange.css';

interface JobOutcomeProps {
  /** The failure or the report; null while there is none. */
  readonly of: object | null;
  readonly children: ReactNode;
}

export function JobOutcome({ of, children }: JobOutcomeProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever went elsewhere meanwhile stays there.
    if (of !== null && document.activeElement === document.body) place.current?.focus();
  }, [of]);
  return (
    <div ref={place} className="job-outcome" tabIndex={-1}>
      {children}
    </div>
  );
}
