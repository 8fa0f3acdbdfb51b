// An answer of the main process that comes late: the first call of a kind is held while later ones are answered.

import type { ElectronApplication, Page } from 'playwright';
import { assert } from '#shared/base/assert';
import type { CallName } from '#shared/ipc/contract';
import { callChannel } from '../../../electron/ipc/channels';

export interface HeldCall {
  /** How many calls have come since. */
  readonly calls: () => Promise<number>;
  /** Answers the first one; resolves when the page has got the answer, and whatever follows from it at once has been done. */
  readonly release: (page: Page) => Promise<void>;
}

type Handler = (...args: unknown[]) => unknown;

export async function holdFirst(app: ElectronApplication, name: CallName): Promise<HeldCall> {
  await app.evaluate(({ ipcMain }, channel) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    const answer = handlers.get(channel);
    if (answer === undefined) throw new Error(`nobody answers ${channel}`);
    const held = { calls: 0, release: (): void => undefined };
    const released = new Promise<void>((resolve) => { held.release = resolve; });
    handlers.set(channel, async (...args) => {
      held.calls += 1;
      if (held.calls === 1) await released;
      return answer(...args);
    });
    Object.assign(globalThis, { held });
  }, callChannel(name));
  const calls = () => app.evaluate(() => (globalThis as unknown as { held: { calls: number } }).held.calls);
  return {
    calls,
    async release(page) {
      assert((await calls()) > 1, 'a later call has come');
      await app.evaluate(() => { (globalThis as unknown as { held: { release(): void } }).held.release(); });
      // Another question and its answer go the same way behind it.
      await page.evaluate(async () => { await window.desk?.stationState({}); });
      await page.evaluate(() => new Promise((painted) => { requestAnimationFrame(() => { requestAnimationFrame(painted); }); }));
    },
  };
}
