import { cp, mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { asResult } from '../../../electron/bundle/refusal';
import { emptyTraining, markFilled, readFilled, type TrainingFolder, trainingFolderOf } from '../../../electron/training/training-folder';
import { setUpStation } from '../../../electron/station/set-up';
import { stationFolders } from '../../../electron/station/folders';
import { freshFolder } from '../exchange/support';
import { codeOf, hostOf, unitRequest, valueOf } from '../station/support';

let root: string;
let folder: TrainingFolder;

beforeEach(async () => {
  root = await freshFolder();
  folder = trainingFolderOf(join(root, 'data'));
  await mkdir(join(folder, 'stick'), { recursive: true });
  valueOf(await setUpStation(stationFolders(join(folder, 'unit-1'), 'training'), unitRequest));
  await markFilled(folder, { items: 1, day: '2026-03-02', offices: [] });
});

async function expectRefusal(code: string): Promise<void> {
  const names = async () => (await readdir(root, { recursive: true })).sort();
  const before = await names();
  expect(codeOf(await asResult(() => emptyTraining(folder)))).toBe(code);
  expect(await names()).toEqual(before);
}

describe('trainingFolderOf', () => {
  it('lies beside the real data folder, never in it', () => {
    expect(trainingFolderOf('/home/x/desk')).toBe('/home/x/desk-training');
    expect(trainingFolderOf('/home/x/desk/')).toBe('/home/x/desk-training');
  });
});

describe('emptyTraining', () => {
  it('removes the training desks, the stick and the mark, and leaves the real data folder', async () => {
    await mkdir(join(root, 'data'));
    await writeFile(join(root, 'data', 'precious'), 'x');
    await emptyTraining(folder);
    expect(await readdir(folder)).toEqual([]);
    expect(await readFilled(folder)).toBeNull();
    expect(await readdir(join(root, 'data'))).toEqual(['precious']);
  });

  it('does nothing where there is nothing', async () => {
    expect(codeOf(await asResult(() => emptyTraining(trainingFolderOf(join(root, 'nobody')))))).toBe('ok');
  });

  it('refuses while a desk is open', async () => {
    const host = hostOf(stationFolders(join(folder, 'unit-1'), 'training'));
    expect((await host.state()).phase).toBe('locked');
    await expectRefusal('training.in-use');
  });

  it('refuses a folder into which a real station was copied', async () => {
    const real = stationFolders(join(root, 'real'), 'real');
    await mkdir(real.data, { recursive: true });
    valueOf(await setUpStation(real, unitRequest));
    await cp(real.data, join(folder, 'county'), { recursive: true });
    await expectRefusal('training.not-ours');
  });

  it('refuses a desk that is a link to the real data folder', async () => {
    const real = stationFolders(join(root, 'data'), 'real');
    await mkdir(real.data, { recursive: true });
    valueOf(await setUpStation(real, unitRequest));
    await symlink(real.data, join(folder, 'county'));
    await expectRefusal('training.not-ours');
  });

  it('refuses a station that is a link, and a whole folder that is one', async () => {
    await rename(join(folder, 'unit-1', 'station'), join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(folder, 'unit-1', 'station'));
    await expectRefusal('training.not-ours');
    await rename(folder, join(root, 'moved'));
    await symlink(join(root, 'moved'), folder);
    await expectRefusal('training.not-ours');
  });

  it('refuses a folder that holds anything else', async () => {
    await writeFile(join(folder, '年度计划.xlsx'), 'x');
    await expectRefusal('training.not-ours');
  });

  it('refuses a station whose profile cannot be read', async () => {
    await writeFile(join(folder, 'unit-1', 'station', 'station.json'), '{');
    await expectRefusal('training.not-ours');
  });
});
