// The window does not go before the page has saved what was typed last: it is asked, and given a moment.

import type { BrowserWindow } from 'electron';

/** A page that hangs may not keep the window open; what has been written is safe either way. */
const PATIENCE_MS = 5_000;

export interface WindowClosing {
  /** Resolves when the page has saved, or there is no page that could. */
  readonly saved: () => Promise<void>;
  /** The page's answer. */
  readonly answer: () => void;
}

export function closeWhenSaved(window: BrowserWindow, ask: () => void): WindowClosing {
  let asked: Promise<void> | null = null;
  let over = false;
  let answer = (): void => undefined;

  function saved(): Promise<void> {
    asked ??= new Promise<void>((resolve) => {
      if (window.isDestroyed() || window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) {
        resolve();
        return;
      }
      const timer = setTimeout(resolve, PATIENCE_MS);
      answer = () => {
        clearTimeout(timer);
        resolve();
      };
      window.webContents.once('render-process-gone', answer);
      ask();
    }).then(() => {
      over = true;
    });
    return asked;
  }

  window.on('close', (event) => {
    if (over) return;
    event.preventDefault();
    void saved().then(() => {
      if (!window.isDestroyed()) window.close();
    });
  });
  return { saved, answer: () => { answer(); } };
}
