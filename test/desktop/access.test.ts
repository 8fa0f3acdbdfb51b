// For everyone: every screen, empty and full of the training profile's records, is judged by axe in light and in dark, and nothing runs out
// of the window at the sizes and letters there are.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTraining } from '../../electron/training/fill';
import { TRAINING_PASSWORD } from '../../electron/training/offices';
import { trainingFolderOf } from '../../electron/training/training-folder';
import { countyRequest, recordingLog, unitRequest } from '../electron/station/support';
import { seriousFindings } from './support/axe';
import { launchStation } from './support/launch';
import { COUNTY_SCREENS, RECORDS, settled, show, signIn, UNIT_SCREENS } from './support/screens';
import { overflowing } from './support/width';

/** Width, height, size of letters: the usual screen, the same at 125 % of Windows, and that with every larger size of letters. */
const WINDOWS = [[1366, 768, 100], [1093, 614, 100], [1093, 614, 115], [1093, 614, 130], [1093, 614, 150]] as const;

type Findings = Record<string, readonly string[]>;
let root: string;
let dataFolder: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-access-'));
  dataFolder = join(root, 'data');
  const filled = await fillTraining({ folder: trainingFolderOf(dataFolder), items: 60, log: recordingLog() });
  expect(filled).toMatchObject({ ok: true });
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** Findings per screen, so that a failure names all of them at once. */
async function judge(page: Page, name: string, findings: Findings): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await seriousFindings(page);
    if (found.length > 0) findings[`${name} (${colorScheme})`] = found;
  }
}

describe('every screen', () => {
  it.each([
    ['a new purchasing unit', unitRequest, UNIT_SCREENS],
    ['a new county bureau', countyRequest, COUNTY_SCREENS],
  ] as const)('has nothing serious for axe while it is empty, at %s', async (_name, request, screens) => {
    const { page, close } = await launchStation();
    const findings: Findings = {};
    await page.getByText('保密声明').first().waitFor();
    await judge(page, 'set-up', findings);
    await page.evaluate(async (wanted) => { await window.desk?.createStation(wanted); }, request);
    await page.reload();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await judge(page, 'sign-in', findings);
    await signIn(page, request.operators[0]?.password ?? '');
    for (const screen of screens) {
      await show(page, screen);
      await judge(page, screen, findings);
    }
    await close();
    expect(findings).toEqual({});
  });

  it.each([
    ['unit-1', UNIT_SCREENS],
    ['county', COUNTY_SCREENS],
  ] as const)('has nothing serious for axe while it is full, at the desk %s', async (seat, screens) => {
    const { page, close } = await launchStation({ dataFolder, args: [`--training=${seat}`] });
    const findings: Findings = {};
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await judge(page, 'sign-in', findings);
    await signIn(page, TRAINING_PASSWORD);
    for (const screen of screens) {
      await show(page, screen);
      await judge(page, screen, findings);
    }
    for (const list of RECORDS[seat]) {
      await show(page, `${list}?year=2026`);
      await page.getByRole('grid').focus();
      await page.keyboard.press('Enter');
      await settled(page);
      await judge(page, `${list}: a record`, findings);
    }
    await page.keyboard.press('F1');
    await settled(page);
    await judge(page, 'help beside a screen', findings);
    await page.keyboard.press('F1');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找全部记录' }).fill('服务');
    await settled(page);
    await judge(page, 'search', findings);
    await close();
    expect(findings).toEqual({});
  });

  it.each([
    ['unit-1', UNIT_SCREENS],
    ['county', COUNTY_SCREENS],
  ] as const)('keeps inside the window at the desk %s, whatever the size of window and letters', async (seat, screens) => {
    const { app, page, close } = await launchStation({ dataFolder, args: [`--training=${seat}`] });
    const findings: Findings = {};
    await signIn(page, TRAINING_PASSWORD);
    for (const [width, height, fontPercent] of WINDOWS) {
      await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [width, height] as [number, number]);
      await page.evaluate(async (percent) => { await window.desk?.writeSettings({ fontPercent: percent }); }, fontPercent);
      await page.reload();
      await page.getByRole('navigation', { name: '业务' }).waitFor();
      for (const screen of screens) {
        await show(page, screen);
        const found = await overflowing(page);
        if (found.length > 0) findings[`${screen} ${String(width)} ${String(fontPercent)}%`] = found;
      }
    }
    await close();
    expect(findings).toEqual({});
  });
});
