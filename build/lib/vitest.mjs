// Runs vitest as its own process and reads its counts back from its JSON report; our counts never come from parsing a screen.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { appDir, outDir, root } from './paths.mjs';
import { runNode } from './run.mjs';

/**
 * @typedef {{ code: number, passed: number, failed: number }} Counts failed counts files that could not be loaded as one each
 */

/**
 * @param {string} config path from the root
 * @param {{ env?: NodeJS.ProcessEnv, filters?: readonly string[] }} [options]
 * @returns {Promise<Counts>}
 */
export async function runVitest(config, { env = process.env, filters = [] } = {}) {
  const report = join(outDir, 'reports', `${basename(config)}.${process.pid}.json`);
  await mkdir(join(outDir, 'reports'), { recursive: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await runNode(
    [vitest, 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(filters.length > 0 ? ['--passWithNoTests'] : []), ...filters],
    { env },
  );
  const counts = await readCounts(report);
  await rm(report, { force: true });
  // A run that failed without a failed test (a broken configuration, an unhandled rejection) still counts as one failure.
  return { code, passed: counts.passed, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

/** @param {string} report */
async function readCounts(report) {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 0 };
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { testResults } = JSON.parse(text);
  const count = (/** @type {string} */ status) => testResults.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  const unloaded = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  return { passed: count('passed'), failed: count('failed') + unloaded };
}

/**
 * What the desktop tests need to know: the runtime's executable and the application folder.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function desktopEnvironment(env, runtime) {
  return { ...env, GOUFU_ELECTRON: runtime.executable, GOUFU_APP: appDir };
}
