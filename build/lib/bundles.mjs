// Builds the application only when something it is made of has changed, by content and not by time.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appDir, outDir, root } from './paths.mjs';
import { say } from './say.mjs';

const inputs = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json'];
const stampFile = join(outDir, 'app.stamp');

/** Brings out/app up to date. */
export async function ensureBuild() {
  const stamp = await hashInputs();
  const before = await readFile(stampFile, 'utf8').catch(() => '');
  if (before === stamp && existsSync(appDir)) return;
  say('构建应用', 'building the application');
  const { bundle } = await import('../bundle.mjs');
  await bundle();
  await mkdir(outDir, { recursive: true });
  await writeFile(stampFile, stamp);
}

/** One digest over names and bytes of all inputs. */
async function hashInputs() {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    for (const file of await listFiles(input)) {
      const bytes = await readFile(join(root, file));
      hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/**
 * Files of one input in a fixed order, as paths from the root.
 * @param {string} input
 * @returns {Promise<string[]>}
 */
async function listFiles(input) {
  if (/\.json$/.test(input)) return [input];
  if (!existsSync(join(root, input))) return [];
  const entries = await readdir(join(root, input), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort();
}
