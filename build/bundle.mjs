// Builds the application folder out/app: main process, preload, bundle checker and the renderer.
// Everything is bundled, so what is packed needs no node_modules.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { appDir, outDir, root } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';

/** Entries on Node, by the name they get in out/app. */
const nodeEntries = {
  main: 'electron/main.ts',
  verify: 'electron/bundle/verify-cli.ts',
  seed: 'electron/training/seed-cli.ts',
};

/**
 * Builds into a folder beside out/app and swaps it in whole.
 * @returns {Promise<void>}
 */
export async function bundle() {
  const target = join(outDir, `app-${process.pid}`);
  const old = join(outDir, `app-old-${process.pid}`);
  try {
    await mkdir(target, { recursive: true });
    await bundleNode(target);
    await bundlePreload(target);
    await bundleRenderer(target);
    await writeManifest(target);
    if (existsSync(appDir)) await rename(appDir, old);
    await rename(target, appDir);
  } finally {
    await rm(target, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** @type {import('vite').InlineConfig} */
const common = { configFile: false, root, logLevel: 'warn', publicDir: false, mode: 'production' };

/** @param {string} outDir */
async function bundleNode(outDir) {
  await build({
    ...common,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true, outDir, emptyOutDir: false, target: 'node20', minify: false, sourcemap: true, assetsInlineLimit: 0,
      rolldownOptions: {
        input: nodeEntries,
        external: isGiven,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

/** The sandbox loads one CommonJS file, with nothing but `electron` to require. @param {string} outDir */
async function bundlePreload(outDir) {
  await build({
    ...common,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true, outDir, emptyOutDir: false, target: 'chrome130', minify: false, sourcemap: false, assetsInlineLimit: 0,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
}

/** @param {string} outDir */
async function bundleRenderer(outDir) {
  await build({
    ...common,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: join(outDir, 'renderer'), emptyOutDir: true, target: 'chrome130', sourcemap: true, assetsInlineLimit: 0,
      modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4096, reportCompressedSize: false,
      rolldownOptions: {
        output: {
          // React alone is named; the kit splits along the lazy pages, so that the first screen loads only the controls it shows.
          codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }] },
        },
      },
    },
  });
}

/** The application folder's own manifest: what Electron and electron-builder read. @param {string} outDir */
async function writeManifest(outDir) {
  const { name, productName, version, description, author, license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const manifest = { name, productName, version, description, author, license, private: true, type: 'module', main: 'main.js' };
  await writeFile(join(outDir, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** What the runtime itself provides. @param {string} id */
function isGiven(id) {
  return id === 'electron' || isBuiltin(id);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    say('构建应用', 'building the application');
    await bundle();
  });
}
