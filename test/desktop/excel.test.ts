// Spreadsheets in real Electron: the template out, rows in with their reasons, the refused ones back and in again, a table of
// another office, and an export that reads back without a difference.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openBook } from '../../renderer/excel/book/book';
import { fillTemplate } from '../../renderer/excel/template/fill';
import { PLAN_TEMPLATE } from '../../renderer/features/plan/import/plan-template';
import { unitRequest } from '../electron/station/support';
import { writeTable } from '../renderer/excel/support/table';
import { enterAt } from './support/enter';
import { seriousFindings } from './support/axe';
import { answerDialog, freshFolder, launchStation, type LaunchedStation } from './support/launch';
import { shoot } from './support/shots';

const YEAR = 2027;

async function openImport({ page }: LaunchedStation): Promise<void> {
  await enterAt(page, `#/plan/import?year=${String(YEAR)}`);
  await page.getByRole('heading', { name: '导入 Excel' }).waitFor();
}

function choose(page: Page, path: string): Promise<void> {
  return page.locator('input[type=file]').setInputFiles(path);
}

/** Nothing serious by axe; pictures at both sizes, where somebody wants to look. */
async function lookAt(page: Page, name: string): Promise<void> {
  expect(await seriousFindings(page), name).toEqual([]);
  await shoot(page, name);
}

/** Rows under the template's headings, by heading. */
function rowsOf(...rows: readonly Readonly<Record<string, string>>[]): readonly (readonly string[])[] {
  return rows.map((row) => PLAN_TEMPLATE.columns.map(({ title }) => row[title] ?? ''));
}

