// Where backups lie below a folder that somebody chose: the folder itself, the one we make in it, or one further down.

import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isFolder } from '../lib/atomic-file';
import { onMedium } from './on-medium';
import { SHELVES } from './shelf';

const STATION_ID = /^[0-9a-f]{32}$/;

/** The folders of single stations; a folder that cannot be read is refused, one that is not there holds none. */
export async function findShelves(chosen: string): Promise<readonly string[]> {
  if (STATION_ID.test(basename(chosen))) return [chosen];
  const found: string[] = [];
  for (const folder of [chosen, join(chosen, SHELVES)]) {
    if (!(await isFolder(folder))) continue;
    const names = await onMedium(() => readdir(folder));
    found.push(...names.filter((name) => STATION_ID.test(name)).map((name) => join(folder, name)));
  }
  return found;
}
