// The system's notices: a sentence in the corner of the screen. Where the system has none, or refuses, nothing happens.

import { app, type BrowserWindow, Notification } from 'electron';
import type { Log } from './lib/log';

/** Windows shows notices only of programs it knows by this name; it is the one the installer registers. */
const APP_ID = 'cn.goufu.desk';

/** True when the sentence was handed to the system. */
export type ShowNotice = (sentence: string) => boolean;

/** `onClick` comes after the window was raised. */
export function createSystemNotice(window: () => BrowserWindow | null, onClick: () => void, log: Log): ShowNotice {
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  /** Held until they go: one that is collected takes its click with it. */
  const shown = new Set<Notification>();
  return (sentence) => {
    try {
      if (!Notification.isSupported()) return false;
      const notice = new Notification({ title: '购服台', body: sentence });
      shown.add(notice);
      notice.on('click', () => {
        const open = window();
        if (open?.isMinimized() === true) open.restore();
        open?.focus();
        onClick();
      });
      for (const end of ['close', 'failed'] as const) notice.on(end as 'close', () => shown.delete(notice));
      notice.show();
      return true;
    } catch (error) {
      log.fault('notice.not-shown', error);
      return false;
    }
  };
}
