// Hands a workbook the page has made to the main process, which asks the user where it shall go.

import type { Failure, Result } from '#shared/base/result';
import type { SavedFile } from '#shared/ipc/contract';
import { callDesk } from '../bridge/desk';
import type { ExcelResult } from './excel-failure';

export async function saveWorkbook(made: ExcelResult<Uint8Array<ArrayBuffer>>, suggestedName: string): Promise<Result<SavedFile, Failure>> {
  if (!made.ok) return made;
  return callDesk('saveFile', { kind: 'xlsx', suggestedName: suggestedName.slice(0, 100), bytes: made.value });
}