describe('spreadsheets of the plan', () => {
  it('go out as a template, come in row by row with reasons, and an export comes back unchanged', async () => {
    const station = await launchStation();
    const { app, page } = station;
    const folder = await freshFolder('desk-excel-');
    const at = (name: string) => join(folder, name);
    await openImport(station);
    await lookAt(page, 'excel-choose');

    await answerDialog(app, { save: at('模板.xlsx') });
    await page.getByRole('button', { name: '下载填报模板' }).click();
    await expect.poll(() => readFile(at('模板.xlsx')).then((bytes) => bytes.length, () => 0)).toBeGreaterThan(0);
    const template = new Uint8Array(await readFile(at('模板.xlsx')));
    const [first] = (await openBook(template).readSheet(0)).rows;
    expect(first?.[0]).toBe(`购买服务年度计划填报表（${String(YEAR)} 年度）　填报单位：${unitRequest.name}`);

    const good = { 项目编号: '2027-001', 项目名称: '居家养老上门服务', 数量: '1200', '单价（元）': '85.5', 预算项目编码: '000123456789012345', 服务内容: '=每周上门\n两次', 开始日期: '2027-01-01' };
    const bad = { 项目编号: '2027-002', 项目名称: '社区托管服务', 数量: '十二', 开始日期: '2027-02-30' };
    await writeFile(at('填好.xlsx'), fillTemplate(template, { heading: first?.[0] ?? '', creator: '', kinds: PLAN_TEMPLATE.columns.map(({ kind }) => kind), rows: rowsOf(good, bad) }));
    await choose(page, at('填好.xlsx'));
    await page.getByRole('button', { name: '导入可用的 1 行' }).waitFor();
    await page.getByText('修改 0', { exact: true }).click();
    await page.getByText('没有“修改”的行。').waitFor();
    await page.getByRole('button', { name: '显示全部 2 行' }).click();
    await page.getByRole('grid', { name: '表格各行的核对结果' }).focus();
    await page.keyboard.press('End');
    await page.getByRole('region', { name: '第 4 行' }).getByText('没有这一天，请核对日期。').waitFor();
    await lookAt(page, 'excel-preview');
    await page.getByRole('button', { name: '导入可用的 1 行' }).click();
    await page.getByText('已导入 1 行：新增 1，修改 0').waitFor();
    await lookAt(page, 'excel-done');

    await answerDialog(app, { save: at('问题.xlsx') });
    await page.getByRole('button', { name: '把有问题的 1 行另存为 Excel' }).click();
    await expect.poll(() => readFile(at('问题.xlsx')).then((bytes) => bytes.length, () => 0)).toBeGreaterThan(0);
    const refused = await openBook(new Uint8Array(await readFile(at('问题.xlsx')))).readSheet(0);
    const [headings = [], row = []] = refused.rows;
    expect(headings.at(-1)).toBe('原因');
    expect(row.at(-1)).toBe('第 4 行：数量：请填写数量，如 120 或 0.5。 开始日期：没有这一天，请核对日期。');

    // Corrected in that very file, it comes in.
    const mended = row.map((text, index) => (headings[index] === '数量' ? '12' : headings[index] === '开始日期' ? '2027-02-28' : text));
    await writeFile(at('改好.xlsx'), await writeTable(headings.map(() => 'text'), [headings, mended], false));
    await page.getByRole('button', { name: '再导入一个文件' }).click();
    await choose(page, at('改好.xlsx'));
    await page.getByRole('button', { name: '导入可用的 1 行' }).click();
    await page.getByRole('button', { name: '查看计划' }).click();
    await page.getByText('社区托管服务').waitFor();

    await answerDialog(app, { save: at('导出.xlsx') });
    await page.getByRole('button', { name: '导出 Excel' }).click();
    await page.getByText(/^已另存为 .+\.xlsx，2 行$/).waitFor();
    await page.getByRole('button', { name: '导入 Excel' }).click();
    await choose(page, at('导出.xlsx'));
    await page.getByText('不变 2').waitFor();
    expect(await page.getByRole('button', { name: '没有可导入的行' }).isDisabled()).toBe(true);
    await station.close();
  });

  it('of another office are matched by their columns once, and wrong files are refused in words', async () => {
    const station = await launchStation();
    const { page } = station;
    const folder = await freshFolder('desk-excel-');
    await openImport(station);
    await writeFile(join(folder, '旧.xls'), Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]));
    await choose(page, join(folder, '旧.xls'));
    await page.getByText('这是旧格式的表格（.xls 或 .et），不是 .xlsx。').waitFor();

    const rows = [['旗民政局购买服务项目表（单位：万元）', '', '', ''], ['序号', '服务项目', '预算金额', '备注'], ['1', '养老照护', '12.5', '续作'], ['2', '托管', '3', '']];
    await writeFile(join(folder, '自制.xlsx'), await writeTable(['text', 'text', 'text', 'text'], rows, false));
    await choose(page, join(folder, '自制.xlsx'));
    await page.getByRole('heading', { name: '每一栏对应计划的哪一栏' }).waitFor();
    await lookAt(page, 'excel-match');
    // Begun and not imported: whoever goes is asked, and comes back to where it stood.
    await page.getByRole('button', { name: '返回计划' }).click();
    const question = page.getByRole('dialog').filter({ hasText: '这个表格还没有导入' });
    await question.getByRole('button', { name: '留在本页' }).click();
    await question.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '导入可用的 2 行' }).click();
    await page.getByText('已导入 2 行').waitFor();
    await page.getByRole('button', { name: '再导入一个文件' }).click();
    await choose(page, join(folder, '自制.xlsx'));
    await page.getByText('按上次的栏目对应关系读取').waitFor();
    await page.getByText('不变 2').waitFor();

    // The whole file was one step.
    await page.getByRole('button', { name: '返回计划' }).click();
    await page.getByText('养老照护').waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('养老照护').waitFor({ state: 'detached' });
    expect(await page.getByText('托管', { exact: true }).count()).toBe(0);
    await station.close();
  });

  it('say how many rows have been read and judged, can be stopped, and point out names in old private codes', async () => {
    const station = await launchStation();
    const { page } = station;
    const folder = await freshFolder('desk-excel-');
    await openImport(station);
    const many = Array.from({ length: 40_000 }, (_, row) => [`2027-${String(row + 1).padStart(5, '0')}`, `第 ${String(row + 1)} 个项目`]);
    await writeFile(join(folder, '很长.xlsx'), await writeTable(['text', 'text'], [['项目编号', '项目名称'], ...many], false));
    await choose(page, join(folder, '很长.xlsx'));
    await page.getByText(/已读取 [\d,]+000 \/ 40,001 行/).waitFor();
    await shoot(page, 'excel-reading', { dark: true });
    await page.getByRole('button', { name: '停止', exact: true }).click();
    await page.getByRole('button', { name: '选择 Excel 文件' }).waitFor();

    await writeFile(join(folder, '蒙文.xlsx'), await writeTable(['text', 'text', 'text'], [['项目编号', '项目名称', '蒙古文名称'], ['2027-001', '甲', '\ue234\ue240'], ['2027-002', '乙', '']], false));
    await choose(page, join(folder, '蒙文.xlsx'));
    await page.getByText('请核实：1 行的蒙古文名称用的是旧的私有编码').waitFor();
    await page.getByRole('region', { name: '第 2 行' }).getByText(/照原样保留/).waitFor();
    await lookAt(page, 'excel-private-codes');
    await page.getByRole('button', { name: '导入可用的 2 行' }).click();
    await page.getByText('已导入 2 行').waitFor();
    await station.close();
  });
});
