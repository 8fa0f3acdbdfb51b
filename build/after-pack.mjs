// electron-builder's hook after the folder is laid out: sets the fuses of the executable that users will run.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { executableName?: string, appInfo: { productFilename: string } } }} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  // The launcher of the development runtime comes along with its folder; a packed application has its own archive.
  if (existsSync(join(appOutDir, 'resources', 'app.asar'))) await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  await flipFuses(executableOf(appOutDir, electronPlatformName, packager), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // Electron checks the archive's digest on Windows and macOS only; on Linux the fuse would promise what nobody does.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: electronPlatformName !== 'linux',
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // No cookie is ever set; encryption would only tie the profile to a keychain that many of these desktops lack.
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/**
 * @param {string} folder
 * @param {string} platform
 * @param {{ executableName?: string, appInfo: { productFilename: string } }} packager
 */
function executableOf(folder, platform, packager) {
  const product = packager.appInfo.productFilename;
  if (platform === 'darwin') return join(folder, `${product}.app`);
  const name = packager.executableName ?? product;
  return join(folder, platform === 'win32' ? `${name}.exe` : name);
}
