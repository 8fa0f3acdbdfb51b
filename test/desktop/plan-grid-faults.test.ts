// The plan grid in real Electron when something comes between: a kill in the middle of a cell, rows that come while one types.
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { enterAt } from './support/enter';
import { refusingDisk } from './support/fault-disk';
import { closeWindow, freshFolder, type LaunchedStation, launchStation } from './support/launch';

async function openGrid({ page }: LaunchedStation): Promise<void> {
  await enterAt(page, '#/plan?year=2027');
  await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
}

/** What a pause in the keys would write is not written: what is kept from here on was kept by leaving. */
async function withoutPause(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = window.setTimeout.bind(window);
    window.setTimeout = ((act: () => void, ms?: number) => (ms === 800 ? 0 : real(act, ms))) as typeof window.setTimeout;
  });
}

function nameCell(page: Page, row: number) {
  return page.locator(`[data-row="${String(row)}"] [data-column="name"]`);
}

function nameOf(page: Page, row: number): Promise<string> {
  return nameCell(page, row).evaluate((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent).join(''));
}

describe('the plan grid', () => {
  it('keeps what stands in an unfinished cell when the process is killed', async () => {
    const dataFolder = await freshFolder();
    const first = await launchStation({ dataFolder });
    await openGrid(first);
    await first.page.getByRole('button', { name: '编制第一个项目' }).click();
    await first.page.keyboard.insertText('写到一半');
    await first.page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
    first.app.process().kill('SIGKILL');
    await gone;

    const again = await launchStation({ dataFolder });
    await openGrid(again);
    await again.page.getByText('全年 1 项').waitFor();
    expect(await nameOf(again.page, 0)).toBe('写到一半');
    await again.close();
  });

  it('keeps the last keys in an unfinished cell when the window is closed right after them', async () => {
    const dataFolder = await freshFolder();
    const first = await launchStation({ dataFolder });
    await openGrid(first);
    await first.page.getByRole('button', { name: '编制第一个项目' }).click();
    await first.page.keyboard.insertText('甲');
    await first.page.keyboard.press('Enter');
    await first.page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await withoutPause(first.page);
    const gone = new Promise((resolve) => first.app.process().once('exit', resolve));
    await first.page.keyboard.insertText('乙写到一半');
    await closeWindow(first);
    await gone;

    const again = await launchStation({ dataFolder });
    await openGrid(again);
    await again.page.getByText('全年 2 项').waitFor();
    expect(await nameOf(again.page, 1)).toBe('乙写到一半');
    await again.close();
  });

  it('does not open the whole form over what could not be saved, and opens it once that is saved', async () => {
    const disk = await refusingDisk();
    const station = await launchStation({ dataFolder: disk.folder });
    const { app, page } = station;
    await openGrid(station);
    await page.getByRole('button', { name: '编制第一个项目' }).click();
    await page.keyboard.insertText('有空间时');
    await page.keyboard.press('Enter');
    await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await disk.fill(app);
    await nameCell(page, 0).click();
    await page.keyboard.insertText('满盘时');
    await page.keyboard.press('F4');
    await page.getByText('表格中还有内容没有保存，不能打开整表；内容仍在表格中，原因见表格上方。').waitFor();
    await page.getByRole('alert').filter({ hasText: '磁盘已满' }).waitFor();
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/plan\?/);
    expect(await nameOf(page, 0)).toBe('满盘时');

    await disk.clear(app);
    await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await nameCell(page, 0).click();
    await page.keyboard.press('F4');
    await expect.poll(() => page.getByRole('textbox', { name: '项目名称', exact: true }).inputValue()).toBe('满盘时');
    await station.close();
  });

  it('leaves a text with the row it was begun in while other rows come, and asks about a block with the answer at hand', async () => {
    const station = await launchStation();
    const { app, page } = station;
    await openGrid(station);
    await page.getByRole('button', { name: '编制第一个项目' }).click();
    for (const name of ['甲', '乙']) {
      await page.keyboard.insertText(name);
      await page.keyboard.press('Enter');
    }
    await page.getByText('全年 2 项').waitFor();
    await nameCell(page, 0).click();
    await page.keyboard.press('Control+-');
    await page.getByRole('dialog').getByRole('button', { name: /删\s*除/ }).click();
    await page.getByText('全年 1 项').waitFor();

    await nameCell(page, 0).click();
    await page.keyboard.insertText('乙改');
    // The row above comes back while the cell is being typed in; the button is pressed without taking the focus.
    await page.getByRole('button', { name: /撤\s*销/ }).evaluate((button: HTMLElement) => { button.click(); });
    await page.getByText('全年 2 项').waitFor();
    await page.keyboard.insertText('名');
    await page.keyboard.press('Enter');
    await expect.poll(() => nameOf(page, 1)).toBe('乙改名');
    expect(await nameOf(page, 0)).toBe('甲');

    await app.evaluate(async ({ clipboard }, plain) => { await clipboard.writeText(plain); }, '丙\t\n丁\t');
    await nameCell(page, 0).click();
    await page.keyboard.press('Control+V');
    await page.getByRole('dialog', { name: '粘贴前核对' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/填\s*入/);
    await page.keyboard.press('Enter');
    await expect.poll(() => nameOf(page, 1)).toBe('丁');
    await station.close();
  });
});
