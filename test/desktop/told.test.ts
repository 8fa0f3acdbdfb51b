// What a person is told of what the desk did: settings that were not kept, files that were saved or not. In real Electron.

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { unitRequest } from '../electron/station/support';
import { answerDialog, freshFolder, type LaunchedStation, launchStation } from './support/launch';

async function openAt({ page }: LaunchedStation, hash: string): Promise<void> {
  await page.evaluate(async (request) => {
    await window.desk?.createStation(request);
    const state = await window.desk?.stationState({});
    const id = state?.ok === true ? state.value.operators[0]?.id : undefined;
    if (id !== undefined) await window.desk?.signIn({ operatorId: id, password: request.operators[0]?.password ?? '' });
  }, unitRequest);
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.reload();
}

/** The form of the first run, filled in as far as the recovery sheet. */
async function setUp(page: Page): Promise<void> {
  await page.getByLabel(/本单位声明/).check();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('盟市').selectOption({ index: 1 });
  await page.getByLabel('旗县（市、区）').selectOption({ index: 1 });
  await page.getByLabel('单位全称').fill(unitRequest.name);
  await page.getByLabel('统一社会信用代码').fill(unitRequest.uscc);
  await page.getByRole('button', { name: '下一步' }).click();
  for (const [index, { name, post, password }] of unitRequest.operators.entries()) {
    await page.getByLabel(/姓名/).nth(index).fill(name);
    await page.getByLabel(/职务/).nth(index).fill(post);
    await page.getByLabel('口令', { exact: true }).nth(index).fill(password);
    await page.getByLabel('再输一次').nth(index).fill(password);
  }
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('密钥口令').fill(unitRequest.passphrase);
  await page.getByLabel('再输一次').fill(unitRequest.passphrase);
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByTestId('recovery-code').waitFor({ timeout: 60_000 });
}

describe('a setting', () => {
  it('that the disk refuses is said not to be kept, and holds until the program ends', async () => {
    const station = await launchStation();
    const { page, dataFolder } = station;
    await openAt(station, '#/station');
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
    const failed = page.getByRole('alert').filter({ hasText: '文件没有存下。' });
    await failed.getByText('file.not-written').waitFor();

    await answerDialog(app, { save: join(folder, '封存.pdf') });
    await save.click();
    await page.getByText('已另存为 封存.pdf', { exact: true }).waitFor();
    expect((await readdir(folder)).sort()).toEqual(['a.txt', '封存.pdf']);
    await station.close();
  });
});

describe('the template', () => {
  it('whose drafts cannot be read says so, and can be asked for again', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const folder = await freshFolder('desk-template-');
    await openAt(station, '#/plan/import?year=2027');
    const download = page.getByRole('button', { name: '下载填报模板' });
    await page.getByRole('checkbox', { name: /已有的草稿/ }).check();
    await answerDialog(app, { save: join(folder, '模板.xlsx') });
    await page.evaluate(() => {
      const kept = IDBDatabase.prototype.transaction;
      Object.assign(globalThis, { mend: () => { IDBDatabase.prototype.transaction = kept; } });
      IDBDatabase.prototype.transaction = () => { throw new DOMException('broken', 'UnknownError'); };
    });
    await download.click();
    await page.getByRole('alert').filter({ hasText: '文件没有生成。' }).waitFor();
    await page.evaluate(() => { (globalThis as unknown as { mend(): void }).mend(); });
    await download.click();
    await page.getByText('已另存为 模板.xlsx', { exact: true }).waitFor();
    await station.close();
  });
});
