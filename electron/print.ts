// Prints the page as it stands into a PDF the user names. Layout is the page's print styles; nothing else is written.

import type { BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import type { Dialogs } from './exchange/dialogs-port';
import { plainFileName } from './lib/file-name';
import { writeFileAtomic } from './lib/atomic-file';

export async function savePdf(
  window: BrowserWindow,
  dialogs: Dialogs,
  folder: string,
  suggestedName: string,
): Promise<Result<{ saved: boolean }, Failure>> {
  const name = plainFileName(suggestedName, '打印');
  const path = await dialogs.saveFile({ kind: 'pdf', suggestedPath: join(folder, basename(`${name}.pdf`)) });
  if (path === null) return ok({ saved: false });
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  try {
    await writeFileAtomic(path, pdf);
  } catch {
    return failure('file.not-written');
  }
  return ok({ saved: true });
}
