// Milliseconds since a moment, told every second.

import { useEffect, useState } from 'react';

export function useElapsed(since: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()); }, 1000);
    return () => { clearInterval(timer); };
  }, []);
  // The clock may stand a little before a moment that came after its last tick.
  return Math.max(0, now - since);
}
