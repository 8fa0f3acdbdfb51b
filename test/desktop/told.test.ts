// What a person is told of what the desk did: settings that were not kept, files that were saved or not, a screen that failed. In real Electron.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createRecordId, stationIdSchema } from '#shared/base/ids';
import { unitRequest } from '../electron/station/support';
import { choose, field, press, tick, type } from './support/journey-keys';
import { UNIT } from './support/journey-offices';
import { enterAt } from './support/enter';
import { answerDialog, closeWindow, freshFolder, launchStation } from './support/launch';
import { shoot } from './support/shots';

/** The form of the first run, filled in as far as the recovery sheet. */
async function setUp(page: Page): Promise<void> {
  await tick(page, /本单位声明/);
  await press(page, '下一步');
  await choose(page, '盟市', UNIT.league);
  await choose(page, '旗县（市、区）', UNIT.county ?? '');
  await type(page, '单位全称', UNIT.name);
  await type(page, '统一社会信用代码', UNIT.uscc);
  await press(page, '下一步');
  for (const [index, { name, post, password }] of UNIT.people.entries()) {
    await type(page, `第 ${String(index + 1)} 人　姓名`, name);
    await field(page, '职务').nth(index).fill(post);
    await field(page, '口令').nth(index).fill(password);
    await field(page, '再输一次').nth(index).fill(password);
  }
  await press(page, '下一步');
  await type(page, '密钥口令', UNIT.passphrase);
  await type(page, '再输一次', UNIT.passphrase);
  await press(page, '完成设置');
  await page.getByTestId('recovery-code').waitFor({ timeout: 60_000 });
}

describe('a setting', () => {
  it('that the disk refuses is said not to be kept, and holds until the program ends', async () => {
    const station = await launchStation();
    const { page, dataFolder } = station;
    await enterAt(page, '#/station');
    // A folder in the file's place is refused to everybody, whatever his rights.
    await rm(join(dataFolder, 'settings.json'), { force: true });
    await mkdir(join(dataFolder, 'settings.json', 'in-the-way'), { recursive: true });
    await page.getByRole('radio', { name: '130%' }).click({ force: true });
    await page.getByRole('alert').filter({ hasText: '显示设置没有存下，只在退出前有效。' }).getByText('编号：settings.not-written').waitFor();
    await expect.poll(() => page.getByRole('radio', { name: '130%' }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: '不使用显卡加速' }).click();
    expect(await page.getByText('已保存。请退出后重新启动购服台。').count()).toBe(0);

    await rm(join(dataFolder, 'settings.json'), { recursive: true });
    await page.getByRole('radio', { name: '115%' }).click({ force: true });
    await expect.poll(() => page.getByText('显示设置没有存下').count()).toBe(0);
    await station.close();
  });
});

describe('the recovery sheet', () => {
  it('says under which name its PDF was saved, that none was, and why not', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const folder = await freshFolder('desk-sheet-');
    await setUp(page);
    const save = page.getByRole('button', { name: '另存为 PDF' });

    await answerDialog(app, 'cancel');
    await save.click();
    await page.getByText('已取消，没有另存文件。').waitFor();

    await writeFile(join(folder, 'a.txt'), '');
    await answerDialog(app, { save: join(folder, 'a.txt', '恢复单.pdf') });
    await save.click();
    await page.getByRole('alert').filter({ hasText: '文件没有存下。' }).getByText('file.not-written').waitFor();

    await answerDialog(app, { save: join(folder, '封存.pdf') });
    await save.click();
    await page.getByText('已另存为 封存.pdf', { exact: true }).waitFor();
    await shoot(page, 'recovery-sheet-saved');
    expect((await readdir(folder)).sort()).toEqual(['a.txt', '封存.pdf']);
    await station.close();
  });
});

describe('the template', () => {
  it('that cannot be made says so, and can be asked for again', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const folder = await freshFolder('desk-template-');
    await enterAt(page, '#/plan/import?year=2027');
    const download = page.getByRole('button', { name: '下载填报模板' });
    await answerDialog(app, { save: join(folder, '模板.xlsx') });
    // The tables' own thread has started by then.
    await download.waitFor();
    await page.evaluate(() => {
      const kept = globalThis.Worker;
      Object.assign(globalThis, { mend: () => { globalThis.Worker = kept; } });
      globalThis.Worker = function refuse() { throw new Error('no thread'); } as unknown as typeof Worker;
    });
    await download.click();
    await page.getByRole('alert').filter({ hasText: '文件没有生成。' }).waitFor();
    await page.evaluate(() => { (globalThis as unknown as { mend(): void }).mend(); });
    await download.click();
    await page.getByText('已另存为 模板.xlsx', { exact: true }).waitFor();
    await station.close();
  });
});

