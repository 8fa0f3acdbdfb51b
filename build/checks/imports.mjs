// Reads every import of the source and refuses what the architecture forbids: edges against the layers, foreign packages,
// cycles, and barrel files. The table of layers is build/checks/layers.mjs; this file only walks.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../lib/paths.mjs';
import { judge, sourceFolders } from './layers.mjs';

/** @returns {Promise<string[]>} one sentence for each breach */
export async function checkImports() {
  const files = (await Promise.all(sourceFolders.map(listSources))).flat().sort();
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  const breaches = files.filter((file) => /(^|\/)index\.tsx?$/.test(file)).map((file) => `${file}: barrel files are not used here; import the file itself`);
  for (const file of files) {
    const targets = [];
    for (const specifier of readSpecifiers(await readFile(join(root, file), 'utf8'))) {
      const target = resolveImport(file, specifier);
      const breach = judge(file, target, specifier);
      if (breach !== undefined) breaches.push(`${file}: ${breach}`);
      if (target.kind === 'file') targets.push(target.path);
    }
    graph.set(file, targets);
  }
  return [...breaches, ...findCycles(graph)];
}

/** @param {string} text */
function readSpecifiers(text) {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/**
 * @typedef {{ kind: 'file', path: string } | { kind: 'package', name: string } | { kind: 'node' } | { kind: 'asset' }} Target
 * @param {string} file
 * @param {string} specifier
 * @returns {Target}
 */
function resolveImport(file, specifier) {
  if (isBuiltin(specifier)) return { kind: 'node' };
  const local = specifier.startsWith('#shared/') ? specifier.slice(1) : specifier.startsWith('.') ? slashed(join(dirname(file), specifier)) : undefined;
  if (local === undefined) {
    const parts = specifier.split('/');
    return { kind: 'package', name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
  }
  const bare = local.replace(/\?.*$/, '');
  const found = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`].find((path) => /\.tsx?$/.test(path) && existsSync(resolve(root, path)));
  return found === undefined ? { kind: 'asset' } : { kind: 'file', path: found };
}

/**
 * One sentence for each group of files that import each other in a circle (type imports included: a circle of types is still a knot).
 * @param {ReadonlyMap<string, readonly string[]>} graph
 */
function findCycles(graph) {
  const done = new Set();
  /** @type {string[]} */
  const path = [];
  /** @type {string[]} */
  const cycles = [];
  const visit = (/** @type {string} */ file) => {
    const at = path.indexOf(file);
    if (at >= 0) return void cycles.push(`cycle: ${[...path.slice(at), file].join(' → ')}`);
    if (done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

/** @param {string} folder */
async function listSources(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => slashed(relative(root, join(entry.parentPath, entry.name))));
}

/** @param {string} path */
function slashed(path) {
  return path.split(sep).join('/');
}
