// Applications to weigh. They run on a copy of the runtime, because proportional sizes count memory shared with every other Electron of
// the machine in part only; and their page is driven through their own main process, because a debugger holds on to what a page loads.

import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { assert } from '#shared/base/assert';
import { electronExecutable, stationEnvironment } from '../../desktop/support/launch';
import { benchFolder } from './folders';

/** Reads orders line by line; the application's own main module runs unchanged after it. */
const DRIVER = `import { BrowserWindow } from 'electron';
import { createInterface } from 'node:readline';
createInterface({ input: process.stdin }).on('line', async (line) => {
  const { id, script, events } = JSON.parse(line);
  // There may be no window yet.
  const page = BrowserWindow.getAllWindows()[0]?.webContents;
  for (const event of events) page?.sendInputEvent(event);
  const value = await page?.executeJavaScript(script).catch(() => null);
  process.stdout.write('driven ' + JSON.stringify({ id, value }) + '\\n');
});
`;

const WAIT_MS = 300_000;
const ASK_AGAIN_MS = 50;

export interface Driven {
  readonly pid: number;
  /** Runs a script in the page and gives its value. */
  run(script: string): Promise<unknown>;
  /** Waits until an expression of the page is true. */
  until(expression: string): Promise<void>;
  /** Keys with their modifiers, such as `Control+K`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

/** The executable of a copy of the runtime. */
export async function copyRuntime(): Promise<string> {
  const executable = electronExecutable();
  const folder = await benchFolder('runtime');
  await cp(dirname(executable), folder, { recursive: true });
  return join(folder, basename(executable));
}

/** A copy of the built application that takes orders. */
export async function drivenApp(): Promise<string> {
  const folder = await benchFolder('app');
  await cp(resolve(process.env['GOUFU_APP'] ?? 'out/app'), folder, { recursive: true });
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { readonly main: string };
  await writeFile(join(folder, 'bench-driver.js'), DRIVER);
  await writeFile(join(folder, 'bench-main.js'), `import './bench-driver.js';\nimport './${manifest.main}';\n`);
  await writeFile(path, JSON.stringify({ ...manifest, main: 'bench-main.js' }));
  return folder;
}

export function launchDriven(executable: string, appFolder: string, dataFolder: string): Driven {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), appFolder];
  const child = spawn(executable, args, { env: stationEnvironment(dataFolder), stdio: ['pipe', 'pipe', 'ignore'] });
  const { pid } = child;
  assert(pid !== undefined, 'the application runs');
  const ended = new Promise<void>((done) => child.once('close', () => { done(); }));
  const waiting = new Map<number, (value: unknown) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('driven ')) return;
    const { id, value } = JSON.parse(line.slice('driven '.length)) as { readonly id: number; readonly value: unknown };
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  let orders = 0;
  const order = (script: string, events: readonly object[] = []) =>
    new Promise<unknown>((done) => {
      orders += 1;
      waiting.set(orders, done);
      child.stdin.write(`${JSON.stringify({ id: orders, script, events })}\n`);
    });
  return {
    pid,
    run: (script) => order(script),
    async until(expression) {
      for (const end = performance.now() + WAIT_MS; (await order(`Boolean(${expression})`)) !== true; ) {
        assert(performance.now() < end, `the page never shows: ${expression}`);
        await pause(ASK_AGAIN_MS);
      }
    },
    async press(key) {
      const [keyCode = '', ...modifiers] = key.split('+').reverse();
      await order('', ['keyDown', 'keyUp'].map((type) => ({ type, keyCode, modifiers })));
    },
    async type(text) {
      for (const keyCode of text) {
        await order('', [{ type: 'char', keyCode }]);
        await pause(40);
      }
    },
    async close() {
      child.kill();
      await ended;
    },
  };
}
