// The plan grid in real Electron: typed in by keyboard alone, with an input method, pasted into, undone, also after a restart.
import type { ElectronApplication, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { enterAt } from './support/enter';
import { freshFolder, type LaunchedStation, type LaunchOptions, launchStation } from './support/launch';
import { shoot } from './support/shots';

const YEAR = 2027;

async function openGrid({ page }: LaunchedStation, operator: 0 | 1 = 0): Promise<void> {
  await enterAt(page, `#/plan?year=${String(YEAR)}`, { operator });
  await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
}

function cell(page: Page, row: number, key: string) {
  return page.locator(`[data-row="${String(row)}"] [data-column="${key}"]`);
}

async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('{')) await page.keyboard.press(key.slice(1, -1));
    else await page.keyboard.insertText(key);
  }
}

/** A new station at its grid, with the projects 甲 and 乙. */
async function stationWithTwo(options?: LaunchOptions): Promise<LaunchedStation> {
  const station = await launchStation(options);
  const { page } = station;
  await openGrid(station);
  await page.getByRole('button', { name: '编制第一个项目' }).click();
  await type(page, '甲', '{Enter}', '乙', '{Enter}');
  await page.getByText('全年 2 项').waitFor();
  return station;
}

async function saved(page: Page): Promise<void> {
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
}

async function copyToClipboard(app: ElectronApplication, text: string): Promise<void> {
  await app.evaluate(async ({ clipboard }, plain) => { await clipboard.writeText(plain); }, text);
}

function textOf(page: Page, row: number, key: string): Promise<string> {
  return cell(page, row, key).evaluate((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent).join(''));
}