describe('a screen that fails', () => {
  it('leaves the menu and the other screens, has a number in the log, and not a word of what was typed there', async () => {
    const station = await launchStation();
    const { page, dataFolder } = station;
    const typed = '旗里的秘密';
    await enterAt(page, '#/catalogue');
    const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
    await search.waitFor();
    // A fault whose message quotes what was typed, in the middle of drawing the screen.
    await page.evaluate((word) => {
      const kept = String.prototype.includes;
      Object.assign(globalThis, { mend: () => { String.prototype.includes = kept; } });
      String.prototype.includes = function includes(part, from) {
        if (part === word) throw new TypeError(`cannot look for ${word}`);
        return kept.call(this, part, from);
      };
    }, typed);
    await search.fill(typed);
    const fault = page.getByRole('alert').filter({ hasText: '这个页面出了故障' });
    const incident = (await fault.getByText(/^编号：[0-9a-f]{12}$/).textContent())?.slice(3) ?? '';
    await shoot(page, 'page-fault');

    const log = await readFile(join(dataFolder, 'logs', 'desk.ndjson'), 'utf8');
    const line = log.split('\n').find((each) => each.includes(incident)) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ level: 'fault', code: 'page.fault', area: 'catalogue', kind: 'TypeError', at0: expect.stringMatching(/\.js:\d+:\d+$/) as string });
    expect(log).not.toContain(typed);

    await page.getByRole('link', { name: '政策依据', exact: true }).click();
    await page.getByRole('heading', { name: '政策依据', exact: true }).waitFor();
    expect(await fault.count()).toBe(0);
    await page.getByRole('link', { name: '指导性目录', exact: true }).click();
    await page.getByRole('heading', { name: '指导性目录', exact: true }).waitFor();

    await search.fill(typed);
    await fault.waitFor();
    await page.evaluate(() => { (globalThis as unknown as { mend(): void }).mend(); });
    await fault.getByRole('button', { name: '重新打开本页' }).click();
    await page.getByRole('heading', { name: '指导性目录', exact: true }).waitFor();
    await station.close();
  });
});

describe('a system notice', () => {
  it('that is clicked leads to the home page, also through sign-in', async () => {
    const station = await launchStation();
    const { app, page } = station;
    await enterAt(page, '#/contracts');
    await page.getByRole('heading', { name: '合同', exact: true }).waitFor();
    await app.evaluate(({ Notification }) => {
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() { Object.assign(globalThis, { shownNotice: this }); };
    });
    const tell = () => page.evaluate(async () => (await window.desk?.notify({ decisions: 1, signings: 0, deadlines: 0, noticed: { decisions: [], deadlines: [] } }))?.ok);
    const click = () => app.evaluate(() => { (globalThis as unknown as { shownNotice: { emit(name: string): void } }).shownNotice.emit('click'); });
    expect(await tell()).toBe(true);
    await click();
    await page.getByRole('heading', { name: '首页', exact: true }).waitFor();

    await page.getByRole('link', { name: '合同', exact: true }).click();
    await page.getByRole('heading', { name: '合同', exact: true }).waitFor();
    expect(await tell()).toBe(true);
    await page.getByRole('button', { name: '锁定退出' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    await click();
    await page.getByLabel('口令', { exact: true }).fill(unitRequest.operators[0]?.password ?? '');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '首页', exact: true }).waitFor();
    await station.close();
  });
});

