// How a check deep inside a stream says no: it throws a Refusal, and the one public
// function above turns it into a Result.

import { err, type Failure, ok, type Result } from '#shared/base/result';

export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
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

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Whether the system's code of a failed write says that there is no room left. */
export function isDiskFull(system: string): boolean {
  return FULL.has(system);
}
