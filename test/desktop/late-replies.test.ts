// Answers that come late, in real Electron: what was asked about before never stands under what is asked about now.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTempFolders } from '../electron/bundle/support/office';
import { countyRequest } from '../electron/station/support';
import { writeTable } from '../renderer/excel/support/table';
import { enterAt } from './support/enter';
import { admitOnPage, sealTo, unitUnder } from './support/fault-bundles';
import { stateOf } from './support/fault-station';
import { holdFirst } from './support/held-call';
import { answerDialog, freshFolder, launchStation } from './support/launch';

afterAll(removeTempFolders);

describe('the signature that figures rest on', () => {
  it('is that of the office asked about last, whichever is answered last', async () => {
    const station = await launchStation();
    const { app, page } = station;
    await enterAt(page, '#/summary?year=2026', { request: countyRequest, unlock: true });
    const { station: own } = await stateOf(page);
    if (own === null) throw new Error('no station');
    const names = ['乌拉特旗教育局', '乌拉特旗卫健委'] as const;
    for (const name of names) {
      const unit = await unitUnder(own, name);
      await admitOnPage(page, unit);
      const { path } = await sealTo(unit, own);
      await answerDialog(app, { open: [path] });
      await page.evaluate(async () => {
        const chosen = await window.desk?.chooseBundle({});
        if (chosen?.ok !== true || chosen.value.file === null) throw new Error('not chosen');
        const opened = await window.desk?.openBundle({ jobId: crypto.randomUUID(), file: chosen.value.file.token });
        if (opened?.ok !== true) throw new Error(JSON.stringify(opened));
      });
    }
    const [first, second] = names;
    const buttonOf = (name: string) => page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: '签名依据' });
    const drawer = page.getByRole('dialog', { name: '签名依据' });
    await buttonOf(second).waitFor();

    const held = await holdFirst(app, 'provenance');
    await buttonOf(first).click();
    await drawer.waitFor();
    await expect.poll(held.calls).toBe(1);
    await drawer.getByRole('button', { name: /关闭|Close/ }).click();
    await drawer.waitFor({ state: 'hidden' });
    await buttonOf(second).click();
    await drawer.getByText(`这些数字出自${second}自己签名的日志`).waitFor();
    await held.release(page);
    expect(await drawer.getByText(`这些数字出自${second}自己签名的日志`).count()).toBe(1);
    expect(await drawer.getByText(first).count()).toBe(0);
    await station.close();
  });
});

describe('the columns of a table', () => {
  it('are those of the heading row chosen last, whichever is matched last', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const path = join(await freshFolder('desk-excel-'), '自制.xlsx');
    const rows = [['旗民政局项目表', '', ''], ['序号', '服务项目', '预算金额'], ['1', '养老照护', '12.5']];
    await writeFile(path, await writeTable(['text', 'text', 'text'], rows, false));
    await enterAt(page, '#/plan/import?year=2027');
    await page.locator('input[type=file]').setInputFiles(path);
    const row = page.getByRole('spinbutton', { name: '栏目名称在第几行' });
    const columns = page.getByRole('table', { name: '栏目对应' });
    await columns.getByText('服务项目').waitFor();

    const held = await holdFirst(app, 'readColumnMap');
    await row.fill('1');
    await expect.poll(held.calls).toBe(1);
    await row.fill('3');
    await columns.getByText('C 12.5').waitFor();
    await held.release(page);
    expect(await row.inputValue()).toBe('3');
    expect(await columns.getByText('C 12.5').count()).toBe(1);
    expect(await columns.getByText('旗民政局项目表').count()).toBe(0);
    // Otherwise the window asks about it before it goes.
    await page.getByRole('button', { name: '重新选择文件' }).click();
    await station.close();
  });
});
