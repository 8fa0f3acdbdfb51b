// Atomic small files on a real folder: what is left after success, failure and an interrupted earlier try.
import { type FileHandle, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFileIfPresent, syncFolder, writeFileAtomic } from '../../../electron/lib/atomic-file';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('syncFolder', () => {
  it.runIf(process.platform === 'linux')('lets a file system pass that knows no fsync of folders, and no folder that is gone', async () => {
    await expect(syncFolder('/proc')).resolves.toBeUndefined();
    await expect(syncFolder(join(folder, 'gone'))).rejects.toThrow('ENOENT');
  });
});

describe('writeFileAtomic', () => {
  it('writes a new file, creating its folder, and leaves nothing else behind', async () => {
    const path = join(folder, 'deep', 'er', 'file.json');
    await writeFileAtomic(path, '内容');
    expect(await readFile(path, 'utf8')).toBe('内容');
    expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['file.json']);
  });

  it('makes the bytes durable before the name shows them, and then the name', async () => {
    const probe = await open(folder, 'r');
    const seen: string[][] = [];
    const prototype = Object.getPrototypeOf(probe) as FileHandle;
    const { sync } = prototype;
    const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
      seen.push((await readdir(folder)).map((name) => name.replace(/[0-9a-f]{12}/, '…')));
      await sync.call(this);
    });
    await writeFileAtomic(join(folder, 'a.json'), 'x').finally(() => spy.mockRestore());
    await probe.close();
    expect(seen).toEqual([['.a.json.….tmp'], ['a.json']]);
  });

  it('replaces an existing file with the new bytes and mode', async () => {
    const path = join(folder, 'key.pem');
    await writeFile(path, 'old', { mode: 0o644 });
    await writeFileAtomic(path, new Uint8Array([0, 255, 10]), { mode: 0o600 });
    expect([...(await readFile(path))]).toEqual([0, 255, 10]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('removes its temporary file and keeps the target when the rename cannot succeed', async () => {
    const path = join(folder, 'taken');
    await mkdir(join(path, 'occupied'), { recursive: true });
    await expect(writeFileAtomic(path, 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
    expect(await readdir(path)).toEqual(['occupied']);
  });

  it('is not disturbed by a temporary file left by a killed process', async () => {
    await writeFile(join(folder, '.a.txt.deadbeef0000.tmp'), 'half');
    await writeFileAtomic(join(folder, 'a.txt'), 'whole');
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('whole');
  });

  it('leaves one whole version when many writers race', async () => {
    const path = join(folder, 'race');
    await Promise.all(Array.from({ length: 20 }, (_, i) => writeFileAtomic(path, String(i).repeat(5000))));
    const text = await readFile(path, 'utf8');
    expect(Array.from({ length: 20 }, (_, i) => String(i).repeat(5000))).toContain(text);
    expect(await readdir(folder)).toEqual(['race']);
  });
});

describe('readFileIfPresent', () => {
  it('answers null only when the file does not exist', async () => {
    expect(await readFileIfPresent(join(folder, 'none'))).toBeNull();
    await writeFile(join(folder, 'empty'), '');
    expect((await readFileIfPresent(join(folder, 'empty')))?.length).toBe(0);
  });

  it('rejects when the path is a folder or runs through a file', async () => {
    await writeFile(join(folder, 'file'), 'x');
    await expect(readFileIfPresent(folder)).rejects.toThrow();
    await expect(readFileIfPresent(join(folder, 'file', 'below'))).rejects.toThrow();
  });
});
