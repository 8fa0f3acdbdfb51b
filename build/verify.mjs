// `npm run verify -- FILE [trusted.pem]`: checks a bundle on plain Node, with the same code the application uses.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { appDir, root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { runScript, SetupError } from './lib/say.mjs';

await runScript(async () => {
  const files = process.argv.slice(2).map((name) => resolve(process.env.INIT_CWD ?? root, name));
  if (files.length === 0) throw new SetupError('用法:npm run verify -- 数据包文件 [信任的公钥.pem]', 'usage: npm run verify -- FILE [trusted.pem]');
  await ensureDependencies();
  const { ensureBuild } = await import('./lib/bundles.mjs');
  await ensureBuild();
  const checker = join(appDir, 'verify.js');
  if (!existsSync(checker)) throw new SetupError('没有数据包检查程序', 'the bundle checker is not part of this build');
  return runNode([checker, ...files]);
});
