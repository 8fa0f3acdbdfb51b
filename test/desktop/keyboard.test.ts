// Twelve tasks of a day at the desk without a mouse: nothing is reached but by Tab, arrows and shortcuts. What three offices do with
// each other (admission, sealing, opening, deciding, contract, acceptance) the journey does by the same hands.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unitRequest } from '../electron/station/support';
import { chooseNative, press, tabTo, type } from './support/journey-keys';
import { answerDialog, type LaunchedStation, launchStation } from './support/launch';

const NAME = '居家养老上门服务';
let station: LaunchedStation;
let folder: string;

const page = () => station.page;
const keys = async (...pressed: readonly string[]) => {
  for (const key of pressed) await page().keyboard.press(key);
};
const words = (text: string) => page().keyboard.insertText(text);
const heading = (name: string) => page().getByRole('heading', { name, exact: true }).first().waitFor();

async function goTo(area: string): Promise<void> {
  // The grid keeps Tab to itself until Escape lets it go.
  if (await page().evaluate(() => document.activeElement?.classList.contains('sheet-input') === true)) await keys('Escape');
  await tabTo(page().getByRole('navigation', { name: '业务' }).getByRole('link', { name: area, exact: true }));
  await keys('Enter');
}

/** The grid is one stop for Tab: the cell that was last chosen. */
function intoGrid(): Promise<void> {
  return tabTo(page().locator('.sheet-input'));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-keyboard-'));
  station = await launchStation({ dataFolder: join(folder, 'data') });
  await page().evaluate(async (request) => { await window.desk?.createStation(request); }, unitRequest);
  await page().reload();
});

afterAll(async () => {
  await station.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe.sequential('a day without a mouse', () => {
  it('1 signs in', async () => {
    const person = unitRequest.operators[0];
    await page().getByRole('button', { name: '登录', exact: true }).waitFor();
    await chooseNative(page().getByLabel('经办人'), `${person?.name ?? ''}（${person?.post ?? ''}）`);
    await type(page(), '口令', person?.password ?? '');
    await keys('Enter');
    await heading('首页');
  });

  it('2 chooses the size of the letters', async () => {
    await goTo('本单位');
    await tabTo(page().getByRole('radio', { name: '100%' }));
    await keys('ArrowRight');
    await expect.poll(() => page().evaluate(() => document.documentElement.style.fontSize)).toBe('115%');
    await keys('ArrowLeft');
    await expect.poll(() => page().evaluate(() => document.documentElement.style.fontSize)).toBe('100%');
  });

  it('3 enters projects in the grid', async () => {
    await goTo('年度计划');
    await press(page(), '编制第一个项目');
    await words(NAME);
    await keys('Tab', 'Tab', 'Tab');
    await words('ylfw');
    await keys('Tab');
    await words('上门助餐');
    await keys('Enter');
    await words('图书巡展');
    await keys('Enter');
    await page().getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await page().getByText('其中草稿 2 项').waitFor();
  });

  it('4 pastes a block and takes it back', async () => {
    await station.app.evaluate(async ({ clipboard }) => { await clipboard.writeText('2027-010\t送戏下乡\r\n2027-011\t图书代购'); });
    await keys('Escape', 'Control+Home', 'ArrowRight', 'Control+V');
    await press(page().getByRole('dialog', { name: '粘贴前核对' }), '填入');
    await page().getByRole('gridcell').getByText('送戏下乡').waitFor();
    await page().getByRole('dialog').waitFor({ state: 'hidden' });
    await intoGrid();
    await keys('Control+Z');
    await page().getByRole('gridcell').getByText(NAME).waitFor();
  });

  it('5 finds a project from anywhere and opens it', async () => {
    await goTo('首页');
    await heading('首页');
    await keys('Control+K');
    await page().getByRole('combobox', { name: '查找全部记录' }).waitFor();
    await page().keyboard.type('jjyl', { delay: 20 });
    await page().getByRole('option').filter({ hasText: NAME }).waitFor();
    await keys('Enter');
    await page().getByRole('textbox', { name: '项目名称', exact: true }).waitFor();
  });

  it('6 takes back what was typed in a form', async () => {
    const name = page().getByRole('textbox', { name: '项目名称', exact: true });
    await type(page(), '项目名称', `${NAME}（二期）`);
    await page().getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await press(page(), '撤销');
    await expect.poll(() => name.inputValue()).toBe(NAME);
  });

  it('7 reads the help of the page, and the clause it rests on', async () => {
    await keys('F1');
    const help = page().getByRole('complementary', { name: /帮助/ });
    await help.waitFor();
    await keys('F1');
    await help.waitFor({ state: 'hidden' });
    await goTo('政策依据');
    await heading('政策依据');
    await press(page(), '下一条');
  });

  it('8 throws a draft away and brings it back', async () => {
    await goTo('年度计划');
    await heading('年度计划');
    await intoGrid();
    await keys('Control+Home', 'ArrowDown', 'Control+-');
    await press(page().getByRole('dialog', { name: /^删除草稿/ }), '删除');
    await page().getByText('其中草稿 1 项').waitFor();
    await goTo('回收站');
    await press(page(), /^还原.*图书巡展/);
    await goTo('年度计划');
    await page().getByText('其中草稿 2 项').waitFor();
  });

  it('9 takes the plan out as a spreadsheet', async () => {
    await answerDialog(station.app, { save: join(folder, '计划.xlsx') });
    await press(page(), '导出 Excel');
    await expect.poll(() => readFile(join(folder, '计划.xlsx')).then(({ length }) => length, () => 0)).toBeGreaterThan(1000);
  });

  it('10 reads it in again, without a difference', async () => {
    await press(page(), '导入 Excel');
    await heading('导入 Excel：2027 年度计划');
    const chooser = page().waitForEvent('filechooser');
    await press(page(), '选择 Excel 文件');
    await (await chooser).setFiles(join(folder, '计划.xlsx'));
    await page().getByText(/没有变化|无变化|不变/).first().waitFor();
  });

  it('11 prints the governing document into a PDF', async () => {
    await goTo('政策依据');
    await heading('政策依据');
    await answerDialog(station.app, { save: join(folder, '文件.pdf') });
    await press(page(), /另存为 PDF|打印/);
    await page().getByRole('status').filter({ hasText: /^共 \d+ 页$/ }).waitFor();
    await press(page(), '另存为 PDF');
    await expect.poll(() => readFile(join(folder, '文件.pdf')).then((bytes) => bytes.subarray(0, 5).toString(), () => '')).toBe('%PDF-');
  });

  it('12 locks the desk', async () => {
    await press(page(), '锁定退出');
    await page().getByRole('button', { name: '登录', exact: true }).waitFor();
  });
});
