// Settings that are no business data, in electron-store. A damaged file means defaults, never a stop.

import Store from 'electron-store';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import type { Log } from './lib/log';
import { INITIAL_SETTINGS, type Settings, settingsSchema } from './settings-schema';

export interface SettingsStore {
  read(): Settings;
  /** Keeps the change for this run even when the disk refuses it. */
  write(change: Partial<Settings>): Result<unknown, Failure>;
}

export function createSettings(folder: string, log: Log): SettingsStore {
  const store = openStore(folder, log);
  let current = store === null ? INITIAL_SETTINGS : settingsSchema.parse(store.store);
  return {
    read: () => current,
    write(change) {
      current = { ...current, ...change };
      // Why there is no store was logged when it was opened.
      if (store === null) return failure('settings.not-written');
      try {
        store.set(current);
        return ok({});
      } catch (error) {
        return failure('settings.not-written', { incident: log.fault('settings.not-written', error) });
      }
    },
  };
}

function openStore(folder: string, log: Log): Store | null {
  try {
    const store = new Store({ cwd: folder, name: 'settings', clearInvalidConfig: true });
    // Reading is what finds the damage; an array or a number is as good as nothing.
    return typeof store.store === 'object' ? store : null;
  } catch (error) {
    log.fault('settings.unreadable', error);
    return null;
  }
}
