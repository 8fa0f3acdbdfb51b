// Everything that can be clicked is large enough to be hit, on the screens of a full training profile at the usual size of letters.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId, type StationId } from '#shared/base/ids';
import { fillTraining } from '../../electron/training/fill';
import { TRAINING_PASSWORD } from '../../electron/training/offices';
import { trainingFolderOf } from '../../electron/training/training-folder';
import { recordingLog } from '../electron/station/support';
import { launchStation } from './support/launch';
import { COUNTY_SCREENS, RECORDS, settled, show, signIn, UNIT_SCREENS } from './support/screens';
import { smallTargets } from './support/targets';

let root: string;
let dataFolder: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-targets-'));
  dataFolder = join(root, 'data');
  const filled = await fillTraining({ folder: trainingFolderOf(dataFolder), items: 60, log: recordingLog() });
  expect(filled).toMatchObject({ ok: true });
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

describe('every target', () => {
  it.each([
    ['unit-1', UNIT_SCREENS],
    ['county', COUNTY_SCREENS],
  ] as const)('can be hit at the desk %s: 32 px high, 24 px within a sentence or a grid', async (seat, screens) => {
    const { app, page, close } = await launchStation({ dataFolder, args: [`--training=${seat}`] });
    const small: Record<string, readonly string[]> = {};
    const measure = async (name: string) => {
      const found = await smallTargets(page);
      if (found.length > 0) small[name] = found;
    };
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
    await signIn(page, TRAINING_PASSWORD);
    for (const screen of screens) {
      await show(page, screen);
      await measure(screen);
    }
    for (const list of RECORDS[seat]) {
      await show(page, `${list}?year=2026`);
      await page.getByRole('grid').focus();
      await page.keyboard.press('Enter');
      await settled(page);
      await measure(`${list}: a record`);
      const versions = page.getByRole('button', { name: /^(版本|看差别)/ }).first();
      if ((await versions.count()) === 0) continue;
      await versions.click();
      await settled(page);
      await measure(`${list}: its versions`);
    }
    if (seat === 'unit-1') {
      for (const [name, list, second] of [['a contract', 'contracts/new', null], ['an acceptance', 'acceptances/new', '新建验收']] as const) {
        await show(page, list);
        await page.getByRole('button', { name: /^选用/ }).first().click();
        if (second !== null) await page.getByRole('button', { name: second }).click();
        await page.getByRole('button', { name: '定稿', exact: true }).first().click();
        await page.getByRole('heading', { name: '定稿前检查' }).waitFor();
        await settled(page);
        await measure(`${name} being written`);
      }
      const state = await page.evaluate(async () => window.desk?.stationState({}));
      expect(state).toMatchObject({ ok: true });
      const own = state?.ok === true ? (state.value.station?.stationId ?? '') : '';
      await show(page, `plan/${createRecordId(own as StationId, (size) => randomBytes(size))}`);
      await measure('a project being written');
      await page.getByRole('button', { name: '查看清单' }).click();
      await settled(page);
      await measure('what a project lacks');
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('F1');
    await settled(page);
    await measure('help beside a screen');
    await close();
    expect(small).toEqual({});
  });
});
