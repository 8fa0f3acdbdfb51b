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
  const near = openEntries(agenda).flatMap(({ deadline }) => {
    const reminder = reminderKey(deadline, today);
    return reminder === null ? [] : [{ kind: deadline.kind, reminder }];
  });
  const { kept, due } = splitReminders(near, noticed.deadlines);
  const signings = due.filter(({ kind }) => kind === 'contract-sign').length;
  return {
    decisions: decisions.count,
    signings,
    deadlines: due.length - signings,
    noticed: { decisions: [...decisions.seen], deadlines: [...kept, ...due.map(({ reminder }) => reminder)] },
  };
}

/** Of what is near: what was told, and what is to be told now. What is near no more is not asked about again, and makes room. */
export function splitReminders<Near extends { readonly reminder: string }>(near: readonly Near[], noticed: readonly string[]): { readonly kept: readonly string[]; readonly due: readonly Near[] } {
  const told = new Set(noticed);
  const kept = near.flatMap(({ reminder }) => (told.has(reminder) ? [reminder] : []));
  return { kept, due: near.filter(({ reminder }) => !told.has(reminder)).slice(0, MAX_NOTICED_DEADLINES - kept.length) };
}
