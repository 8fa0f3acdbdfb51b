// What main tells the page unasked. Payloads are parsed by the contract before they leave.

import type { BrowserWindow } from 'electron';
import { type EventName, type EventOf, ipcEvents } from '#shared/ipc/events';
import { eventChannel } from './channels';

export type SendEvent = <N extends EventName>(name: N, payload: EventOf<N>) => void;

/** Without a window, or with one whose page is gone, there is nobody to tell: events are never queued here. */
export function createSender(window: () => BrowserWindow | null): SendEvent {
  return (name, payload) => {
    const shown = window();
    if (shown === null || shown.isDestroyed() || shown.webContents.isDestroyed()) return;
    shown.webContents.send(eventChannel(name), ipcEvents[name].parse(payload));
  };
}
