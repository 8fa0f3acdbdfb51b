// Error code → three sentences: what happened, whether the data is safe, what to do next. Codes come from Failure.

import type { Failure } from '#shared/base/result';
import { type ErrorEntries, REPORT, SAVED } from './errors/entry';
import { BACKUP_ERRORS } from './errors/backup-errors';
import { EXCEL_ERRORS } from './errors/excel-errors';
import { EXCHANGE_ERRORS } from './errors/exchange-errors';
import { PROGRAM_ERRORS } from './errors/program-errors';
import { RECORD_ERRORS } from './errors/record-errors';
import { STATION_ERRORS } from './errors/station-errors';

export interface ErrorSentence {
  readonly what: string;
  readonly safety: string;
  readonly next: string;
}

export const ERROR_ENTRIES: ErrorEntries = { ...PROGRAM_ERRORS, ...STATION_ERRORS, ...RECORD_ERRORS, ...EXCHANGE_ERRORS, ...EXCEL_ERRORS, ...BACKUP_ERRORS };

/** The sentences of a failure. An unknown code still says that saved data is safe, and shows its number. */
export function sentenceOf(failure: Failure): ErrorSentence {
  const [what, safety, next] = ERROR_ENTRIES[failure.code] ?? [`操作没有完成（${failure.code}）。`, SAVED, REPORT];
  return { what: typeof what === 'string' ? what : what(failure.evidence ?? {}), safety, next };
}
