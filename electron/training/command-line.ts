// The one switch that leads into training: --training or --training=SEAT. Whoever writes it wrongly still gets training, never the real desk.

import { BUNDLE_EXTENSION } from '#shared/bundle/names';
import { SEATS, type Seat } from '#shared/ipc/seats';

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

/**
 * What must be started instead of the running file, if another: an AppImage runs unpacked from a folder that goes with it. Its words in
 * the surroundings are handed down to every program it starts, so they count only when we run from that very folder.
 */
export function packedFile({ APPIMAGE, APPDIR }: { readonly APPIMAGE?: string; readonly APPDIR?: string }, execPath: string): string | null {
  return APPIMAGE !== undefined && APPDIR !== undefined && APPDIR !== '' && execPath.startsWith(`${APPDIR}/`) ? APPIMAGE : null;
}
