// The window does not go before the page has saved what was typed last: it is asked, and given a moment. Where something could not be
// saved the page says that the window stays, asks the person, and lets it go when told so.

import type { BrowserWindow } from 'electron';

/** A page that hangs may not keep the window open; what has been written is safe either way. */
const PATIENCE_MS = 5_000;

export interface WindowClosing {
  /** Asks the page, unless it is being asked. Resolves once the window may go: quitting waits as long as a person keeps the window. */
  readonly saved: () => Promise<void>;
  /** The page's answer. What stayed may go later, without being asked again. */
  readonly answer: (may: boolean) => void;
}

export function closeWhenSaved(window: BrowserWindow, ask: () => void): WindowClosing {
  let over = false;
  let asked = false;
  let asking = false;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;
  let resolve = (): void => undefined;
  const gone = new Promise<void>((done) => { resolve = done; });

  function endAsking(): void {
    asking = false;
    clearTimeout(timer);
    window.webContents.off('render-process-gone', letGo);
  }

  function letGo(): void {
    over = true;
    if (!window.isDestroyed()) endAsking();
    resolve();
  }

  function saved(): Promise<void> {
    if (over || asking) return gone;
    if (window.isDestroyed() || window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) {
      letGo();
      return gone;
    }
    [asked, asking] = [true, true];
    timer = setTimeout(letGo, PATIENCE_MS);
    window.webContents.once('render-process-gone', letGo);
    ask();
    return gone;
  }

  window.on('close', (event) => {
    if (over) return;
    event.preventDefault();
    closing = true;
    void saved();
  });
  void gone.then(() => {
    if (closing && !window.isDestroyed()) window.close();
  });
  return {
    saved,
    answer(may) {
      if (!asked || over) return;
      if (may) letGo();
      else endAsking();
    },
  };
}
