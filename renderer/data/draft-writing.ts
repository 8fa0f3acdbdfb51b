// What all who write drafts behind the user's back have in common: which trouble may pass, in whose name they write, and that of two
// writers of one draft only the later goes on.

import type { RecordId } from '#shared/base/ids';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { callDesk } from '../bridge/desk';

/** Between two tries of what could not be written. */
export const RETRY_MS = 3_000;

/** Trouble that may pass without the user: room on the disk, a stick that comes back, somebody signing in again. */
const PASSING = new Set(['journal.disk-full', 'journal.io', 'session.not-signed-in', 'desk.unreachable', 'projection.storage']);

export function mayPass({ code }: Failure): boolean {
  return PASSING.has(code);
}

/** Asked before another try: what one operator typed is never written in another's name (R067). */
export async function stillSignedIn(operator: RecordId): Promise<Result<null, Failure>> {
  const desk = await callDesk('stationState', {});
  if (!desk.ok) return desk;
  return desk.value.signedInAs === operator ? ok(null) : failure('session.not-signed-in');
}

export interface DraftWriter {
  /** Another writes this draft now: nothing older of it may be written any more. */
  readonly giveUp: (id: RecordId) => void;
}

/** Who wrote each draft last and may still try again. */
const writers = new Map<RecordId, DraftWriter>();

/** From now on this one writes these drafts, and nobody who did before. */
export function claimDrafts(ids: Iterable<RecordId>, writer: DraftWriter): void {
  for (const id of ids) {
    const held = writers.get(id);
    if (held === writer) continue;
    writers.set(id, writer);
    held?.giveUp(id);
  }
}

/** All of these that the writer still held has been written. */
export function releaseDrafts(ids: Iterable<RecordId>, writer: DraftWriter): void {
  for (const id of ids) if (writers.get(id) === writer) writers.delete(id);
}
