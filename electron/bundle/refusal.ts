// How a check deep inside a stream says no: it throws a Refusal, and the one public
// function above turns it into a Result.

import { JournalError } from '../journal/journal-error';
import { systemCodeOf } from '../lib/atomic-file';
import { err, type Failure, ok, type Result } from '#shared/base/result';
import type { BundleCode } from '#shared/bundle/failures';

export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

export function refuse(code: BundleCode, evidence?: Failure['evidence']): never {
  throw new Refusal(evidence === undefined ? { code } : { code, evidence });
}

/** Runs the job; a Refusal becomes its failure, everything else stays an exception. */
export async function asResult<T>(job: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return ok(await job());
  } catch (error) {
    if (error instanceof Refusal) return err(error.failure);
    throw error;
  }
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) refuse('bundle.cancelled');
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A write to this station's own disk: a full disk and a failing one are expected failures, not broken invariants. */
export async function onStationDisk<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof JournalError) {
      const code = error.code === 'journal.disk-full' ? 'bundle.disk-full' : 'bundle.station-disk';
      return refuse(code, { place: 'station', reason: error.code });
    }
    const system = systemCodeOf(error);
    if (FULL.has(system)) return refuse('bundle.disk-full', { place: 'station', system });
    if (system !== '') return refuse('bundle.station-disk', { system });
    throw error;
  }
}

export function isDiskFull(system: string): boolean {
  return FULL.has(system);
}
