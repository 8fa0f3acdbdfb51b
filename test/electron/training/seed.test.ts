import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDataFolder, runSeed } from '../../../electron/training/seed';
import { readFilled, trainingFolderOf } from '../../../electron/training/training-folder';
import { freshFolder } from '../exchange/support';

async function seed(data: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runSeed({ args, realDataFolder: data, print: (line) => void lines.push(line) });
  return { code, said: lines.join('\n') };
}

describe('runSeed', () => {
  it('fills beside the real data folder, does nothing the second time, and fills anew only when told', async () => {
    const root = await freshFolder();
    const data = join(root, 'desk');
    await mkdir(data);
    await writeFile(join(data, 'precious'), 'x');
    const first = await seed(data, '--items', '24');
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toContain('12345678');
    const folder = trainingFolderOf(data);
    const station = join(folder, 'county', 'station', 'station.json');
    const before = (await stat(station)).mtimeMs;
    expect(await seed(data, '--items', '60')).toMatchObject({ code: 0, said: expect.stringContaining('--again') as string });
    expect((await stat(station)).mtimeMs).toBe(before);
    expect(await seed(data, '--items', '30', '--again')).toMatchObject({ code: 0 });
    expect(await readFilled(folder)).toMatchObject({ items: 30 });
    expect(await readdir(root)).toEqual(['desk', 'desk-training']);
    expect(await readdir(data)).toEqual(['precious']);
  });

  it('stops, with nothing removed, where the training folder holds something else', async () => {
    const root = await freshFolder();
    await mkdir(join(root, 'desk-training'));
    await writeFile(join(root, 'desk-training', '计划.xlsx'), 'x');
    expect(await seed(join(root, 'desk'), '--again')).toMatchObject({ code: 1, said: expect.stringContaining('nothing was removed') as string });
    expect(await readdir(join(root, 'desk-training'))).toEqual(['计划.xlsx']);
  });

  it('explains itself when it is called wrongly, and fills nothing', async () => {
    const root = await freshFolder();
    for (const args of [['--items'], ['--items', '3'], ['--items', '-50'], ['--records', 'x'], ['everything']]) {
      expect(await seed(join(root, 'desk'), ...args), args.join(' ')).toMatchObject({ code: 2, said: expect.stringContaining('usage') as string });
    }
    expect(await readdir(root)).toEqual([]);
  });
});

describe('realDataFolder', () => {
  it("is where Electron keeps an application's data", () => {
    expect(realDataFolder('购服台', { XDG_CONFIG_HOME: '/home/x/.cfg' }, 'linux')).toBe('/home/x/.cfg/购服台');
    expect(realDataFolder('购服台', {}, 'linux')).toMatch(/\/\.config\/购服台$/);
    expect(realDataFolder('购服台', {}, 'darwin')).toMatch(/Library\/Application Support\/购服台$/);
    expect(realDataFolder('购服台', { GOUFU_DATA: '/tmp/desk/' }, 'linux')).toBe('/tmp/desk');
  });
});
