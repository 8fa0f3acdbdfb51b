import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { finishTraining } from '../../../electron/training/empty-training';
import { trainingFolderOf } from '../../../electron/training/training-folder';
import { codeOf, unitRequest, valueOf } from '../station/support';
import { deskAtWork, newDesk } from '../exchange/support';

describe('trainingHandlers', () => {
  it('leads from the real desk into training, and says nothing of what is there', async () => {
    const desk = await newDesk();
    expect(valueOf(await desk.handlers.trainingState({}))).toEqual({ seat: null, offices: [], isEmpty: false, words: null, trouble: null });
    valueOf(await desk.handlers.changeDesk({ seat: 'county' }));
    expect(desk.startedAt).toEqual(['county']);
  });

  it('never fills nor empties at the real desk', async () => {
    const desk = await deskAtWork(unitRequest);
    expect(codeOf(await desk.handlers.fillTraining({}))).toBe('training.not-here');
    expect(codeOf(await desk.handlers.emptyTraining({}))).toBe('training.not-here');
    expect(desk.startedAt).toEqual([]);
    expect((await desk.host.state()).phase).toBe('ready');
    expect(existsSync(trainingFolderOf(desk.folders.data))).toBe(false);
  });

  it('empties at the next start, from within a desk that is open', async () => {
    const desk = await newDesk('training');
    const folder = trainingFolderOf(desk.folders.data);
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    valueOf(await desk.handlers.fillTraining({}));
    valueOf(await desk.handlers.emptyTraining({}));
    expect(desk.startedAt).toEqual(['unit-1', 'unit-1']);
    expect(existsSync(join(folder, 'unit-2', 'station'))).toBe(true);
    await finishTraining(folder, 'unit-1', () => Promise.resolve());
    expect(valueOf(await desk.handlers.trainingState({}))).toEqual({ seat: 'unit-1', offices: [], isEmpty: true, words: null, trouble: null });
    expect(existsSync(join(folder, 'unit-2', 'station'))).toBe(false);
  });

  it('does not fill over a station that somebody set up for training', async () => {
    const desk = await deskAtWork(unitRequest, 'training');
    expect(codeOf(await desk.handlers.fillTraining({}))).toBe('training.not-empty');
  });

  it('fills an empty training profile once, however often it is asked, shows its desks and words, and starts again', async () => {
    const desk = await newDesk('training');
    const folder = trainingFolderOf(desk.folders.data);
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [first, second] = await Promise.all([desk.handlers.fillTraining({}), desk.handlers.fillTraining({})]);
    valueOf(first);
    expect(codeOf(second)).toBe('training.in-use');
    expect(desk.startedAt).toEqual(['unit-1']);
    const { seat, offices, words } = valueOf(await desk.handlers.trainingState({}));
    expect(seat).toBe('unit-1');
    expect(offices.map(({ name }) => name)).toEqual(['演练旗民政局', '演练旗文化和旅游局', '演练旗财政局']);
    expect(words).toEqual({ password: '12345678', passphrase: '1234567890' });
    expect(codeOf(await desk.handlers.fillTraining({}))).toBe('training.not-empty');
  });
});
