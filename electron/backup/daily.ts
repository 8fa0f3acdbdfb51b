// When the day's backup is made: soon after the start, then looked after several times a day, because these computers run for weeks.

import type { Log } from '../lib/log';
import type { Backups } from './backups';

/** Not in the first minute, which belongs to whoever signs in. */
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 15 * 60_000;

/** Returns how to end it. */
export function keepBackingUp(backups: Pick<Backups, 'makeDaily'>, log: Log): () => void {
  const look = () => {
    void backups.makeDaily().catch((error: unknown) => log.fault('backup.daily-failed', error));
  };
  const first = setTimeout(look, FIRST_AFTER_MS).unref();
  const later = setInterval(look, EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(later);
  };
}
