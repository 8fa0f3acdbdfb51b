// One writer per journal folder: a lock file with the holder's pid and a heartbeat. A holder that is gone or silent loses it.

import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import { systemCode } from './journal-error';

const HEARTBEAT_MS = 15_000;
/** After a crash the system may give the holder's pid to another program: silence this long tells. */
const SILENT_MS = 120_000;

export interface FolderLock {
  release(): Promise<void>;
}

/** Held by this process: a lock file with our own pid that is not in here is left over from an earlier process. */
const heldHere = new Set<string>();

/** `onLost` is called when another process has taken the lock over; the holder must stop writing. */
export async function lockFolder(folder: string, onLost: () => void): Promise<Result<FolderLock, Failure<'journal.locked'>>> {
  const path = resolve(join(folder, '.lock'));
  if (heldHere.has(path)) return failure('journal.locked', { pid: process.pid });
  heldHere.add(path);
  try {
    const content = `${String(process.pid)} ${randomBytes(8).toString('hex')}\n`;
    const holder = await take(path, content);
    if (holder !== null) {
      heldHere.delete(path);
      return failure('journal.locked', { pid: holder });
    }
    return ok(keep(path, content, onLost));
  } catch (error) {
    heldHere.delete(path);
    throw error;
  }
}

/** Null when the lock is ours now, else the holder's pid. */
async function take(path: string, content: string): Promise<number | null> {
  // The content is written before the name appears, so nobody ever reads a lock without its pid.
  const mine = `${path}.${String(process.pid)}.${randomBytes(4).toString('hex')}`;
  const file = await open(mine, 'wx');
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
  try {
    for (let tries = 0; tries < 5; tries++) {
      if (await linkIfFree(mine, path, content)) return null;
      const holder = await livingHolder(path);
      if (holder !== null) return holder;
      await rm(path, { force: true });
    }
    return 0;
  } finally {
    await rm(mine, { force: true });
  }
}

async function linkIfFree(mine: string, path: string, content: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    // A file system without hard links: an exclusive open does nearly as well.
    return createIfFree(path, content);
  }
}

async function createIfFree(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function livingHolder(path: string): Promise<number | null> {
  let pid: number;
  let silentMs: number;
  try {
    pid = Number.parseInt(await readFile(path, 'utf8'), 10);
    silentMs = Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || silentMs > SILENT_MS) return null;
  return isRunning(pid) ? pid : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return systemCode(error) === 'EPERM';
  }
}

function keep(path: string, content: string, onLost: () => void): FolderLock {
  const isOurs = async () => (await readFile(path, 'utf8').catch(() => '')) === content;
  const beat = async () => {
    if (!(await isOurs())) {
      clearInterval(timer);
      onLost();
      return;
    }
    const now = new Date();
    // A missed beat is made good by the next one.
    await utimes(path, now, now).catch(() => undefined);
  };
  const timer = setInterval(() => void beat(), HEARTBEAT_MS);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      if (await isOurs()) await rm(path, { force: true });
      heldHere.delete(path);
    },
  };
}
