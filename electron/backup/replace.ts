// The moment of a restore: what stood here goes out of the way, what was put together takes its place. Two renames; a start between them
// goes on with the second. What was out of the way stays, the three latest.

import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exists, renameWithPatience, syncFolder } from '../lib/atomic-file';
import type { StationFolders } from '../station/folders';
import { readMark } from './restored-mark';

const KEPT = 3;

/** Returns the name under which the former folder lies in `replaced`, or null when there was none. */
export async function replaceStation(folders: StationFolders, now: Date): Promise<string | null> {
  const { data, station, restoring, replaced } = folders;
  let former: string | null = null;
  if (await exists(station)) {
    await mkdir(replaced, { recursive: true });
    former = join(replaced, now.toISOString().replace(/[-:.]/g, ''));
    await renameWithPatience(station, former);
    await syncFolder(replaced);
    await syncFolder(data);
  }
  await renameWithPatience(restoring, station);
  await syncFolder(data);
  return former === null ? null : basename(former);
}

/** What a start does before it looks for a station: a restore that was cut short is finished, or nothing of it stays. */
export async function finishReplacing({ data, station, restoring, replaced }: StationFolders): Promise<void> {
  if (await exists(restoring)) {
    if (!(await exists(station)) && (await readMark(restoring)) !== null) {
      await renameWithPatience(restoring, station);
      await syncFolder(data);
    } else await removeRestoring({ restoring });
  }
  if (await exists(replaced)) await forgetOldest(replaced);
}

/** What was put together and did not take its place. It never counted. */
export async function removeRestoring({ restoring }: Pick<StationFolders, 'restoring'>): Promise<void> {
  await rm(restoring, { recursive: true, force: true, maxRetries: 5 });
}

async function forgetOldest(replaced: string): Promise<void> {
  const names = (await readdir(replaced)).filter((name) => /^\d{8}T\d{9}Z$/.test(name)).sort();
  for (const name of names.slice(0, -KEPT)) await rm(join(replaced, name), { recursive: true, force: true, maxRetries: 5 });
}
