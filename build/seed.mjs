// `npm run seed`: fills the training profile with made-up business, on plain Node, with the code the application itself uses.
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { appDir } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';

await runScript(async () => {
  await ensureDependencies();
  const { ensureBuild } = await import('./lib/bundles.mjs');
  await ensureBuild();
  return runNode([join(appDir, 'seed.js'), ...process.argv.slice(2)]);
});
