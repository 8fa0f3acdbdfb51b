// Prints the page as it stands, on a printer through the system's dialog or into a PDF the user names. Layout is the page's print styles.

import type { BrowserWindow, WebContents } from 'electron';
import { basename, join } from 'node:path';
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import type { SavedFile } from '#shared/ipc/contract';
import type { Dialogs } from './exchange/dialogs-port';
import { plainFileName } from './lib/file-name';
import { writeFileAtomic } from './lib/atomic-file';

export async function savePdf(
  window: BrowserWindow,
  dialogs: Dialogs,
  folder: string,
  suggestedName: string,
): Promise<Result<SavedFile, Failure>> {
  const name = plainFileName(suggestedName, '打印');
  const path = await dialogs.saveFile({ kind: 'pdf', suggestedPath: join(folder, basename(`${name}.pdf`)) });
  if (path === null) return ok({ fileName: null });
  const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
  try {
    await writeFileAtomic(path, pdf);
  } catch {
    return failure('file.not-written');
  }
  return ok({ fileName: basename(path) });
}

/** What printing asks of a page; Electron's webContents has it. */
export type Printable = Pick<WebContents, 'getPrintersAsync' | 'print'>;

/** Opens the system's print dialog. The sheets carry their own margins, so the printer adds none. */
export async function printPage(page: Printable, landscape: boolean): Promise<Result<{ printed: boolean }, Failure>> {
  // Without any printer Chromium fails before a dialog is there.
  if ((await page.getPrintersAsync()).length === 0) return failure('print.no-printer');
  return new Promise((resolve) => {
    page.print({ silent: false, printBackground: true, pageSize: 'A4', landscape, margins: { marginType: 'none' } }, (printed, reason) => {
      if (printed) resolve(ok({ printed }));
      else if (/cancel/i.test(reason)) resolve(ok({ printed: false }));
      else resolve(failure('print.failed'));
    });
  });
}
