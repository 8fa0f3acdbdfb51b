// The projection as a plain module: one queue in which syncs and saves take turns, with search beside it. main.ts puts it
// into a worker; tests run it as it is.

import { failure, ok, type Result } from '#shared/base/result';
import type { JournalHead } from '#shared/ipc/contract';
import { type DeskDb, forgetFailedOpening } from '../db';
import type { Entry, Progress, ProjectionFailure, ProjectionPort, ReadJournal } from '../port';
import { applyOne } from './apply';
import { createSearch } from './search/search';
import { syncJournals } from './sync';

export interface ProjectionOptions {
  readonly db: DeskDb;
  readonly readJournal: ReadJournal;
  readonly onProgress?: (progress: Progress) => void;
  readonly batchLines?: number;
}

export function createProjection(options: ProjectionOptions): ProjectionPort {
  const { db, readJournal, onProgress = () => undefined, batchLines = 2000 } = options;
  const search = createSearch(db);
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(task: () => Promise<Result<T, ProjectionFailure>>): Promise<Result<T, ProjectionFailure>> {
    const run = last.then(task).catch(storageFailure);
    last = run;
    return run;
  }

  return {
    sync: (heads, rebuild = false) =>
      inTurn(() => {
        forgetFailedOpening(db);
        return syncJournals({ db, readJournal, onProgress, onApplied: search.note, onClear: search.forget, batchLines }, heads, rebuild);
      }),
    apply: (head, entries) =>
      inTurn(async () => {
        const applied = await applySaved(db, head, entries);
        if (applied) search.note(entries);
        return ok(applied);
      }),
    // Search keeps its own copy current, so it need not wait for a long sync.
    search: async (question) => {
      try {
        return ok(await search.find(question));
      } catch (error) {
        return storageFailure(error);
      }
    },
  };
}

async function applySaved(db: DeskDb, head: JournalHead, entries: readonly Entry[]): Promise<boolean> {
  const { chain, author, sizeBytes } = head;
  const last = entries.at(-1);
  // The head already names a later line: these lines' length is not known, a sync reads it.
  if (last?.hash !== head.hash) return false;
  return applyOne(db, { chain, author, entries, sizeBytes });
}

function storageFailure(error: unknown): Result<never, ProjectionFailure> {
  const name = error instanceof Error ? error.name : 'unknown';
  const inner = error instanceof Error && 'inner' in error && error.inner instanceof Error ? error.inner.name : '';
  if (name === 'QuotaExceededError' || inner === 'QuotaExceededError') return failure('projection.quota');
  // Names only: a message could quote a row.
  return failure('projection.storage', { name, inner });
}
