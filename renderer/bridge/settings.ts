// The user's own settings: read once from the main process, changed on the station page, shared by all screens.

import { useSyncExternalStore } from 'react';
import type { Failure, Result } from '#shared/base/result';
import { DEFAULT_SETTINGS } from '#shared/ipc/setting-values';
import type { PageSettings, SettingsChange } from '#shared/ipc/settings';
import { callDesk } from './desk';

let current: PageSettings = DEFAULT_SETTINGS;
let asked = false;
const listeners = new Set<() => void>();

function publish(settings: PageSettings): void {
  current = settings;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    void callDesk('readSettings', {}).then((reply) => {
      if (reply.ok) publish(reply.value);
    });
  }
  return () => listeners.delete(listener);
}

/** The defaults until the main process has answered. */
export function useSettings(): PageSettings {
  return useSyncExternalStore(subscribe, () => current);
}

export async function changeSettings(change: SettingsChange): Promise<Result<unknown, Failure>> {
  const reply = await callDesk('writeSettings', change);
  // What the disk refused holds until the program ends.
  if (reply.ok || reply.error.code === 'settings.not-written') publish({ ...current, ...change });
  return reply;
}

/** At once on every screen, remembered for the next start; on a full disk it merely is not remembered. */
export function showMoneyIn(moneyUnit: PageSettings['moneyUnit']): void {
  publish({ ...current, moneyUnit });
  void callDesk('writeSettings', { moneyUnit });
}
