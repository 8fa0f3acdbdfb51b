// What lies on this machine when a backup is looked at or restored: a sound station, a damaged one or none. It only reads, and believes nothing
// of what it reads.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StationId } from '#shared/base/ids';
import { type BackedUpFile, isBackedUp } from '#shared/backup/manifest';
import { sm3Hex } from '#shared/crypto/sm3';
import { SourceUnreadable } from '../attachments/source-file';
import { isFolder } from '../lib/atomic-file';
import { readProfile } from '../station/profile-file';
import { piecesOf } from './shelf';
import { blocksOf } from './snapshot';

export interface Present {
  /** Null when there is no station here. */
  readonly folder: string | null;
  /** Whose it is, as far as its files still tell. */
  readonly owner: StationId | null;
  /** Every file below the folder that belongs to a station, with '/'. */
  readonly paths: ReadonlySet<string>;
}

export const NOTHING_PRESENT: Present = { folder: null, owner: null, paths: new Set() };

export async function readPresent(folder: string): Promise<Present> {
  if (!(await isFolder(folder))) return NOTHING_PRESENT;
  const paths = new Set<string>();
  for await (const path of filesBelow(folder, '', 2)) if (isBackedUp(path)) paths.add(path);
  const profile = await readProfile(folder);
  const working = [...paths].flatMap((path) => /^journals\/([0-9a-f]{32})\.working\.ndjson$/.exec(path)?.[1] ?? []);
  const owner = profile.ok ? profile.value.stationId : ((working[0] ?? null) as StationId | null);
  return { folder, owner, paths };
}

/** The file's bytes, or null when it is not there. A file the disk no longer gives ends where it stops. */
export function presentBlocks({ folder, paths }: Present, path: string): AsyncIterable<Uint8Array> | null {
  return folder === null || !paths.has(path) ? null : untilUnreadable(blocksOf(join(folder, path)));
}

/** Whether the file here is byte for byte what the backup holds. */
export async function isSame(present: Present, file: BackedUpFile, onPiece: () => void): Promise<boolean> {
  const blocks = presentBlocks(present, file.path);
  if (blocks === null) return false;
  let index = 0;
  for await (const piece of piecesOf(blocks)) {
    if (sm3Hex(piece) !== file.pieces[index]) return false;
    index += 1;
    onPiece();
  }
  return index === file.pieces.length;
}

async function* untilUnreadable(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* blocks;
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
  }
}

async function* filesBelow(folder: string, prefix: string, depth: number): AsyncGenerator<string> {
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth > 0) yield* filesBelow(folder, path, depth - 1);
  }
}
