// The start-up order, and nothing else: one instance → sandbox and scheme → window → handlers → page; and an orderly end.

import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, type IpcMainInvokeEvent, powerMonitor, protocol, type Rectangle, screen, session } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from '#shared/ipc/origin';
import type { Seat } from '#shared/ipc/seats';
import { keepBackingUp } from './backup/daily';
import { closeWhenSaved } from './close-window';
import { followColorScheme } from './color-scheme';
import { createDialogs } from './dialogs';
import { createDesk } from './handlers';
import { createSender } from './ipc/send';
import { serveCalls } from './ipc/serve';
import { createLog } from './lib/log';
import { printPage, savePdf } from './print';
import { chooseProfile } from './profile';
import { createProtocolHandler } from './protocol';
import { createSettings, type SettingsStore } from './settings';
import { argumentsFor, packedFile } from './training/command-line';
import { finishAtStart } from './training/finish-at-start';
import { createSystemNotice } from './system-notice';
import { guardProcess, reloadAfterCrash } from './unexpected';
import { openWindow } from './window';
import { placeWindow, rememberWindow } from './window-state';

const { folders, seat, trainingFolder } = chooseProfile(process.argv);
const log = createLog(folders.logs);
guardProcess(log);

// Before anything opens a file: a second instance would write into the same journals and the same IndexedDB.
if (app.requestSingleInstanceLock()) setup();
else app.exit(0);

/** macOS names a double-clicked file by an event, which may come before there is a window. */
const openedEarly: string[] = [];
let takeOpened = (path: string): void => {
  openedEarly.push(path);
};

function setup(): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    takeOpened(path);
  });
  // Tests run by root start with --no-sandbox, which Chromium cannot join with this; nothing shipped passes that switch.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Names are never looked up: there is nothing to reach, and a leak by address would have nowhere to go.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  const settings = createSettings(folders.data, log);
  // Old display drivers paint garbage; only before readiness can it be changed.
  if (!settings.read().hardwareAcceleration) app.disableHardwareAcceleration();
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app
    .whenReady()
    .then(() => start(settings))
    .catch((error: unknown) => {
      // Otherwise a process without a window would hold the lock, and every further start would come to nothing.
      const incident = log.fault('app.not-started', error);
      dialog.showErrorBox('购服台未能启动', `数据未受影响。请重新启动一次；仍不能启动的，请记下编号 ${incident} 并联系上级财政部门。`);
      app.exit(1);
    });
}

async function start(stored: SettingsStore): Promise<void> {
  const clearTables = () => session.defaultSession.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] });
  const trouble = seat === null ? null : await finishAtStart({ folder: trainingFolder, seat, clearTables, log });
  const settings = followColorScheme(stored);
  let window: BrowserWindow | null = openWindow({
    preloadPath: join(import.meta.dirname, 'preload.cjs'),
    log,
    place: placeWindow(settings.read().window, workAreas()),
    title: seat === null ? '购服台' : '演练 — 购服台（数据不作数）',
    developer: !app.isPackaged,
  });
  const shown = window;
  const send = createSender(() => window);
  const closing = closeWhenSaved(shown, () => { send('windowClosing', {}); });
  const dialogs = createDialogs(() => window);
  const { handlers, host, offers, jobs, backups } = createDesk({
    folders,
    log,
    settings,
    dialogs,
    send,
    info: { version: app.getVersion(), electron: process.versions.electron, dataFolder: folders.data },
    training: { folder: trainingFolder, seat, trouble, startAgain },
    showNotice: createSystemNotice(() => window, () => { send('noticeClicked', {}); }, log),
    clearTables,
    windowMayGo: closing.answer,
    printPage: (landscape) => printPage(shown.webContents, landscape),
    savePdf: (name) => savePdf(shown, dialogs, settings.read().lastFolder ?? app.getPath('documents'), name),
  });
  const isOurPage = ({ senderFrame }: IpcMainInvokeEvent) =>
    senderFrame !== null && senderFrame === window?.webContents.mainFrame && senderFrame.origin === APP_ORIGIN;
  serveCalls(handlers, { ipc: ipcMain, isOurPage, log });
  shown.webContents.session.protocol.handle(
    APP_SCHEME,
    createProtocolHandler({
      pageFolder: join(import.meta.dirname, 'renderer'),
      openStores: () => {
        const place = host.workplace();
        return place.ok ? place.value : null;
      },
    }),
  );

  rememberWindow(shown, settings);
  reloadAfterCrash(shown, log);
  powerMonitor.on('suspend', () => {
    host.session.end('asleep');
  });
  shown.on('closed', () => {
    window = null;
  });
  app.on('second-instance', (_event, args, workingFolder) => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
    }
    void offers.take(args.slice(1), workingFolder);
  });
  // From now on macOS may name files at any time.
  takeOpened = (path) => void offers.take([path], '/');
  const endBackingUp = keepBackingUp(backups, log);
  endInOrder(async () => {
    await closing.saved();
    endBackingUp();
    jobs.cancelAll();
    await jobs.idle();
    await backups.stop();
    await host.close();
  });

  // Fails too when the page dies or the window is closed meanwhile; both are seen to elsewhere.
  await shown.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => log.fault('page.not-loaded', error));
  await offers.take([...process.argv.slice(1), ...openedEarly], process.cwd());
}

let leaving = false;

function startAgain(at: Seat | null): void {
  if (leaving) return;
  leaving = true;
  const packed = packedFile(process.env, process.execPath);
  app.relaunch({ args: argumentsFor(at, process.argv.slice(1)), ...(packed === null ? {} : { execPath: packed }) });
  app.quit();
}

/** The screens there are now, the primary one first. */
function workAreas(): Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea);
}

/** Quitting waits until what is being written is written and the journals are closed. */
function endInOrder(close: () => Promise<void>): void {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void close()
      .catch((error: unknown) => log.fault('app.close-failed', error))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
}
