// The one window: sandboxed, isolated, on our own origin. Navigation, pop-ups, web views, permissions, downloads, devices and network are refused.

import { BrowserWindow, Menu, type Session, session } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from '#shared/ipc/origin';
import { groundColor } from './color-scheme';
import type { Log } from './lib/log';
import type { WindowPlace } from './window-state';

export interface WindowOptions {
  readonly preloadPath: string;
  readonly log: Log;
  readonly place: WindowPlace;
  readonly title: string;
  /** Developer tools exist only outside the packaged application. */
  readonly developer: boolean;
}

const LOCAL_SCHEMES = new Set([`${APP_SCHEME}:`, 'blob:', 'data:', 'devtools:']);

export function openWindow({ preloadPath, log, place, title, developer }: WindowOptions): BrowserWindow {
  const { maximized, ...bounds } = place;
  Menu.setApplicationMenu(null);
  // Before there is a page: with the first one Chromium would already ask for a dictionary.
  closeSession(session.defaultSession, log);
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    backgroundColor: groundColor(),
    title,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: developer,
      disableBlinkFeatures: 'Auxclick',
    },
  });
  // The page may not rename the window: its title tells training from real business.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  closePage(window, log);
  if (developer) openToolsOnF12(window);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  return window;
}

/** What the page's session may never do, whichever frame asks. */
function closeSession(ours: Session, log: Log): void {
  ours.setProxy({ mode: 'direct' }).catch((error: unknown) => log.fault('window.proxy', error));
  ours.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('window.permission-refused', { permission });
    answer(false);
  });
  // Otherwise Chromium fetches dictionaries from the network.
  ours.setSpellCheckerEnabled(false);
  ours.setSpellCheckerLanguages([]);
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.on('will-download', (event) => {
    event.preventDefault();
    log.warn('window.download-refused');
  });
  for (const picker of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    ours.on(picker as 'select-hid-device', (event) => {
      event.preventDefault();
    });
  }
  ours.webRequest.onBeforeRequest((details, answer) => {
    const local = isLocal(details.url);
    if (!local) log.warn('window.request-refused', { kind: details.resourceType });
    answer({ cancel: !local });
  });
}

function closePage(window: BrowserWindow, log: Log): void {
  const page = window.webContents;
  page.setWindowOpenHandler(() => {
    log.warn('window.popup-refused');
    return { action: 'deny' };
  });
  const refuse = (event: { preventDefault(): void }, url: string) => {
    // Reloading the page after a crash is the one navigation there is.
    if (url === `${APP_ORIGIN}/`) return;
    event.preventDefault();
    log.warn('window.navigation-refused');
  };
  page.on('will-navigate', (event) => {
    refuse(event, event.url);
  });
  page.on('will-frame-navigate', (event) => {
    refuse(event, event.url);
  });
  page.on('will-redirect', (event) => {
    refuse(event, event.url);
  });
  page.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('window.webview-refused');
  });
  page.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
}

function openToolsOnF12({ webContents }: BrowserWindow): void {
  webContents.on('before-input-event', (_event, input) => {
    if (input.type === 'keyDown' && input.key === 'F12') webContents.toggleDevTools();
  });
}

function isLocal(url: string): boolean {
  try {
    return LOCAL_SCHEMES.has(new URL(url).protocol);
  } catch {
    return false;
  }
}
