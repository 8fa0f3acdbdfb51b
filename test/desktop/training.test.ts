// Training at the window: entered from the real desk, filled with one button, seen on every screen, and never mixed with the real one.

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_PASSPHRASE, TRAINING_PASSWORD } from '../../electron/training/offices';
import { trainingFolderOf } from '../../electron/training/training-folder';
import { unitRequest } from '../electron/station/support';
import { answerDialog, launchStation } from './support/launch';

let root: string;
let dataFolder: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-training-'));
  dataFolder = join(root, 'data');
});
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** The program ends by itself and would start again; here it only leaves a note with which words. */
async function wordsOfRestart(app: ElectronApplication, act: () => Promise<void>): Promise<readonly string[]> {
  const note = join(root, 'restart.json');
  await app.evaluate(({ app: electron }, path) => {
    electron.relaunch = (options) => {
      process.getBuiltinModule('node:fs').writeFileSync(path, JSON.stringify(options?.args ?? []));
    };
  }, note);
  const ended = app.waitForEvent('close', { timeout: 180_000 });
  await act();
  await ended;
  return (JSON.parse(await readFile(note, 'utf8')) as string[]).filter((word) => word.startsWith('--training'));
}

async function shoot(page: Page, app: ElectronApplication, name: string): Promise<void> {
  const folder = process.env['GOUFU_DEMO_OUT'];
  if (folder === undefined) return;
  for (const [width, height] of [[1366, 768], [1093, 614]] as const) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [width, height] as [number, number]);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}-${String(width)}.png`) });
  }
}

async function signIn(page: Page): Promise<void> {
  await enter(page, TRAINING_PASSWORD);
}

async function enter(page: Page, password: string): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '首页', exact: true }).waitFor();
}

/** The area of work; the home page has links of its own with like names. */
function area(page: Page, name: string) {
  return page.getByRole('navigation', { name: '业务' }).getByRole('link', { name, exact: true });
}

describe('the training profile', () => {
  it('is entered before sign-in at the real desk, which it leaves alone', async () => {
    const { app, page } = await launchStation({ dataFolder });
    await page.getByText('首次设置').first().waitFor();
    await shoot(page, app, 'real-set-up');
    expect(await wordsOfRestart(app, () => page.getByRole('button', { name: '进入演练' }).click())).toEqual(['--training=unit-1']);
    expect(existsSync(trainingFolderOf(dataFolder))).toBe(false);
  });

  it('is filled with one button and has its own folder, title and band', async () => {
    const { app, page } = await launchStation({ dataFolder, args: ['--training'] });
    await page.getByText('演练 — 数据不作数').waitFor();
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('演练 — 购服台（数据不作数）');
    expect(await app.evaluate(({ app: electron }) => electron.getPath('userData'))).toBe(join(trainingFolderOf(dataFolder), 'unit-1'));
    await shoot(page, app, 'training-empty');
    expect(await wordsOfRestart(app, () => page.getByRole('button', { name: '填充演练数据' }).click())).toEqual(['--training=unit-1']);
    expect(existsSync(join(dataFolder, 'station'))).toBe(false);
  });

  it('shows the words that open its desks, two years of business, and takes the bundles on its stick', async () => {
    const unit = await launchStation({ dataFolder, args: ['--training=unit-1'] });
    await unit.page.getByText('演练旗民政局', { exact: true }).waitFor();
    await unit.page.getByRole('banner', { name: '演练' }).getByText(TRAINING_PASSWORD, { exact: true }).waitFor();
    await shoot(unit.page, unit.app, 'training-sign-in');
    await signIn(unit.page);
    await unit.page.getByText('演练 — 数据不作数').waitFor();
    await area(unit.page, '年度计划').click();
    await expect.poll(() => unit.page.getByText(/演练|照料|探访/).count(), { timeout: 60_000 }).toBeGreaterThan(3);
    await shoot(unit.page, unit.app, 'training-plan');
    await unit.close();

    const county = await launchStation({ dataFolder, args: ['--training=county'] });
    await signIn(county.page);
    const stick = join(trainingFolderOf(dataFolder), 'stick');
    const codes: string[] = [];
    for (const name of (await readdir(stick)).filter((each) => each.endsWith('.gfb'))) {
      await answerDialog(county.app, { open: [join(stick, name)] });
      codes.push(await county.page.evaluate(async (passphrase) => {
        const { desk } = window;
        await desk?.unlockKey({ passphrase });
        const chosen = await desk?.chooseBundle({});
        if (chosen?.ok !== true || chosen.value.file === null) return 'not chosen';
        const opened = await desk?.openBundle({ jobId: crypto.randomUUID(), file: chosen.value.file.token });
        return opened?.ok === true ? 'ok' : (opened?.error.code ?? 'none');
      }, TRAINING_PASSPHRASE));
    }
    expect(codes.sort()).toEqual(['bundle.own-bundle', 'bundle.own-bundle', 'ok', 'ok']);
    await shoot(county.page, county.app, 'training-county-home');
    await county.close();
  });

  it('is refused by the real desk, and says why', async () => {
    const { app, page, close } = await launchStation({ dataFolder });
    const stick = join(trainingFolderOf(dataFolder), 'stick');
    const bundle = (await readdir(stick)).find((name) => name.endsWith('.gfb')) ?? '';
    await page.evaluate(async (request) => window.desk?.createStation(request), unitRequest);
    await page.reload();
    await page.getByText(unitRequest.name).waitFor();
    await shoot(page, app, 'real-sign-in');
    await enter(page, unitRequest.operators[0]?.password ?? '');
    await area(page, '报送与接收').click();
    await page.getByRole('tab', { name: '接收数据包' }).click();
    await page.evaluate(async (passphrase) => window.desk?.unlockKey({ passphrase }), unitRequest.passphrase);
    await answerDialog(app, { open: [join(stick, bundle)] });
    await page.getByRole('button', { name: '选择数据包文件' }).click();
    const passphrase = page.getByRole('textbox', { name: '密钥口令' });
    const refusal = page.getByText('这是演练用的数据包，正式站点不接收。');
    await passphrase.or(refusal).first().waitFor();
    if (await passphrase.count() > 0) {
      await passphrase.fill(unitRequest.passphrase);
      await passphrase.press('Enter');
    }
    await refusal.waitFor();
    // The button that began it was out of use meanwhile: the keyboard is at the answer, not lost.
    await expect.poll(() => refusal.evaluate((words) => words.closest(':focus') !== null)).toBe(true);
    await shoot(page, app, 'real-refuses');
    await close();
  });

  it('is emptied with one button after a question, and filled again; the real desk is left alone', async () => {
    const training = trainingFolderOf(dataFolder);
    const real = (await readdir(dataFolder, { recursive: true })).filter((name) => name.startsWith('station')).sort();
    const { app, page } = await launchStation({ dataFolder, args: ['--training=unit-1'] });
    await signIn(page);
    const dialog = page.getByRole('dialog', { name: '清空演练数据' });
    await page.getByRole('button', { name: '清空演练数据' }).click();
    await shoot(page, app, 'training-empty-question');
    await dialog.getByRole('button', { name: '不清空' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '清空演练数据' }).click();
    expect(await wordsOfRestart(app, () => dialog.getByRole('button', { name: '全部清空' }).click())).toEqual(['--training=unit-1']);

    const empty = await launchStation({ dataFolder, args: ['--training=unit-1'] });
    const fill = empty.page.getByRole('button', { name: '填充演练数据' });
    await fill.waitFor();
    expect(await empty.page.getByRole('button', { name: '清空演练数据' }).count()).toBe(0);
    expect((await readdir(training)).filter((name) => !name.startsWith('.'))).toEqual(['unit-1']);
    expect((await readdir(dataFolder, { recursive: true })).filter((name) => name.startsWith('station')).sort()).toEqual(real);
    await wordsOfRestart(empty.app, () => fill.click());

    // Neither the desk that was open nor another one holds tables of the former business.
    for (const seat of ['unit-1', 'county']) {
      const again = await launchStation({ dataFolder, args: [`--training=${seat}`] });
      await signIn(again.page);
      await again.close();
    }
  });

  it('whose desk is damaged says that nothing is lost by it, and is emptied from the damage page; what could not be emptied is told', async () => {
    const training = trainingFolderOf(dataFolder);
    await writeFile(join(training, 'unit-1', 'station', 'station.json'), '{');
    const damaged = await launchStation({ dataFolder, args: ['--training=unit-1'] });
    await damaged.page.getByText(/这是演练数据，不作数/).waitFor();
    await shoot(damaged.page, damaged.app, 'training-damaged');
    await damaged.page.getByRole('button', { name: '清空演练数据' }).click();
    await wordsOfRestart(damaged.app, () => damaged.page.getByRole('button', { name: '全部清空' }).click());

    // Something that is not ours was put there meanwhile: nothing is removed, and the screen says so.
    await writeFile(join(training, '年度计划.xlsx'), 'x');
    const refused = await launchStation({ dataFolder, args: ['--training=unit-1'] });
    const told = refused.page.getByRole('alert').filter({ hasText: '演练文件夹里有不是演练数据的内容。' });
    await told.waitFor();
    await shoot(refused.page, refused.app, 'training-trouble');
    expect(existsSync(join(training, 'unit-2', 'station'))).toBe(true);
    await told.getByRole('button', { name: '知道了' }).click();
    expect(await told.count()).toBe(0);
    await rm(join(training, '年度计划.xlsx'));
    await refused.page.getByRole('button', { name: '清空演练数据' }).click();
    await wordsOfRestart(refused.app, () => refused.page.getByRole('button', { name: '全部清空' }).click());

    const empty = await launchStation({ dataFolder, args: ['--training=unit-1'] });
    await empty.page.getByRole('button', { name: '填充演练数据' }).waitFor();
    expect(existsSync(join(training, 'unit-2'))).toBe(false);
    await empty.close();
  });
});
