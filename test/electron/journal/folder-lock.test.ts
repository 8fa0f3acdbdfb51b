// The folder lock's heartbeat: it stays fresh, notices a take-over, and a silent holder loses it.
import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder, type FolderLock } from '../../../electron/journal/folder-lock';
import { dropFolder, freshFolder } from './journal-fixture';

let folder: string;
let path: string;
let lost = 0;

async function mustLock(): Promise<FolderLock> {
  const lock = await lockFolder(folder, () => (lost += 1));
  if (!lock.ok) throw new Error(lock.error.code);
  return lock.value;
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  folder = await freshFolder();
  path = join(folder, '.lock');
  lost = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await dropFolder(folder);
});

describe('lockFolder', () => {
  it('keeps its file fresh while it is held', async () => {
    const lock = await mustLock();
    await utimes(path, 0, 0);
    vi.advanceTimersByTime(20_000);
    await vi.waitFor(async () => { expect((await stat(path)).mtimeMs).toBeGreaterThan(0); });
    await lock.release();
  });

  it('tells its holder when another has taken it over, and then leaves the other\'s file alone', async () => {
    const lock = await mustLock();
    await writeFile(path, '1 other\n');
    vi.advanceTimersByTime(20_000);
    await vi.waitFor(() => { expect(lost).toBe(1); });
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe('1 other\n');
  });

  it('is taken from a holder that has been silent, whose pid may be another program\'s by now', async () => {
    await writeFile(path, '1 crashed\n');
    expect(await lockFolder(folder, () => undefined)).toMatchObject({ ok: false, error: { code: 'journal.locked' } });
    await utimes(path, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
    const lock = await mustLock();
    expect(await readFile(path, 'utf8')).toMatch(new RegExp(`^${String(process.pid)} `));
    await lock.release();
  });
});
