// Tells the main process now and then that somebody is at the keyboard; main locks the station after idleness.

import { useEffect } from 'react';
import { callDesk } from '../bridge/desk';

const REPORT_EVERY_MS = 60_000;

export function useIdleReport(): void {
  useEffect(() => {
    let reportedAt = 0;
    const report = () => {
      const now = performance.now();
      if (now - reportedAt < REPORT_EVERY_MS) return;
      reportedAt = now;
      void callDesk('keepAlive', {});
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, report, { passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, report);
    };
  }, []);
}
