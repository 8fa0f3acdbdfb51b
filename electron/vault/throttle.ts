// Slows down guessing: a growing wait after wrong tries, per name, in memory only. It never sees a secret.

const FREE_TRIES = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export interface Throttle {
  /**
   * Milliseconds to wait before the next try, or 0 for "go ahead". Going ahead counts as a wrong try until `succeeded`,
   * so that many tries at once gain nothing.
   */
  begin(name: string): number;
  succeeded(name: string): void;
}

/** `now` is a monotonic clock in milliseconds. */
export function createThrottle(now: () => number = () => performance.now()): Throttle {
  const tries = new Map<string, { count: number; notBefore: number }>();
  return {
    begin(name) {
      const entry = tries.get(name) ?? { count: 0, notBefore: 0 };
      const waitMs = Math.ceil(entry.notBefore - now());
      if (waitMs > 0) return waitMs;
      entry.count += 1;
      const doublings = entry.count - FREE_TRIES;
      if (doublings >= 0) entry.notBefore = now() + Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS);
      tries.set(name, entry);
      return 0;
    },
    succeeded(name) {
      tries.delete(name);
    },
  };
}
