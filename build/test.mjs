// `npm test`: sets up, checks, then runs every test, desktop ones included. Closes with one line: N passed, N failed.
// `--check`, `--unit`, `--desktop` run only those parts; further words are file filters.
import { hasTests } from './lib/find-tests.mjs';
import { runScript, say, sayFailure } from './lib/say.mjs';
import { runNode } from './lib/run.mjs';
import { desktopEnvironment, runVitest } from './lib/vitest.mjs';
import { withVirtualDisplay } from './lib/display.mjs';
import { setUp } from './setup.mjs';

const parts = {
  check: async () => {
    const code = await runNode(['build/check.mjs']);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  },
  unit: async () => {
    say('单元与集成测试', 'unit and integration tests');
    return runVitest('build/vitest.config.ts', { filters });
  },
  desktop: async () => {
    if (!(await hasTests('test/desktop'))) return { passed: 0, failed: 0 };
    say('桌面测试(真实 Electron)', 'desktop tests in real Electron');
    return withVirtualDisplay((env) => runVitest('build/vitest.desktop.config.ts', { filters, env: desktopEnvironment(env, runtime) }));
  },
};

const named = process.argv.slice(2);
const filters = named.filter((word) => !word.startsWith('--'));
const chosen = Object.entries(parts).filter(([name]) => named.includes(`--${name}`));
/** @type {import('./lib/runtime.mjs').Runtime} */
let runtime;

await runScript(async () => {
  const total = { passed: 0, failed: 0 };
  try {
    runtime = await setUp({ office: chosen.some(([name]) => name !== 'check') || chosen.length === 0 });
    for (const [, part] of chosen.length > 0 ? chosen : Object.entries(parts)) {
      const { passed, failed } = await part();
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    total.failed += 1;
    sayFailure(error);
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
