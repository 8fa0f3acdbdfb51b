// `npm run check`: types, lint, layers and cycles, unused code. Parts run side by side; each says one line, and all it has to say when it fails.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';

const bin = (/** @type {string[]} */ ...parts) => join(root, 'node_modules', ...parts);
const types = (/** @type {string} */ folder) => [
  bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', folder, '--incremental', '--tsBuildInfoFile', join('out', 'types', `${folder}.tsbuildinfo`),
];

/** @type {Record<string, readonly string[]>} name → arguments for Node */
const parts = {
  lint: [bin('eslint', 'bin', 'eslint.js'), '--config', 'build/eslint.config.mjs', '--max-warnings', '0', '.'],
  'types:shared': types('shared'),
  'types:electron': types('electron'),
  'types:renderer': types('renderer'),
  'types:test': types('test'),
  'types:build': types('build'),
  layers: ['build/checks/run.mjs'],
  unused: [bin('knip', 'bin', 'knip.js'), '--config', 'build/knip.json', '--no-progress'],
};

await runScript(async () => {
  await ensureDependencies();
  say('检查类型、规范、分层与无用代码', 'checking types, lint, layers and unused code');
  const wanted = process.argv.slice(2);
  const queue = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
  let failures = 0;
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [name, args] = next;
      const { code, output } = await capture(args);
      process.stderr.write(code === 0 ? `  ✓ ${name}\n` : `  ✗ ${name}\n${output}\n`);
      if (code !== 0) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return failures === 0 ? 0 : 1;
});

/**
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function capture(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
