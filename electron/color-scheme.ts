// The person's choice of light or dark becomes the preference the page's style sheets ask for, from the first frame on.

import { nativeTheme } from 'electron';
import type { SettingsStore } from './settings';

/** The same store; a changed choice shows at once. */
export function followColorScheme(settings: SettingsStore): SettingsStore {
  nativeTheme.themeSource = settings.read().colorScheme;
  return {
    read: () => settings.read(),
    write(change) {
      const written = settings.write(change);
      if (change.colorScheme !== undefined) nativeTheme.themeSource = change.colorScheme;
      return written;
    },
  };
}

/** What the window shows before the page has drawn anything. */
export function groundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#12171d' : '#eef1f5';
}
