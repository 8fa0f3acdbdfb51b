// `npm run demo`: drives three stations through the whole chain and leaves bundles, screenshots and a report in out/demo.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { desktopEnvironment, runVitest } from './lib/vitest.mjs';
import { outDir, root } from './lib/paths.mjs';
import { runScript, say, SetupError } from './lib/say.mjs';
import { withVirtualDisplay } from './lib/display.mjs';
import { setUp } from './setup.mjs';

const journey = 'test/desktop/journey.test.ts';

/**
 * Sets up and runs the journey; the test reads GOUFU_DEMO_OUT and leaves its evidence there.
 * @returns {Promise<number>} exit code
 */
export async function runDemo() {
  const runtime = await setUp();
  if (!existsSync(join(root, journey))) throw new SetupError('没有演示脚本', `${journey} is missing`);
  const folder = join(outDir, 'demo');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  say('运行演示:三个站点走完全程', 'running the demonstration: three stations, the whole chain');
  const { code } = await withVirtualDisplay((env) =>
    runVitest('build/vitest.desktop.config.ts', {
      filters: [journey],
      env: { ...desktopEnvironment(env, runtime), GOUFU_DEMO_OUT: folder },
    }),
  );
  if (code === 0) say(`演示完成,结果在 ${join('out', 'demo')}`, 'done: bundles, screenshots and the report are there');
  return code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runScript(runDemo);
