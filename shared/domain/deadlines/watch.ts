// On which days a contract is to be looked at: keys that can be kept in an index, and the ranges of keys that a day asks for. Whoever
// looks at the contracts under these ranges misses no deadline, and reads none that lies far on either side.

import { addDays, type BusinessDate } from '../../base/date';
import { HORIZON_DAYS } from './deadline';
import { DAYS_TO_PAY, isAccepted, MOST_DAYS_AFTER_SIGNING, QUIET_AFTER_DAYS, quietAfter, type QuietFacts, unpassed } from './quiet';

export interface WatchFacts extends QuietFacts {
  /** It has a filing number. */
  readonly filed: boolean;
}

/** House: when a contract's end is announced. */
export const DAYS_BEFORE_END = 30;

/** Sorts behind every day. */
const OPEN_ENDED = '9999-12-31';

/**
 * `day`: what falls silent of itself hangs on these days. `open`: from when an acceptance is outstanding, which nothing silences.
 * `file`: up to when the filing number is asked for, every day until then; such a contract needs no other key.
 */
export function watchKeys(contract: WatchFacts): readonly string[] {
  const { signedOn, endsOn, schedule, acceptances, filed } = contract;
  if (!filed) return [`file/${quietAfter(contract) ?? OPEN_ENDED}`];
  const days = new Set([signedOn, endsOn, ...schedule.map(({ dueOn }) => dueOn), ...acceptances.map(({ acceptedOn }) => acceptedOn)]);
  const faultOn = unpassed(contract)?.acceptedOn ?? endsOn;
  return [...[...days].map((day) => `day/${day}`), ...(isAccepted(contract) ? [] : [`open/${faultOn < endsOn ? faultOn : endsOn}`])];
}

/** Both ends belong to a range. */
export function watchRanges(today: BusinessDate): readonly (readonly [from: string, to: string])[] {
  const longest = Math.max(DAYS_TO_PAY, MOST_DAYS_AFTER_SIGNING);
  return [
    [`day/${addDays(today, -(QUIET_AFTER_DAYS + longest))}`, `day/${addDays(today, HORIZON_DAYS)}`],
    ['open/', `open/${addDays(today, DAYS_BEFORE_END)}`],
    [`file/${today}`, `file/${OPEN_ENDED}`],
  ];
}
