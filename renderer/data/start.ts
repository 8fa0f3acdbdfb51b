// Keeps the tables behind nothing: first sync, catching up when a journal grew, applying what was just saved. It owns the
// port to the worker and the sync state; what a line does to the tables is the worker's business.

import { assert } from '#shared/base/assert';
import { type Failure, ok, type Result } from '#shared/base/result';
import type { Change, JournalHead, WrittenLine } from '#shared/ipc/contract';
import type { JournalLine } from '#shared/journal/line';
import { callDesk, onEvent } from '../bridge/desk';
import { db, forgetFailedOpening } from './db';
import type { Entry, ProjectionPort } from './port';
import { setSyncState, syncState } from './sync-store';

let port: ProjectionPort | undefined;
let starting: Promise<void> | undefined;
let stopListening: () => void = () => undefined;

const CHECKS_WITHIN_MS = 30_000;
const MOST_CHECKS = 3;
const RETRY_MS = 3_000;
/** Trouble that may pass without the user, such as a full disk that somebody clears. */
const PASSING = new Set(['projection.quota', 'projection.storage']);

let checking = false;
let checks: readonly number[] = [];
let retry: ReturnType<typeof setTimeout> | undefined;
let watching = false;
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
    watchConnection();
  })();
  await starting;
  return syncNow();
}

/** For tests: forgets the port, so that another may start. */
export function stopData(): void {
  stopListening();
  clearTimeout(retry);
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

/** Throws the tables away and replays every journal: what the repair page offers. Where not even that works, their files go too. */
export async function rebuildNow(): Promise<Result<null, Failure>> {
  await running;
  running = rebuild().finally(() => (running = undefined));
  return running;
}

async function rebuild(): Promise<Result<null, Failure>> {
  const result = await sync(true);
  // A rebuild fails so only after every journal has been read: nothing is lost with the files.
  if (result.ok || result.error.code !== 'projection.storage') return result;
  setSyncState({ phase: 'starting' });
  const cleared = await callDesk('clearTables', {});
  return cleared.ok ? sync(false) : cleared;
}

/**
 * The tables broke under an open screen: a read failed, or the browser closed (and perhaps emptied) the database. Nothing is
 * shown until they have been looked at again; should that not help, the repair page stays.
 */
export async function recheck(): Promise<void> {
  if (checking || port === undefined) return;
  checking = true;
  const now = performance.now();
  checks = [...checks.filter((at) => now - at < CHECKS_WITHIN_MS), now];
  const { phase } = syncState();
  setSyncState({ phase: 'starting', done: 0, total: 0 });
  await syncNow();
  if (checks.length > MOST_CHECKS && phase !== 'failed') setSyncState({ phase: 'failed', error: { code: 'projection.storage' } });
  checking = false;
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
  forgetFailedOpening(db);
  const heads = await callDesk('journalHeads', {});
  const result = heads.ok ? await projection().sync(heads.value, rebuild) : heads;
  if (result.ok) setSyncState({ phase: 'ready', error: null });
  else setSyncState({ phase: 'failed', error: result.error });
  if (!result.ok && PASSING.has(result.error.code)) tryLater();
  return result.ok ? ok(null) : result;
}

function tryLater(): void {
  clearTimeout(retry);
  retry = setTimeout(() => {
    if (port !== undefined) void syncNow();
  }, RETRY_MS);
}

/** Chromium closes, and may delete, a database it finds damaged; Dexie would open an empty one without a word. */
function watchConnection(): void {
  if (watching) return;
  watching = true;
  const watch = () => {
    db.backendDB().addEventListener('close', () => void recheck());
  };
  // Sticky: said at every opening.
  db.on('ready', watch, true);
}
