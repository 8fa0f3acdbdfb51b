// Starts other programs and waits for them. Never through a shell, except npm on Windows, whose arguments are ours alone.
import { spawn, spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program with our terminal; resolves with its exit code (128 + n for a signal, as a shell would say).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve(code ?? (signal === 'SIGKILL' ? 137 : 130));
    });
  });
}

/**
 * Runs Node on a script of ours or of a dependency.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs npm: the one that started us where there is one, so that no second version takes part.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32', ...options });
}

/**
 * What a program prints, or undefined where it is missing or fails.
 * @param {string} command
 * @param {readonly string[]} args
 */
export function read(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
  return result.status === 0 ? result.stdout : undefined;
}

/**
 * Whether a program is on the path.
 * @param {string} name
 */
export function hasProgram(name) {
  return read('sh', ['-c', `command -v ${name}`]) !== undefined;
}
