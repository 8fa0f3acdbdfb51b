// Long work in real Electron: a seal whose screen is left and come back to, seen and stopped from every screen, its result kept until it is closed.

import { readdir } from 'node:fs/promises';
import type { ElectronApplication } from 'playwright';
import { describe, expect, it } from 'vitest';
import { createOffice } from '../electron/bundle/support/office';
import { countyRequest } from '../electron/station/support';
import { enterAt } from './support/enter';
import { admitOnPage } from './support/fault-bundles';
import { answerDialog, freshFolder, type LaunchedStation, launchStation } from './support/launch';
import { shoot } from './support/shots';

async function openAt({ page }: LaunchedStation, hash: string): Promise<void> {
  await enterAt(page, hash, { request: countyRequest, unlock: true });
  await admitOnPage(page, await createOffice('unit', '乌拉特旗教育局', countyRequest.regionCode));
  await page.reload();
}

/** The stick is slow: every file opened on it waits until `release`. */
async function holdStick(app: ElectronApplication, stick: string): Promise<void> {
  await app.evaluate((_electron, folder) => {
    const fs = process.getBuiltinModule('node:fs/promises');
    const { open } = fs;
    let go = (): void => undefined;
    const released = new Promise<void>((resolve) => { go = resolve; });
    fs.open = async (path, ...rest) => {
      if (String(path).startsWith(folder)) await released;
      return open(path, ...rest);
    };
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
    Object.assign(globalThis, {
      release: () => {
        go();
        fs.open = open;
        process.getBuiltinModule('node:module').syncBuiltinESMExports();
      },
    });
  }, stick);
}

const release = (app: ElectronApplication) => app.evaluate(() => { (globalThis as unknown as { release(): void }).release(); });

describe('a seal', () => {
  it('goes on while its screen is left, is told there again, and a long one stays told until it is closed', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const stick = await freshFolder('desk-stick-');
    await openAt(station, '#/exchange/send');
    const strip = page.getByRole('region', { name: '进行中的工作' });
    const line = page.getByRole('group', { name: '导出数据包' });
    const area = (name: string) => page.getByRole('navigation', { name: '业务' }).getByRole('link', { name, exact: true });
    const begin = page.getByRole('button', { name: '选择优盘或文件夹并导出' });

    await answerDialog(app, { open: [stick] });
    await holdStick(app, stick);
    await begin.click();
    await line.getByText(/已处理 \d+ \/ \d+ 项/).waitFor();
    expect(await begin.isDisabled()).toBe(true);
    expect(await strip.count()).toBe(0);

    await area('首页').click();
    await strip.getByText('导出数据包：正在打包').waitFor();
    await strip.getByText(/已用 1\d 秒/).waitFor({ timeout: 60_000 });
    await shoot(page, 'long-work-strip');
    await area('报送与接收').click();
    await begin.waitFor();
    await line.getByText(/已处理/).waitFor();
    expect(await strip.count()).toBe(0);
    expect(await begin.isDisabled()).toBe(true);
    await shoot(page, 'long-work-panel');

    await area('首页').click();
    await release(app);
    await strip.getByText(/^导出数据包：已导出并读回比对一致：.+\.gfb。现在可以安全弹出优盘。（用时 .+秒）$/).waitFor();
    await shoot(page, 'long-work-result');
    await strip.getByRole('link', { name: '查看' }).click();
    await page.getByText(/^已导出并读回比对一致：.+\.gfb$/).waitFor();
    await page.getByText(/现在可以安全弹出优盘/).waitFor();
    // It took long: it stays until it is closed, wherever one goes.
    await area('合同').click();
    await strip.getByRole('button', { name: '关闭：导出数据包' }).click();
    await strip.waitFor({ state: 'hidden' });
    await area('报送与接收').click();
    await begin.waitFor();
    expect(await page.getByText(/现在可以安全弹出优盘/).count()).toBe(0);
    expect((await readdir(stick)).filter((name) => name.endsWith('.gfb'))).toHaveLength(1);
    await station.close();
  });

  it('is stopped from another screen, leaves nothing on the stick, and can be begun again', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const stick = await freshFolder('desk-stick-');
    await openAt(station, '#/exchange/send');
    const strip = page.getByRole('region', { name: '进行中的工作' });
    const begin = page.getByRole('button', { name: '选择优盘或文件夹并导出' });

    await answerDialog(app, { open: [stick] });
    await holdStick(app, stick);
    await begin.click();
    await page.getByRole('group', { name: '导出数据包' }).getByText(/已处理/).waitFor();
    await page.getByRole('link', { name: '首页', exact: true }).click();
    await strip.getByRole('button', { name: '停止导出数据包' }).click();
    await strip.getByText('导出数据包：正在停止').waitFor();
    await release(app);
    await strip.getByText(/已按您的要求停止/).waitFor();
    expect(await readdir(stick)).toEqual([]);

    await strip.getByRole('link', { name: '查看' }).click();
    await page.getByRole('alert').getByText('编号：bundle.cancelled').waitFor();
    await begin.click();
    await page.getByText(/现在可以安全弹出优盘/).waitFor();
    await station.close();
  });
});
