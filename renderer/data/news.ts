// What the system is to be told next: decisions that came and reminders that are due, as numbers. It tells nobody.

import type { BusinessDate } from '#shared/base/date';
import type { StationId } from '#shared/base/ids';
import { reminderKey } from '#shared/domain/deadlines/reminders';
import { MAX_NOTICED_DEADLINES, type Noticed } from '#shared/ipc/notices';
import { openEntries, readAgenda } from './agenda';
import { readNewDecisions } from './new-decisions';

export interface News {
  readonly decisions: number;
  /** Contracts to be signed within seven, three or one days (R073). */
  readonly signings: number;
  /** Other deadlines within 48 hours. */
  readonly deadlines: number;
  readonly noticed: Noticed;
}

/** `noticed`: what was told already; the answer's own is what is told once this has been. */
export async function readNews(own: StationId, today: BusinessDate, noticed: Noticed): Promise<News> {
  const [agenda, decisions] = await Promise.all([readAgenda(own, today), readNewDecisions(own, noticed.decisions)]);
  const told = new Set(noticed.deadlines);
  const due = openEntries(agenda).flatMap(({ deadline: { key, kind, dueOn } }) => {
    const reminder = reminderKey({ key, kind, dueOn }, today);
    return reminder === null || told.has(reminder) ? [] : [{ kind, reminder }];
  });
  const signings = due.filter(({ kind }) => kind === 'contract-sign').length;
  return {
    decisions: decisions.count,
    signings,
    deadlines: due.length - signings,
    noticed: { decisions: [...decisions.seen], deadlines: [...noticed.deadlines, ...due.map(({ reminder }) => reminder)].slice(-MAX_NOTICED_DEADLINES) },
  };
}
