// Which system notices a deadline asks for as its day comes nearer, and the key under which each is noted as told.

import type { BusinessDate } from '../../base/date';
import { daysLeft, type Deadline, isNear } from './deadline';

/** R073: signing is reminded of seven, three and one days before its last day. */
export const SIGNING_REMINDERS = [7, 3, 1] as const;

/**
 * The notice that is to be told today; null where none is. A key is told once. Whoever starts the application late is told at once, and
 * of the nearest only; a day that is corrected is reminded of anew. What is overdue stands on the home page and is told no more.
 */
export function reminderKey(deadline: Pick<Deadline, 'key' | 'kind' | 'dueOn'>, today: BusinessDate): string | null {
  if (deadline.kind !== 'contract-sign') return isNear(deadline, today) ? deadline.key : null;
  const left = daysLeft(deadline, today);
  const stage = left < 0 ? undefined : SIGNING_REMINDERS.findLast((days) => left <= days);
  return stage === undefined ? null : `${deadline.key}@${deadline.dueOn}@${String(stage)}`;
}
