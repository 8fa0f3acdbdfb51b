// Measuring inside a page that draws: how long a key takes to its frame, when a part of the page stands still, what scrolling costs.

import type { CDPSession, Page } from 'playwright';

/** From the key's own moment (when the browser took it) to the end of the frame that shows what it did, for every key of `press`. */
export async function keysToPaint(page: Page, press: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const spent: number[] = [];
    const onKey = ({ timeStamp }: KeyboardEvent) => {
      // The frame that follows the key, and the first task after that frame was drawn.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { spent.push(performance.now() - timeStamp); };
        port2.postMessage(null);
      });
    };
    addEventListener('keydown', onKey, true);
    Object.assign(globalThis, { benchKeys: { spent, stop: () => { removeEventListener('keydown', onKey, true); } } });
  });
  await press();
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { benchKeys } = globalThis as unknown as { benchKeys: { spent: number[]; stop: () => void } };
    benchKeys.stop();
    return benchKeys.spent;
  });
}

/** Ordinary writing: one key after another, as evenly as a quick typist's. */
export async function typeKeys(session: CDPSession, keys: readonly string[], pauseMs: number): Promise<void> {
  for (const key of keys) {
    const isText = [...key].length === 1;
    const event = { key, code: isText ? '' : key, ...(isText ? { text: key } : {}), windowsVirtualKeyCode: VIRTUAL_KEYS[key] ?? key.toUpperCase().charCodeAt(0) };
    await session.send('Input.dispatchKeyEvent', { type: isText ? 'keyDown' : 'rawKeyDown', ...event });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: event.code, windowsVirtualKeyCode: event.windowsVirtualKeyCode });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const VIRTUAL_KEYS: Readonly<Record<string, number>> = { Enter: 13, ArrowDown: 40, ArrowRight: 39, Escape: 27 };

export interface Scrolled {
  readonly frames: number;
  /** Frames that came more than one and a half frame times after the one before. */
  readonly late: number;
  /** Frames before which the page's own tasks took more than a frame's time. */
  readonly long: number;
}

/** Scrolls an element by so many pixels in every frame; back at its top when it begins. */
export function scrollBy(page: Page, selector: string, pixels: number, frames: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ selector: where, pixels: step, frames: most }) => {
      const element = document.querySelector(where);
      if (element === null) throw new Error(`nothing to scroll: ${where}`);
      element.scrollTop = 0;
      const gaps: number[] = [];
      let busy = 0;
      await new Promise<void>((done) => {
        let last = 0;
        let left = most;
        const frame = (now: number) => {
          if (last !== 0) gaps.push(now - last);
          last = now;
          element.scrollTop += step;
          const begun = performance.now();
          const { port1, port2 } = new MessageChannel();
          // Scroll events, drawing and layout of this frame lie between.
          port1.onmessage = () => { if (performance.now() - begun > 16.7) busy += 1; };
          port2.postMessage(null);
          left -= 1;
          if (left > 0) requestAnimationFrame(frame);
          else setTimeout(done, 100);
        };
        requestAnimationFrame(frame);
      });
      return { frames: most, late: gaps.filter((gap) => gap > 16.7 * 1.5).length, long: busy };
    },
    { selector, pixels, frames },
  );
}
