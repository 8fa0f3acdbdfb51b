// Brings a bare clone to where the application can run. `--runtime` stops at the runtime and prints the executable's path.
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureRuntime } from './lib/runtime.mjs';
import { runScript } from './lib/say.mjs';
import { ensureSharedLibraries } from './lib/shared-libraries.mjs';

/**
 * Dependencies, shared libraries, runtime and, unless told otherwise, the built application.
 * @param {{ build?: boolean, display?: boolean, office?: boolean }} [wanted] office: LibreOffice, which only tests use
 */
export async function setUp({ build = true, display = true, office = false } = {}) {
  await ensureDependencies();
  await ensureSharedLibraries({ display, office });
  const runtime = await ensureRuntime();
  if (build) {
    const { ensureBuild } = await import('./lib/bundles.mjs');
    await ensureBuild();
  }
  return runtime;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const only = process.argv.includes('--runtime');
    const runtime = await setUp({ build: !only });
    process.stdout.write(`${runtime.executable}\n`);
  });
}
