// Copies of the built application to measure: its own bytes, plus a relay of what the page reports and, where asked, a page module
// that reaches the data layer from outside. A copy, so that a build beside the run does not tear it.

import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { benchFolder } from './folders';

/** Prints what the page writes to its console for us; the window's own main module runs unchanged after it. */
const RELAY = `import { app } from 'electron';
app.on('web-contents-created', (_created, contents) => {
  contents.on('console-message', (_event, _level, message) => {
    if (message.startsWith('bench ')) process.stdout.write(message + '\\n');
  });
});
`;

/** Says when the first pixel and when the password field came, as moments of the system's clock. */
const WATCH = `const say = (what, at) => console.log('bench ' + what + ' ' + (performance.timeOrigin + at));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === 'first-paint') say('paint', entry.startTime);
}).observe({ type: 'paint', buffered: true });
const look = () => {
  const field = document.querySelector('input[type=password]');
  field?.focus();
  if (field === null || document.activeElement !== field) return;
  performance.mark('bench usable');
  say('usable', performance.now());
  observer.disconnect();
};
const observer = new MutationObserver(look);
observer.observe(document, { childList: true, subtree: true });
`;

/** The built application with the relay in front and the watch in its page. */
export async function copyApp(): Promise<string> {
  const folder = await benchFolder('app');
  await cp(resolve(process.env['GOUFU_APP'] ?? 'out/app'), folder, { recursive: true });
  await addRelay(folder, './main.js');
  await mkdir(join(folder, 'renderer', 'bench'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'bench', 'watch.js'), WATCH);
  const page = join(folder, 'renderer', 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('<head>', '<head><script src="./bench/watch.js"></script>'));
  return folder;
}

/** An application that does nothing but show one window with one field: the floor of every start. */
export async function bareApp(): Promise<string> {
  const folder = await benchFolder('bare');
  const main = `import { app, BrowserWindow } from 'electron';
import { join } from 'node:path';
app.setPath('userData', process.env.GOUFU_DATA);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile(join(import.meta.dirname, 'index.html')));
`;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', type: 'module', main: 'main.js' }));
  await writeFile(join(folder, 'main.js'), main);
  await writeFile(join(folder, 'watch.js'), WATCH);
  await writeFile(join(folder, 'index.html'), '<!doctype html><head><meta charset="utf-8"><script src="./watch.js"></script></head><body>购服台<input type="password"></body>');
  await addRelay(folder, './main.js');
  return folder;
}

async function addRelay(folder: string, main: string): Promise<void> {
  await writeFile(join(folder, 'bench-relay.js'), RELAY);
  await writeFile(join(folder, 'bench-main.js'), `import './bench-relay.js';\nimport '${main}';\n`);
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...manifest, main: 'bench-main.js' }));
}

/** Builds page.ts (the data layer and its worker) or another module for the page into a copy made by `copyApp`. */
export async function addPageModule(folder: string, module: 'page.ts' | 'bare-list.tsx' = 'page.ts'): Promise<void> {
  await build({
    configFile: false,
    root: resolve('.'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    mode: 'production',
    worker: { format: 'es' },
    build: {
      outDir: join(folder, 'renderer', 'bench', 'page'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: { page: `test/speed/support/${module}` }, output: { entryFileNames: '[name].js' } },
    },
  });
}
