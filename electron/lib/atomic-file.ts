// Small files written whole or not at all. It owns the order temp → fsync → rename → fsync folder, and knows no format.
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** On Windows a virus scanner or indexer may hold the target for a moment; these pass by themselves. */
const PASSING_CODES = new Set(['EPERM', 'EBUSY']);
const RETRY_FOR_MS = 10_000;
const RETRY_EVERY_MS = 100;

/** POSIX folders can be fsynced; Windows refuses to open them, and there the rename itself is journalled. */
const FOLDERS_CAN_SYNC = process.platform !== 'win32';

/**
 * Replaces `path` with `data`: after it resolves, the new bytes survive a power cut; before that, the old file stands whole.
 * The temporary file lies in the same folder (a rename across volumes is not atomic) and is removed on failure.
 * Creates the folder when it is missing. Rejects with the system's error (ENOSPC, EACCES, …).
 */
export async function writeFileAtomic(
  path: string,
  data: Uint8Array | string,
  options: { readonly mode?: number } = {},
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', options.mode ?? 0o644);
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameWithPatience(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** The file's bytes, or null when there is no such file. Every other trouble rejects: only ENOENT means absent. */
export async function readFileIfPresent(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether anything has this name. Every trouble but ENOENT rejects. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Whether there is a folder of this name that can be reached. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}

/** What a file system answers that knows no fsync of folders, as some network shares do. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP']);

/** Makes a rename or a new name in `folder` survive a power cut, where the file system knows how. */
export async function syncFolder(folder: string): Promise<void> {
  if (!FOLDERS_CAN_SYNC) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!CANNOT_SYNC.has(systemCodeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** Renames; waits out for up to ten seconds a scanner that holds one of the two files. */
export async function renameWithPatience(from: string, to: string): Promise<void> {
  const started = performance.now();
  for (;;) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!PASSING_CODES.has(systemCodeOf(error)) || performance.now() - started >= RETRY_FOR_MS) throw error;
      await sleep(RETRY_EVERY_MS);
    }
  }
}

/** The operating system's code of an error ('ENOSPC', 'EACCES', …), or '' for any other fault. */
export function systemCodeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z0-9]+$/.test(code) ? code : '';
}
