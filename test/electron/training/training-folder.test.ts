import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { SEATS } from '#shared/ipc/seats';
import { asResult } from '../../../electron/lib/refusal';
import { emptyTraining, finishTraining, wishEmpty } from '../../../electron/training/empty-training';
import { finishAtStart } from '../../../electron/training/finish-at-start';
import { publishFilling, readFilled, type TrainingFolder, trainingFolderOf, writeMark } from '../../../electron/training/training-folder';
import { setUpStation } from '../../../electron/station/set-up';
import { stationFolders } from '../../../electron/station/folders';
import { freshFolder } from '../exchange/support';
import { sentenceOf } from '../../../renderer/text/errors';
import { codeOf, hostOf, recordingLog, unitRequest, valueOf } from '../station/support';

let root: string;
let folder: TrainingFolder;

beforeEach(async () => {
  root = await freshFolder();
  folder = trainingFolderOf(join(root, 'data'));
  await mkdir(join(folder, 'stick'), { recursive: true });
  valueOf(await setUpStation(stationFolders(join(folder, 'unit-1'), 'training'), unitRequest));
  await writeMark(folder, { items: 1, day: '2026-03-02', offices: [] });
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

  it('goes on where it was cut short, and takes away a mark that was half written', async () => {
    await mkdir(join(folder, 'emptying'));
    await rename(join(folder, 'stick'), join(folder, 'emptying', 'stick-0'));
    await writeFile(join(folder, '.training.json.0123456789ab.tmp'), '{');
    await emptyTraining(folder);
    expect((await readdir(folder)).filter((name) => !name.endsWith('.tmp'))).toEqual([]);
  });

  it('removes a station whose profile is damaged or gone when its journals tell that it is for training', async () => {
    for (const damage of [(path: string) => writeFile(path, '{'), (path: string) => rm(path)]) {
      await damage(join(folder, 'unit-1', 'station', 'station.json'));
      await emptyTraining(folder);
      expect(await readdir(folder)).toEqual([]);
      valueOf(await setUpStation(stationFolders(join(folder, 'unit-1'), 'training'), unitRequest));
    }
  });

  it('refuses a station without a profile whose journals are a real one’s, are mixed, or tell nothing', async () => {
    const real = stationFolders(join(root, 'real'), 'real');
    await mkdir(real.data, { recursive: true });
    valueOf(await setUpStation(real, unitRequest));
    await cp(real.data, join(folder, 'county'), { recursive: true });
    await writeFile(join(folder, 'county', 'station', 'station.json'), '{');
    await expectRefusal('training.not-ours');

    const journals = join(folder, 'county', 'station', 'journals');
    const training = join(folder, 'unit-1', 'station', 'journals');
    for (const name of await readdir(training)) if (/^[0-9a-f]{32}\.ndjson$/.test(name)) await cp(join(training, name), join(journals, name));
    await expectRefusal('training.not-ours');

    for (const name of await readdir(journals)) if (name.endsWith('.ndjson')) await writeFile(join(journals, name), 'torn');
    await expectRefusal('training.not-ours');
    await rm(journals, { recursive: true });
    await expectRefusal('training.not-ours');
  });
});

