// `npm run bench`: sets up and runs the benchmarks of test/speed in a virtual display; they print figures and ratios, and judge nothing.
import { runScript, say } from './lib/say.mjs';
import { runNode } from './lib/run.mjs';
import { withVirtualDisplay } from './lib/display.mjs';
import { desktopEnvironment } from './lib/vitest.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  const runtime = await setUp();
  say('性能测量', 'measuring');
  return withVirtualDisplay((env) =>
    runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.speed.config.ts', ...process.argv.slice(2)], {
      env: desktopEnvironment(env, runtime),
    }),
  );
});
