// Brings node_modules to what package-lock.json says. Compares with npm's own record of what lies there, so it keeps no stamp of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runNpm } from './run.mjs';
import { say, SetupError } from './say.mjs';

/** Installs the locked dependencies where they are missing or differ. */
export async function ensureDependencies() {
  if (await isInstalled()) return;
  say('安装依赖', 'installing dependencies (npm ci)');
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--no-update-notifier', '--include=dev'], { env, stdio: ['ignore', 2, 2] });
  if (code !== 0) {
    throw new SetupError('依赖安装失败,请检查网络或 npm 镜像设置后重试', 'npm ci failed: check the network or the npm registry setting, then run again');
  }
}

/** Every locked package is there in its locked version; those for other platforms may be missing. */
async function isInstalled() {
  const wanted = await readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined) throw new SetupError('缺少 package-lock.json', 'package-lock.json is missing or damaged');
  const present = await readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, {version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean}> | undefined>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
