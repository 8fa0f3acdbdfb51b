// Knows where tests lie, so that an empty folder is not mistaken for a failing one.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Whether a folder holds at least one test file.
 * @param {string} folder path from the root
 */
export async function hasTests(folder) {
  const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
  return names.some((name) => /\.test\.tsx?$/.test(name));
}
