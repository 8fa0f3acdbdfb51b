// A display to draw on: the user's own, or a virtual one that lives as long as the work it is for.
import { spawn } from 'node:child_process';
import { hasProgram } from './run.mjs';
import { SetupError } from './say.mjs';

/** Whether a window could be seen here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work` with the environment of a virtual display (Linux) or with ours (elsewhere), and takes the display down after it.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withVirtualDisplay(work) {
  if (process.platform !== 'linux') return work(process.env);
  if (!hasProgram('Xvfb')) throw new SetupError('缺少 Xvfb', 'install it first: sudo apt-get install xvfb');
  // The server itself picks a free number and tells it on descriptor 3, so that runs side by side never meet.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => void server.kill();
  process.once('exit', stop);
  try {
    const number = await readNumber(server);
    const { WAYLAND_DISPLAY: _, XAUTHORITY: __, ...rest } = process.env;
    return await work({ ...rest, DISPLAY: `:${number}` });
  } finally {
    process.off('exit', stop);
    stop();
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function readNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3]?.on('data', (chunk) => {
      text += String(chunk);
      if (text.endsWith('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', () => reject(new SetupError('虚拟显示器未能启动', 'Xvfb did not start')));
  });
}
