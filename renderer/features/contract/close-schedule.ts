// 补足差额: what the last instalment must be for the schedule to close with the contract's amount.

import { sumOfSchedule } from './contract-convert';
import type { InstalmentTyped } from './contract-typed';

/** Null when the schedule closes already, when an earlier instalment cannot be read, or when the earlier ones exceed the amount. */
export function closeSchedule(schedule: readonly InstalmentTyped[], amountFen: number): number | null {
  const whole = sumOfSchedule(schedule);
  if (schedule.length > 0 && whole.open === 0 && whole.fen === amountFen) return null;
  const earlier = sumOfSchedule(schedule.slice(0, -1));
  const rest = amountFen - earlier.fen;
  return earlier.open === 0 && rest > 0 ? rest : null;
}