describe('what is typed and kept by nothing', () => {
  it('is asked about before the form of a purchasing body is left, and not when it was saved', async () => {
    const station = await launchStation();
    const { page } = station;
    await enterAt(page, '#/plan');
    const own = await page.evaluate(async () => {
      const state = await window.desk?.stationState({});
      return state?.ok === true ? (state.value.station?.stationId ?? '') : '';
    });
    const id = createRecordId(stationIdSchema.parse(own), (size) => crypto.getRandomValues(new Uint8Array(size)));
    await page.evaluate((to) => { location.hash = to; }, `#/plan/buyers/${id}`);
    await page.getByRole('heading', { name: '增加购买主体' }).waitFor();
    const area = (name: string) => page.getByRole('navigation', { name: '业务' }).getByRole('link', { name, exact: true });
    const question = page.getByRole('dialog').filter({ hasText: '刚才填写的内容还没有保存' });

    // Nothing typed: nothing asked.
    await area('合同').click();
    await page.getByRole('heading', { name: '合同', exact: true }).waitFor();
    await page.evaluate((to) => { location.hash = to; }, `#/plan/buyers/${id}`);
    await type(page, '单位全称', '乌拉特旗社区服务中心');
    await area('合同').click();
    await question.waitFor();
    await shoot(page, 'leave-question');
    await question.getByRole('button', { name: '留在本页' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await field(page, '单位全称').inputValue()).toBe('乌拉特旗社区服务中心');

    await page.getByRole('button', { name: '锁定退出' }).click();
    await question.getByRole('button', { name: '留在本页' }).click();
    await question.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: '返回列表' }).click();
    await question.getByRole('button', { name: '不保存，离开' }).click();
    await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();

    await page.evaluate((to) => { location.hash = to; }, `#/plan/buyers/${id}`);
    await type(page, '单位全称', '乌拉特旗社区服务中心');
    await type(page, '统一社会信用代码', UNIT.uscc);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
    expect(await question.count()).toBe(0);
    await station.close();
  });

  it('is asked about before back is gone and before the window is closed', async () => {
    const station = await launchStation();
    const { page } = station;
    await enterAt(page, '#/plan');
    const own = await page.evaluate(async () => {
      const state = await window.desk?.stationState({});
      return state?.ok === true ? (state.value.station?.stationId ?? '') : '';
    });
    const id = createRecordId(stationIdSchema.parse(own), (size) => crypto.getRandomValues(new Uint8Array(size)));
    const here = `#/plan/buyers/${id}`;
    await page.evaluate((to) => { location.hash = to; }, here);
    await type(page, '单位全称', '乌拉特旗社区服务中心');
    const name = field(page, '单位全称');
    const left = page.getByRole('dialog').filter({ hasText: '刚才填写的内容还没有保存' });
    const closed = page.getByRole('dialog', { name: '还有内容没有保存，是否关闭窗口' });

    await page.evaluate(() => { history.back(); });
    await left.getByRole('button', { name: '留在本页' }).click();
    await left.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => location.hash)).toBe(here);
    expect(await name.inputValue()).toBe('乌拉特旗社区服务中心');

    await closeWindow(station);
    await closed.getByText('本页填写的内容还没有保存。').waitFor();
    await shoot(page, 'closing-question', { dark: true });
    await page.keyboard.press('Enter');
    await closed.waitFor({ state: 'hidden' });
    expect(await name.inputValue()).toBe('乌拉特旗社区服务中心');

    await page.evaluate(() => { history.back(); });
    await left.getByRole('button', { name: '不保存，离开' }).click();
    await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
    await page.evaluate(() => { history.forward(); });
    await page.getByRole('heading', { name: '增加购买主体' }).waitFor();
    expect(await page.evaluate(() => location.hash)).toBe(here);
    expect(await name.inputValue()).toBe('');

    await type(page, '单位全称', '乌拉特旗社区服务中心');
    const gone = new Promise((resolve) => station.app.process().once('exit', resolve));
    await closeWindow(station);
    await closed.getByRole('button', { name: '不保存，关闭窗口' }).click();
    await gone;
  });

  it('is asked about before the first run is left for training, or closed', async () => {
    const { app, page } = await launchStation();
    await tick(page, /本单位声明/);
    await page.getByRole('button', { name: '进入演练' }).click();
    const question = page.getByRole('dialog', { name: '首次设置还没有完成' });
    await question.waitFor();
    await shoot(page, 'setup-question', { dark: true });
    await question.getByRole('button', { name: '留在本页' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await page.getByRole('checkbox', { name: /本单位声明/ }).isChecked()).toBe(true);

    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    await closeWindow({ app });
    await page.getByRole('dialog', { name: '还有内容没有保存' }).getByText('首次设置还没有完成').waitFor();
    await page.getByRole('button', { name: '不保存，关闭窗口' }).click();
    await gone;
  });
});