describe('the plan grid', () => {
  it('is filled in by keyboard alone, totals and all', async () => {
    const station = await launchStation();
    const { page } = station;
    await openGrid(station);
    await shoot(page, '1-empty');
    await page.getByRole('button', { name: '编制第一个项目' }).focus();
    await type(page, '{Enter}', '居家养老上门服务', '{Tab}', '{Tab}', '{Tab}', 'ylfw');
    await page.getByRole('option', { name: '1.07 养老服务' }).waitFor();
    await shoot(page, '2-choices');
    await type(page, '{Tab}', '上门助餐', '{Tab}', '1200', '{Tab}', '人次', '{Tab}', '85.5', '{Enter}');
    // Enter goes back to where the run of Tabs began, one row down.
    await type(page, '图书巡展', '{Enter}', '{ArrowUp}');
    await page.getByText('全年 2 项，其中草稿 2 项').waitFor();
    await page.getByText('102,600.00').first().waitFor();
    await saved(page);
    expect(await textOf(page, 0, 'catalogueCode')).toBe('1.07 养老服务');
    expect(await textOf(page, 0, 'amount')).toBe('102,600.00');
    expect(await textOf(page, 1, 'number')).toBe('2027-002');

    await type(page, '{Control+Home}', '{ArrowDown}', '{ArrowRight}', '{ArrowRight}', '{F2}', '（二期）', '{Escape}');
    expect(await textOf(page, 1, 'name')).toBe('图书巡展');
    await type(page, '{F2}', '（二期）', '{Shift+Enter}');
    expect(await textOf(page, 1, 'name')).toBe('图书巡展（二期）');
    await type(page, '{F8}');
    await expect.poll(() => page.locator('.plan-foot-cell').innerText()).toContain('须');
    await shoot(page, '2-rows');
    await station.close();
  });

  it('takes an input method’s first key in a chosen cell, and leaves Enter to it while it composes', async () => {
    const station = await launchStation();
    const { page } = station;
    await openGrid(station);
    await page.getByRole('button', { name: '编制第一个项目' }).click();
    await type(page, '原名', '{Enter}');
    await cell(page, 0, 'name').click();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'ju jia', selectionStart: 6, selectionEnd: 6 });
    const input = page.locator('.sheet-input');
    expect(await input.inputValue()).toBe('ju jia');
    for (const key of ['Enter', 'ArrowDown', 'Tab']) {
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
    }
    expect(await input.inputValue()).toBe('ju jia');
    expect(await page.locator('.sheet-active-cell').getAttribute('data-mode')).toBe('type');
    await session.send('Input.insertText', { text: '居家养老' });
    expect(await input.inputValue()).toBe('居家养老');
    await page.keyboard.press('Enter');
    expect(await textOf(page, 0, 'name')).toBe('居家养老');
    await saved(page);
    await station.close();
  });

  it('shows a pasted block before it takes it, undoes it in one step, fills down, and still undoes after a restart', async () => {
    const dataFolder = await freshFolder();
    const first = await stationWithTwo({ dataFolder });
    const { page } = first;

    const block = [['2027-001', '甲服务', '', '', '养老服务', '"第一行\n第二行"', '10'], ['2027-002', '乙服务', '', '', '没有的目录', '内容', '十个'], ['2027-003', '丙服务', '', '', '1.07', '内容', '30']];
    await copyToClipboard(first.app, block.map((row) => row.join('\t')).join('\r\n'));
    await cell(page, 0, 'number').click();
    await page.keyboard.press('Control+V');
    const dialog = page.getByRole('dialog', { name: '粘贴前核对' });
    await dialog.getByText('新增 1 行').waitFor();
    expect(await dialog.getByRole('list', { name: '有问题的单元格' }).getByRole('listitem').count()).toBe(2);
    await shoot(page, '3-paste');
    await dialog.getByRole('button', { name: '填入' }).click();
    await page.getByText('全年 3 项').waitFor();
    expect(await textOf(page, 0, 'content')).toBe('第一行\n第二行');
    expect(await textOf(page, 1, 'quantity')).toBe('');
    await saved(page);
    await cell(page, 0, 'name').click();
    await page.keyboard.press('Control+Z');
    await page.getByText('已撤销：粘贴 3 行').waitFor();
    await page.getByText('全年 2 项').waitFor();
    expect(await textOf(page, 0, 'name')).toBe('甲');
    await page.keyboard.press('Control+Y');
    await page.getByText('全年 3 项').waitFor();

    await cell(page, 0, 'unit').click();
    await type(page, '人次', '{Enter}', '{ArrowUp}', '{Shift+ArrowDown}', '{Shift+ArrowDown}', '{Control+D}');
    await expect.poll(() => textOf(page, 2, 'unit')).toBe('人次');
    await saved(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, '4-dark');
    await first.close();

    const again = await launchStation({ dataFolder });
    await openGrid(again);
    await again.page.getByText('全年 3 项').waitFor();
    expect(await textOf(again.page, 2, 'unit')).toBe('人次');
    await cell(again.page, 0, 'name').click();
    await again.page.keyboard.press('Control+Z');
    await again.page.getByText(/已撤销：填充/).waitFor();
    await expect.poll(() => textOf(again.page, 2, 'unit')).toBe('');
    expect(await textOf(again.page, 0, 'unit')).toBe('人次');
    await again.close();
  });

  it('copies a chosen block, empties a cell with the key that rubs out, and takes back in a cell only what was typed in it', async () => {
    const station = await stationWithTwo();
    const { page } = station;
    await cell(page, 0, 'name').click();
    await type(page, '{Shift+ArrowDown}', '{Control+C}');
    await expect.poll(() => station.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('甲\r\n乙\r\n');

    await type(page, '{ArrowUp}', '{Backspace}');
    expect(await page.locator('.sheet-active-cell').getAttribute('data-mode')).toBe('type');
    await type(page, '{Escape}');
    expect(await textOf(page, 0, 'name')).toBe('甲');
    await type(page, '{Backspace}', '{Enter}');
    expect(await textOf(page, 0, 'name')).toBe('');

    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await page.keyboard.type('x');
    for (let press = 0; press < 5; press++) await page.keyboard.press('Control+Z');
    expect(await page.locator('.sheet-input').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await textOf(page, 1, 'name')).toBe('abc');
    // Nor what was rubbed out again before the cell was left.
    await page.keyboard.press('Control+Home');
    await cell(page, 0, 'content').click();
    await page.keyboard.type('a');
    await type(page, '{Backspace}', '{Enter}');
    await page.keyboard.type('x');
    for (let press = 0; press < 5; press++) await page.keyboard.press('Control+Z');
    expect(await page.locator('.sheet-input').inputValue()).toBe('');
    await type(page, '{Escape}');
    await station.close();
  });

  it('takes nothing in a choice cell that was looked for or pointed at before', async () => {
    const station = await stationWithTwo();
    const { page } = station;
    const chosen = () => textOf(page, 0, 'catalogueCode');
    await cell(page, 0, 'catalogueCode').click();
    await type(page, '养老', '{Enter}', '{ArrowUp}');
    await expect.poll(chosen).toContain('养老服务');
    // Looked for and given up; then emptied.
    await type(page, '法律', '{Escape}', '{Backspace}', '{Enter}', '{ArrowUp}');
    await expect.poll(chosen).toBe('');
    // Pointed at and given up; then opened and left.
    await type(page, '{F2}', '{ArrowDown}', '{ArrowDown}', '{Escape}', '{F2}', '{Tab}');
    expect(await chosen()).toBe('');
    await station.close();
  });

  it('ticks a draft with the mouse and with the space bar, one box at a time', async () => {
    const station = await stationWithTwo();
    const { page } = station;
    const box = (number: string) => page.getByRole('checkbox', { name: `选中 ${number}` });
    const numbers = await Promise.all([textOf(page, 0, 'number'), textOf(page, 1, 'number')]);
    // Beside the box: the whole cell is the target, and the keyboard stays with the sheet.
    await cell(page, 0, 'tick').click({ position: { x: 3, y: 3 } });
    expect(await box(numbers[0]).isChecked()).toBe(true);
    await type(page, '{ArrowDown}', '{Space}');
    expect(await box(numbers[1]).isChecked()).toBe(true);
    await type(page, '{ArrowUp}', '{Space}');
    expect(await box(numbers[0]).isChecked()).toBe(false);
    expect(await box(numbers[1]).isChecked()).toBe(true);
    await station.close();
  });

  it('lets nobody but the preparer write in a draft, until another takes it over', async () => {
    const station = await launchStation();
    const { page } = station;
    await openGrid(station);
    await page.getByRole('button', { name: '编制第一个项目' }).click();
    await type(page, '会议服务', '{Enter}', '{ArrowUp}');
    await saved(page);
    // A word of state secrecy never enters.
    await type(page, '绝密级会议', '{Enter}');
    await page.getByText('已停止录入').last().waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    expect(await textOf(page, 0, 'name')).toBe('会议服务');

    await openGrid(station, 1);
    await cell(page, 0, 'name').click();
    await type(page, '改名', '{Delete}');
    expect(await textOf(page, 0, 'name')).toBe('会议服务');
    await page.getByRole('button', { name: '接手编制' }).click();
    const asked = page.getByRole('dialog', { name: '由您接手编制？' });
    await asked.getByRole('button', { name: /取\s*消/ }).click();
    await asked.waitFor({ state: 'hidden' });
    expect(await cell(page, 0, 'name').getAttribute('aria-readonly')).toBe('true');
    await page.getByRole('button', { name: '接手编制' }).click();
    await asked.getByRole('button', { name: '接手编制' }).click();
    await expect.poll(() => cell(page, 0, 'name').getAttribute('aria-readonly')).toBeNull();
    await cell(page, 0, 'name').click();
    await type(page, '会务服务', '{Enter}');
    expect(await textOf(page, 0, 'name')).toBe('会务服务');
    await saved(page);
    await station.close();
  });
});
