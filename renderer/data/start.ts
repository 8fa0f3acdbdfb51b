// Keeps the tables behind nothing: first sync, catching up when a journal grew, applying what was just saved. It owns the
// port to the worker and the sync state; what a line does to the tables is the worker's business.

import { assert } from '#shared/base/assert';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Change, JournalHead, WrittenLine } from '#shared/ipc/contract';
import type { JournalLine } from '#shared/journal/line';
import { callDesk, onEvent } from '../bridge/desk';
import type { Entry, ProjectionPort } from './port';
import { setSyncState } from './sync-store';

let port: ProjectionPort | undefined;
let starting: Promise<void> | undefined;
let stopListening: () => void = () => undefined;
let running: Promise<Result<null, Failure>> | undefined;
let again: Promise<Result<null, Failure>> | undefined;

/** The projection in use; screens go through search.ts and commit.ts. */
export function projection(): ProjectionPort {
  assert(port, 'startData() comes first');
  return port;
}

/** Call once an operator has signed in. Later calls only sync. */
export async function startData(createPort: () => ProjectionPort | Promise<ProjectionPort>): Promise<Result<null, Failure>> {
  starting ??= (async () => {
    port = await createPort();
    stopListening = onEvent('journalGrew', () => void syncNow());
  })();
  await starting;
  return syncNow();
}

/** For tests: forgets the port, so that another may start. */
export function stopData(): void {
  stopListening();
  port = undefined;
  starting = undefined;
}

/** Catches up with the journals. Calls during a run share one further run, because the run under way may have missed them. */
export function syncNow(): Promise<Result<null, Failure>> {
  if (!running) {
    running = sync(false).finally(() => (running = undefined));
    return running;
  }
  again ??= running.then(() => {
    again = undefined;
    return syncNow();
  });
  return again;
}

/** Throws the tables away and replays every journal: what the repair page offers. */
export async function rebuildNow(): Promise<Result<null, Failure>> {
  await running;
  running = sync(true).finally(() => (running = undefined));
  return running;
}

/** Puts lines just written in place; false when the tables could not follow. */
export async function applyWritten(
  head: JournalHead,
  changes: readonly Change[],
  lines: readonly WrittenLine[],
): Promise<boolean> {
  const entries = changes.map((change, index): Entry => {
    const line = lines[index];
    assert(line, 'the main process answers with one line per change');
    const { hash, ...envelope } = line;
    return { hash, line: { v: 1, ...envelope, ...change } satisfies JournalLine };
  });
  const applied = await projection().apply(head, entries);
  if (applied.ok && applied.value) return true;
  return (await syncNow()).ok;
}

async function sync(rebuild: boolean): Promise<Result<null, Failure>> {
  const heads = await callDesk('journalHeads', {});
  const result = heads.ok ? await projection().sync(heads.value, rebuild) : heads;
  if (result.ok) setSyncState({ phase: 'ready', error: null });
  else setSyncState({ phase: 'failed', error: result.error });
  return result.ok ? ok(null) : result;
}
