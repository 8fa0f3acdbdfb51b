// Hands a workbook the page has made to the main process, which asks the user where it shall go.

import type { Failure, Result } from '#shared/base/result';
import { callDesk } from '../bridge/desk';
import type { ExcelResult } from './excel-failure';

/** `saved` is false when the user thought better of it. */
export async function saveWorkbook(made: ExcelResult<Uint8Array<ArrayBuffer>>, suggestedName: string): Promise<Result<{ readonly saved: boolean }, Failure>> {
  if (!made.ok) return made;
  return callDesk('saveFile', { kind: 'xlsx', suggestedName: suggestedName.slice(0, 100), bytes: made.value });
}
