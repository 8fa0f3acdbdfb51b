// What nobody expected: faults of the main process and deaths of the page. They are logged; the page is given one new start.

import { app, type BrowserWindow } from 'electron';
import { APP_ORIGIN } from '#shared/ipc/origin';
import type { Log } from './lib/log';

export function guardProcess(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.fault('app.uncaught', error);
  });
  process.on('unhandledRejection', (reason) => {
    log.fault('app.unhandled', reason);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log.warn('app.process-gone', { type, reason, exitCode });
  });
}

/** A page that dies again soon after would die for ever: the second death is left to stand, with its line in the log. */
export function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let reloaded = false;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.warn('page.gone', { reason, exitCode, reloaded });
    if (reason === 'clean-exit' || reloaded) return;
    reloaded = true;
    window.webContents.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => log.fault('page.not-reloaded', error));
  });
}