describe('finishTraining', () => {
  const FILLED = { items: 3, day: '2026-03-02', offices: [] };
  let cleared: number;
  const start = (seat: 'unit-1' | 'county' = 'unit-1') => asResult(() => finishTraining(folder, seat, () => Promise.resolve(void (cleared += 1))));
  const names = async () => (await readdir(folder)).sort();
  const inside = async (seat: string) => (await readdir(join(folder, seat))).sort();

  beforeEach(() => {
    cleared = 0;
  });

  it('does nothing where nothing was asked for or cut short', async () => {
    const before = await readdir(root, { recursive: true });
    valueOf(await start());
    expect(await readdir(root, { recursive: true })).toEqual(before);
    expect(cleared).toBe(0);
  });

  it('empties what the desk that asked for it had open, with its tables, and keeps its browser storage', async () => {
    await writeFile(join(folder, 'unit-1', 'Preferences'), '{}');
    const own = stationFolders(join(folder, 'unit-1'), 'training');
    for (const left of [own.backups, own.replaced, own.restoring]) await mkdir(join(left, 'something'), { recursive: true });
    const host = hostOf(own);
    await host.state();
    await wishEmpty(folder, 'unit-1');
    expect(await inside('unit-1')).toContain('station');
    await host.close();
    valueOf(await start());
    expect(cleared).toBe(1);
    expect(await names()).toEqual(['unit-1']);
    expect(await inside('unit-1')).toEqual(['Preferences']);
  });

  it('empties nothing while another desk is open, and nothing later either unless it is asked again', async () => {
    const host = hostOf(stationFolders(join(folder, 'unit-1'), 'training'));
    await host.state();
    expect(codeOf(await asResult(() => wishEmpty(folder, 'county')))).toBe('training.in-use');
    await mkdir(join(folder, 'emptying'));
    expect(codeOf(await start('county'))).toBe('training.in-use');
    await host.close();
    valueOf(await start());
    expect(await inside('unit-1')).toContain('station');
    expect(cleared).toBe(0);
  });

  it('never follows a wish into a folder that holds a real station', async () => {
    const real = stationFolders(join(root, 'real'), 'real');
    await mkdir(real.data, { recursive: true });
    valueOf(await setUpStation(real, unitRequest));
    await cp(real.data, join(folder, 'county'), { recursive: true });
    expect(codeOf(await asResult(() => wishEmpty(folder, 'unit-1')))).toBe('training.not-ours');
    await mkdir(join(folder, 'emptying'));
    expect(codeOf(await start())).toBe('training.not-ours');
    expect(await inside('county')).toContain('station');
    expect(cleared).toBe(0);
  });

  it('lets a wish lapse that trouble in the middle cut short: what is out stays out, nothing else goes some other day, and it is told', async () => {
    await mkdir(join(folder, 'emptying'));
    const log = recordingLog();
    // The desk's own tables cannot be cleared: nothing is out yet.
    const trouble = await finishAtStart({ folder, seat: 'unit-1', clearTables: () => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' })), log });
    expect(trouble).toMatchObject({ code: 'training.not-emptied', evidence: { left: 'unit-1,stick,rest', system: 'EBUSY' } });
    expect(await names()).toEqual(['rubbish', 'stick', 'training.json', 'unit-1']);
    expect(await finishAtStart({ folder, seat: 'unit-1', clearTables: () => Promise.resolve(), log })).toBeNull();
    expect(await inside('unit-1')).toContain('station');
    // Asked again it is carried out, the rubbish of the first time with it.
    await wishEmpty(folder, 'unit-1');
    expect(await finishAtStart({ folder, seat: 'unit-1', clearTables: () => Promise.resolve(), log })).toBeNull();
    expect(await names()).toEqual(['unit-1']);
    expect(await inside('unit-1')).toEqual([]);
  });

  it('tells what is left when some of it is out and the rest is held', async () => {
    await mkdir(join(folder, 'emptying'));
    await rename(join(folder, 'stick'), join(folder, 'emptying', 'stick-0'));
    // A file stands where what is out is kept: the next move fails.
    const clearTables = async () => {
      await rename(join(folder, 'emptying'), join(folder, 'rubbish'));
      await writeFile(join(folder, 'emptying'), '');
    };
    const trouble = await finishAtStart({ folder, seat: 'unit-1', clearTables, log: recordingLog() });
    expect(trouble).toMatchObject({ code: 'training.not-emptied', evidence: { left: 'unit-1,rest', system: 'EEXIST' } });
    expect(sentenceOf(trouble ?? { code: '' }).what).toBe('演练数据没有清空完。还留着：演练单位一、待删除的残留文件。');
    expect(await inside('unit-1')).toContain('station');
  });

  it('tells a refusal as what it is, with everything left in its place', async () => {
    await mkdir(join(folder, 'emptying'));
    await writeFile(join(folder, '年度计划.xlsx'), 'x');
    expect(await finishAtStart({ folder, seat: 'unit-1', clearTables: () => Promise.resolve(), log: recordingLog() })).toMatchObject({ code: 'training.not-ours', evidence: { name: '年度计划.xlsx' } });
    expect(await names()).toEqual(['stick', 'training.json', 'unit-1', '年度计划.xlsx']);
  });

  /** Three made stations and a stick in the work folder; the mark says they are whole. */
  async function made(): Promise<void> {
    await rm(folder, { recursive: true });
    for (const seat of SEATS) valueOf(await setUpStation(stationFolders(join(folder, 'filling', seat), 'training'), unitRequest));
    await mkdir(join(folder, 'filling', 'stick'));
  }

  async function expectFilled(): Promise<void> {
    expect(await names()).toEqual(['county', 'stick', 'training.json', 'unit-1', 'unit-2']);
    for (const seat of SEATS) expect(await inside(seat)).toEqual(['station']);
    expect(await readFilled(folder)).toEqual(FILLED);
  }

  it('finishes a filling that was cut after any of its moves', async () => {
    const moves = [...SEATS.map((seat) => [seat, 'station']), ['stick']];
    for (let cut = 0; cut <= moves.length + 1; cut += 1) {
      await made();
      await writeMark(join(folder, 'filling'), FILLED);
      for (const parts of moves.slice(0, cut)) {
        await mkdir(join(folder, ...parts, '..'), { recursive: true });
        await rename(join(folder, 'filling', ...parts), join(folder, ...parts));
      }
      if (cut > moves.length) await writeMark(folder, FILLED);
      valueOf(await start());
      await expectFilled();
    }
  });

  it('takes a filling without its mark for nothing, and never writes over a station', async () => {
    await made();
    valueOf(await start());
    expect(await names()).toEqual(['filling']);
    valueOf(await setUpStation(stationFolders(join(folder, 'county'), 'training'), unitRequest));
    expect(codeOf(await asResult(() => publishFilling(folder, FILLED)))).toBe('training.not-empty');
    expect(codeOf(await start())).toBe('training.not-empty');
    expect(await inside('county')).toEqual(['station']);
    expect(await names()).toEqual(['county', 'filling']);
  });
});
