// Unpacks a zip archive to a folder, keeping modes. For archives whose digest we have checked; still refuses names that climb out.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * @param {string} archive
 * @param {(name: string) => string | undefined} place where an entry goes; undefined leaves it out
 */
export async function unzip(archive, place) {
  const zip = await yauzl.openPromise(archive);
  const made = new Set();
  for await (const entry of zip.eachEntry()) {
    const target = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
    if (target === undefined) continue;
    const folder = dirname(target);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }));
  }
}

/**
 * A place under `folder` for names below `prefix`; names yauzl itself finds unsafe never reach it.
 * @param {string} folder
 * @param {string} prefix
 * @param {(name: string) => boolean} wanted
 */
export function below(folder, prefix, wanted) {
  return (/** @type {string} */ name) => {
    if (!name.startsWith(prefix)) return undefined;
    const rest = name.slice(prefix.length);
    return wanted(rest) ? join(folder, rest) : undefined;
  };
}
