// Packs the unpacked Linux application around the runtime at hand. Installers come from electron-builder.yml on a machine
// that reaches Electron's release servers: arguments given here are handed on, e.g. `npm run package -- --linux deb --arm64`.
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { runScript, say, SetupError } from './lib/say.mjs';
import { setUp } from './setup.mjs';

const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');

await runScript(async () => {
  const wanted = process.argv.slice(2);
  const runtime = await setUp({ display: false });
  say('打包', 'packing with electron-builder');
  const args = wanted.length > 0
    ? wanted
    : ['--linux', '--dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`];
  const code = await runNode([builder, '--config', 'electron-builder.yml', '--publish', 'never', ...args]);
  if (code !== 0) throw new SetupError('打包失败', 'electron-builder failed');
  say(`结果在 ${join('out', 'package')}`, 'the result is there');
  if (wanted.length === 0) process.stdout.write(`${join(root, 'out', 'package', 'linux-unpacked', 'goufu-desk')}\n`);
});
