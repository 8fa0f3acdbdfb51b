// The plan area in real Electron: a project from the first key to the official journal, by two people.
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { unitRequest } from '../electron/station/support';
import { fillPlanForm } from './support/plan-form';
import { freshFolder, type LaunchedStation, launchStation } from './support/launch';

interface Line {
  readonly table: string;
  readonly rev: number;
  readonly by: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const YEAR = 2027;
const NAME = '居家养老上门服务';

/** Sets the station up on first use, signs an operator in and opens the plan list. */
async function openPlan({ page }: LaunchedStation, operator: 0 | 1): Promise<readonly string[]> {
  const ids = await page.evaluate(
    async ({ request, which }) => {
      const state = await window.desk?.stationState({});
      if (state?.ok === true && state.value.phase === 'new') await window.desk?.createStation(request);
      const ready = await window.desk?.stationState({});
      const operators = ready?.ok === true ? ready.value.operators : [];
      const id = operators[which]?.id;
      const password = request.operators[which]?.password ?? '';
      if (id !== undefined) await window.desk?.signIn({ operatorId: id, password });
      return operators.map((one) => one.id as string);
    },
    { request: unitRequest, which: operator },
  );
  await page.evaluate((year) => { location.hash = `#/plan?year=${String(year)}`; }, YEAR);
  await page.reload();
  await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
  return ids;
}

function journal(page: Page, chain: 'official' | 'working'): Promise<{ readonly text: string; readonly lines: readonly Line[] }> {
  return page
    .evaluate(async (which) => {
      const state = await window.desk?.stationState({});
      const author = state?.ok === true ? (state.value.station?.stationId ?? '') : '';
      return (await fetch(`/journal/${which}/${author}?from=0`)).text();
    }, chain)
    .then((text) => ({ text, lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line) }));
}

async function saved(page: Page): Promise<void> {
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
}

async function handOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await page.getByText('已送审，等待审核定稿').last().waitFor();
}

/** Opens the first project of the list by keyboard and makes it official. */
async function review(page: Page): Promise<void> {
  await page.locator('.sheet-input').focus();
  await page.keyboard.press('F4');
  await page.getByRole('button', { name: '审核定稿' }).click();
  const confirm = page.getByRole('button', { name: '确认定稿' });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByText('已逐项核实').click();
  await confirm.click();
  await page.getByText('已定稿', { exact: true }).waitFor();
}

describe('the plan area', () => {
  it('R067 takes a project from typing through a restart to the journal, by a preparer and another reviewer', async () => {
    const dataFolder = await freshFolder();
    const first = await launchStation({ dataFolder });
    const operators = await openPlan(first, 0);
    await first.page.getByRole('button', { name: '新建项目' }).click();
    await first.page.getByRole('textbox', { name: '项目名称', exact: true }).fill(NAME);
    await first.page.getByRole('button', { name: '送审', exact: true }).click();
    await first.page.getByText(/还有 \d+ 处须填写或改正，没有送审/).waitFor();
    await fillPlanForm(first.page, { name: NAME, year: YEAR });
    await first.page.getByText('已填完整，可以送审').waitFor();
    await first.page.getByText('人民币壹拾万贰仟陆佰元整').waitFor();
    await saved(first.page);
    await first.close();

    const again = await launchStation({ dataFolder });
    await openPlan(again, 0);
    await again.page.getByText(NAME).click();
    await again.page.keyboard.press('F4');
    await again.page.getByText('已填完整，可以送审').waitFor();
    expect(await again.page.getByRole('textbox', { name: '单价', exact: true }).inputValue()).toBe('￥85.50');
    expect(await again.page.getByRole('button', { name: '审核定稿' }).count()).toBe(0);
    await handOver(again.page);
    expect((await journal(again.page, 'official')).lines.some(({ table }) => table === 'planItems')).toBe(false);

    await openPlan(again, 1);
    await review(again.page);
    const { lines } = await journal(again.page, 'official');
    expect(lines.at(-1)).toMatchObject({
      table: 'planItems',
      rev: 1,
      by: operators[1],
      body: { name: NAME, year: YEAR, number: '2027-001', amountFen: 10_260_000, preparedBy: operators[0], reviewedBy: operators[1] },
    });

    // A new version: who revises is its preparer, so the other one reviews.
    await again.page.getByRole('button', { name: '修改后重新送审' }).click();
    await again.page.getByRole('textbox', { name: '实施地点', exact: true }).fill('乌拉特旗各社区和嘎查');
    await saved(again.page);
    await handOver(again.page);
    await openPlan(again, 0);
    await review(again.page);
    await again.page.getByText('第 2 版').waitFor();
    const second = (await journal(again.page, 'official')).lines.at(-1);
    expect(second).toMatchObject({ rev: 2, body: { place: '乌拉特旗各社区和嘎查', preparedBy: operators[1], reviewedBy: operators[0] } });
    await again.close();
  });

  it('R048 stops the entry of a state secret, keeps nothing of it and records the stop', async () => {
    const station = await launchStation();
    const { page } = station;
    await openPlan(station, 0);
    await page.getByRole('button', { name: '新建项目' }).click();
    await page.getByRole('textbox', { name: '项目名称', exact: true }).fill('会议服务');
    await saved(page);

    // While an input method is composing nothing is looked at; what it commits is.
    await page.getByRole('textbox', { name: '服务内容', exact: true }).focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'jue mi', selectionStart: 6, selectionEnd: 6 });
    expect(await page.getByRole('textbox', { name: '服务内容', exact: true }).inputValue()).toBe('jue mi');
    await session.send('Input.insertText', { text: '保障绝密级会议召开' });
    await page.getByText('已停止录入').last().waitFor();
    expect(await page.getByRole('textbox', { name: '服务内容', exact: true }).inputValue()).not.toContain('绝密');
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('textbox', { name: '计量单位', exact: true }).fill('场');
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByText('会议服务').waitFor();

    const { text, lines } = await journal(page, 'working');
    expect(text).not.toContain('绝密');
    expect(text).not.toContain('级会议');
    expect(lines.filter(({ table }) => table === 'incidents')).toHaveLength(1);
    expect(lines.findLast(({ table }) => table === 'drafts')?.body?.['form']).toMatchObject({ name: '会议服务', unit: '场' });
    await station.close();
  });

  it('copies a project, finds it by initials, and removes a draft', async () => {
    const station = await launchStation();
    const { page } = station;
    await openPlan(station, 0);
    await page.getByRole('button', { name: '编制第一个项目' }).click();
    await page.keyboard.insertText('社区矫正帮扶');
    await page.keyboard.press('Tab');
    await saved(page);
    await page.getByRole('button', { name: '复制为新项目' }).click();
    await page.getByRole('button', { name: '复制', exact: true }).click();
    await page.getByText('2027-002').first().waitFor();
    await page.getByRole('textbox', { name: '项目名称', exact: true }).fill('图书巡展');
    await saved(page);
    await page.getByRole('button', { name: '返回列表' }).click();
    await page.getByText('全年 2 项，其中草稿 2 项').waitFor();

    await page.getByLabel('查找项目').fill('tsxz');
    await page.getByText('社区矫正帮扶').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText('没有查到').waitFor();
    await page.getByLabel('查找项目').fill('');
    await page.getByText('社区矫正帮扶').waitFor();
    expect((await journal(page, 'working')).lines.at(-1)).toMatchObject({ table: 'drafts', body: { binned: true, form: { name: '图书巡展' } } });
    await station.close();
  });
});
