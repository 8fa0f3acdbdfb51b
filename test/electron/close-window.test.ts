// The window waits for the page that is saving and for the person it asks, but not for a page that cannot answer.
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeWhenSaved } from '../../electron/close-window';

afterEach(() => { vi.useRealTimers(); });

function fakeWindow({ crashed = false, loading = false } = {}) {
  const webContents = Object.assign(new EventEmitter(), { isCrashed: () => crashed, isLoadingMainFrame: () => loading });
  let gone = false;
  const window = Object.assign(new EventEmitter(), {
    webContents,
    isDestroyed: () => gone,
    close() {
      const event = { prevented: false, preventDefault() { this.prevented = true; } };
      window.emit('close', event);
      if (!event.prevented) gone = true;
    },
  });
  let asked = 0;
  const closing = closeWhenSaved(window as unknown as BrowserWindow, () => { asked += 1; });
  return { window, webContents, closing, asked: () => asked, isGone: () => gone };
}

describe('closeWhenSaved', () => {
  it('asks the page once, however often the window is closed, and goes when it has answered', async () => {
    const { window, closing, asked, isGone } = fakeWindow();
    window.close();
    window.close();
    expect([asked(), isGone()]).toEqual([1, false]);
    closing.answer(true);
    await closing.saved();
    await expect.poll(isGone).toBe(true);
  });

  it('lets the window go after the end was waited for otherwise', async () => {
    const { window, closing, isGone } = fakeWindow();
    const saved = closing.saved();
    closing.answer(true);
    await saved;
    window.close();
    expect(isGone()).toBe(true);
  });

  it('stays while a person is asked, however long that takes, and goes when told so without asking again', async () => {
    vi.useFakeTimers();
    const { window, closing, asked, isGone } = fakeWindow();
    window.close();
    closing.answer(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked(), isGone()]).toEqual([1, false]);
    closing.answer(true);
    await closing.saved();
    expect([asked(), isGone()]).toEqual([1, true]);
  });

  it('asks anew when a window that stayed is closed once more', async () => {
    const { window, closing, asked, isGone } = fakeWindow();
    window.close();
    closing.answer(false);
    window.close();
    expect([asked(), isGone()]).toEqual([2, false]);
    closing.answer(true);
    await expect.poll(isGone).toBe(true);
  });

  it('keeps whoever quits waiting until the window that stayed may go', async () => {
    const { closing, isGone } = fakeWindow();
    let ended = false;
    void closing.saved().then(() => { ended = true; });
    closing.answer(false);
    await Promise.resolve();
    expect(ended).toBe(false);
    closing.answer(true);
    await closing.saved();
    // Who quits closes the windows himself.
    expect([ended, isGone()]).toEqual([true, false]);
  });

  it('takes no answer to what was never asked', async () => {
    const { window, closing, asked, isGone } = fakeWindow();
    closing.answer(true);
    window.close();
    expect([asked(), isGone()]).toEqual([1, false]);
  });

  it('lets a page that dies after it stayed be closed without it', async () => {
    const { window, webContents, closing, isGone } = fakeWindow();
    window.close();
    closing.answer(false);
    webContents.emit('render-process-gone');
    expect(isGone()).toBe(false);
    Object.assign(webContents, { isCrashed: () => true });
    window.close();
    await expect.poll(isGone).toBe(true);
  });

  it.each([[{ crashed: true }], [{ loading: true }]])('does not ask a page that is not there: %o', async (state) => {
    const { window, asked, isGone } = fakeWindow(state);
    window.close();
    await expect.poll(isGone).toBe(true);
    expect(asked()).toBe(0);
  });

  it('waits neither for a page that dies nor for one that hangs', async () => {
    const dying = fakeWindow();
    dying.window.close();
    dying.webContents.emit('render-process-gone');
    await expect.poll(dying.isGone).toBe(true);

    vi.useFakeTimers();
    const hanging = fakeWindow();
    hanging.window.close();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(hanging.isGone()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hanging.isGone()).toBe(true);
  });
});
