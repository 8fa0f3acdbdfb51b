// Where things lie: the repository, its generated files, and the user's cache folder. Touches no file.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything generated goes here; git ignores it. */
export const outDir = join(root, 'out');

/** The built application, the folder the runtime is started on and electron-builder packs. */
export const appDir = join(outDir, 'app');

/**
 * What outlives a clone and `npm ci`.
 * @returns {string}
 */
export function cacheDir() {
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'goufu-desk', 'cache');
  }
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'goufu-desk');
}
