// What journal code throws where a port promises no Result: an expected failure in an Error's clothes. Never a field's value.

import type { Failure } from '#shared/base/result';

export type JournalCode = 'journal.broken-chain' | 'journal.damaged' | 'journal.disk-full' | 'journal.io' | 'journal.closed' | 'journal.locked';

export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly code: JournalCode;

  constructor(
    readonly failure: Failure<JournalCode>,
    options?: ErrorOptions,
  ) {
    super(`${failure.code} ${JSON.stringify(failure.evidence ?? {})}`, options);
    this.code = failure.code;
  }
}

/** The code of a failed system call. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

/** A failed system call as a failure: no room left is told apart, because the user can help it. */
export function ioFailure(error: unknown): Failure<'journal.disk-full' | 'journal.io'> {
  const system = systemCode(error);
  const full = system === 'ENOSPC' || system === 'EDQUOT';
  return { code: full ? 'journal.disk-full' : 'journal.io', evidence: { system } };
}
