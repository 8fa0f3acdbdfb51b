// The one switch that leads into training: --training or --training=SEAT. Whoever writes it wrongly still gets training, never the real desk.

import { BUNDLE_EXTENSION } from '#shared/bundle/names';
import { SEATS, type Seat } from '#shared/ipc/training';

const SWITCH = '--training';

/** Null without the switch. */
export function seatOf(args: readonly string[]): Seat | null {
  const given = args.findLast((arg) => arg === SWITCH || arg.startsWith(`${SWITCH}=`));
  if (given === undefined) return null;
  return SEATS.find((seat) => given === `${SWITCH}=${seat}`) ?? SEATS[0];
}

/** The words of this start again, for another desk (null: the real one), without what was double-clicked. */
export function argumentsFor(seat: Seat | null, args: readonly string[]): string[] {
  const kept = args.filter((arg) => !arg.startsWith(SWITCH) && !arg.toLowerCase().endsWith(BUNDLE_EXTENSION));
  return seat === null ? kept : [...kept, `${SWITCH}=${seat}`];
}
