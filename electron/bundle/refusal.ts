// What bundle work refuses with, and the station's own disk among the reasons.

import { JournalError } from '../journal/journal-error';
import { systemCodeOf } from '../lib/atomic-file';
import { isDiskFull, Refusal } from '../lib/refusal';
import type { Failure } from '#shared/base/result';
import type { BundleCode } from '#shared/bundle/failures';

export function refuse(code: BundleCode, evidence?: Failure['evidence']): never {
  throw new Refusal(evidence === undefined ? { code } : { code, evidence });
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) refuse('bundle.cancelled');
}

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
    if (isDiskFull(system)) return refuse('bundle.disk-full', { place: 'station', system });
    if (system !== '') return refuse('bundle.station-disk', { system });
    throw error;
  }
}
