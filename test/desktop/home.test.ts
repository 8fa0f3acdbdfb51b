// The home page of a county bureau that prepares on behalf of a unit, and of a new unit, in a real Electron: what is due shows its
// arithmetic, figures equal the records, and each figure opens the list behind it.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { formatWan, formatWanRounded, formatYuan, sumFen } from '#shared/base/money';
import type { RecordId, Sm3Hex, StationId } from '#shared/base/ids';
import type { Change } from '#shared/ipc/contract';
import { countyRequest, PASSWORD, unitRequest } from '../electron/station/support';
import { type HomeRecords, writeHomeRecords, writeUnsettledItems } from './support/home-records';
import { press } from './support/journey-keys';
import { type LaunchedStation, launchStation } from './support/launch';

type Reply = { ok: boolean; value: unknown; error?: { code: string } };
type DeskOnThePage = { readonly desk: Readonly<Record<string, (request: unknown) => Promise<Reply>>> };

const COLUMNS = ['申报', '审定', '合同', '验收应付'];
const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

async function call<Value>(page: Page, name: string, request: unknown): Promise<Value> {
  const reply = await page.evaluate(async ([which, what]) => (window as unknown as DeskOnThePage).desk[which]?.(what), [name, request] as const);
  expect(reply, `${name}: ${JSON.stringify(reply?.error)}`).toMatchObject({ ok: true });
  return reply?.value as Value;
}

function committer(page: Page, chain: 'official' | 'working') {
  return async (change: Change): Promise<{ hash: Sm3Hex }> => {
    const { lines } = await call<{ lines: { hash: Sm3Hex }[] }>(page, 'commit', { chain, changes: [change] });
    return lines[0] as { hash: Sm3Hex };
  };
}

async function start(request: typeof unitRequest, write: boolean): Promise<{ station: LaunchedStation; records: HomeRecords | null }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  const station = await launchStation({ dataFolder });
  closing.push(async () => {
    await station.close();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const { page } = station;
  await call(page, 'createStation', request);
  const state = await call<{ station: { stationId: StationId }; operators: { id: RecordId }[] }>(page, 'stationState', {});
  const [by, other] = state.operators.map(({ id }) => id) as [RecordId, RecordId];
  await call(page, 'signIn', { operatorId: by, password: PASSWORD });
  const finance = request.officeKind !== 'unit';
  const records = write ? await writeHomeRecords(committer(page, 'official'), state.station.stationId, by, other, finance) : null;
  if (records !== null) await writeUnsettledItems(committer(page, 'official'), committer(page, 'working'), records, finance);
  await page.reload();
  await page.getByRole('heading', { name: '首页', exact: true }).waitFor();
  return { station, records };
}

/** Both sizes the screens are made for, in light and dark, whole length. */
async function shoot({ app, page }: LaunchedStation, title: string): Promise<void> {
  const folder = process.env['GOUFU_DEMO_OUT'];
  if (folder === undefined || folder === '') return;
  await mkdir(folder, { recursive: true });
  for (const [width, height] of [[1366, 768], [1093, 614]] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      await app.evaluate(({ BrowserWindow }, [w, h]) => {
        const [first] = BrowserWindow.getAllWindows();
        first?.setMinimumSize(w, h);
        first?.setContentSize(w, h);
      }, [width, height] as const);
      await page.waitForFunction((wanted) => innerWidth === wanted, width);
      await page.emulateMedia({ colorScheme: scheme });
      await page.waitForFunction((wanted) => document.documentElement.dataset['scheme'] === wanted, scheme);
      for (const [part, place] of [['上', 0], ['下', 100_000]] as const) {
        await page.locator('.page-body').evaluate((body, top) => { body.scrollTop = top; }, place);
        await page.screenshot({ path: join(folder, `${title}-${String(width)}-${scheme}-${part}.png`), animations: 'disabled' });
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function goHome(page: Page, year: number): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, `/home?year=${String(year)}`);
  await page.getByRole('table').getByRole('row', { name: /^合计/ }).waitFor();
}

describe('the home page of a bureau with records', () => {
  let station: LaunchedStation;
  let page: Page;
  let records: HomeRecords;

  it('shows in its table what the records add up to, by category and in all', async () => {
    const started = await start(countyRequest, true);
    station = started.station;
    page = station.page;
    expect(started.records).not.toBeNull();
    records = started.records as HomeRecords;
    await goHome(page, records.year);
    const sums = COLUMNS.map((_, column) => formatYuan(sumFen(records.fen.map((row) => row[column] ?? 0))));
    await page.getByRole('row', { name: new RegExp(`^合计 .*${sums[2] ?? ''}`) }).waitFor();
    const rows = await page.getByRole('table').getByRole('row').evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    expect(rows.filter((cells) => cells.length > 0)).toEqual([...records.fen.map((row) => row.map(formatYuan)), sums]);
    await shoot(station, '首页-财政局');
  });

  it('lists what is due by date and shows the arithmetic of each', async () => {
    const agenda = page.getByRole('region', { name: '待办' });
    await agenda.getByText('已逾期 5 天').waitFor();
    await agenda.getByText('今天截止').first().waitFor();
    await press(agenda, /^合同报备案，HT-017.*怎么算的$/);
    await agenda.getByText('期限：7 个工作日。').waitFor();
    await agenda.getByText('政府采购法 第47条：').waitFor();
    await press(agenda, /^组织验收，HT-009.*怎么算的$/);
    await agenda.getByText('依据：本系统提示，不是文件规定的期限。').waitFor();
    await shoot(station, '首页-怎么算的');
  });

  it('keeps a deadline that was noted as settled out of the list until the note is taken back', async () => {
    const agenda = page.getByRole('region', { name: '待办' });
    await press(agenda, /^合同付款，HT-017.*已办$/);
    await agenda.getByText('已登记办结 1 项').waitFor();
    await page.reload();
    await agenda.getByText('已登记办结 1 项').waitFor();
    await agenda.getByText('已登记办结 1 项').click();
    await press(agenda, /^合同付款，HT-017.*撤销登记$/);
    await expect.poll(() => agenda.getByText('已登记办结 1 项').count()).toBe(0);
  });

  it('writes the figures in 万元 and back', async () => {
    await page.getByText('万元', { exact: true }).first().click();
    const asked = formatWanRounded(sumFen(records.fen.map((row) => row[0])));
    await page.getByRole('table').getByText(asked, { exact: true }).waitFor();
    const approvedFen = sumFen(records.fen.map((row) => row[1]));
    expect(await figure('审定金额（万元）')(page).textContent()).toBe(formatWanRounded(approvedFen));
    expect(await page.locator('.figure').filter({ hasText: '审定金额（万元）' }).getAttribute('title')).toBe(`${formatYuan(approvedFen)} 元`);
    await page.getByText(`申报 ${asked} 万元`, { exact: true }).waitFor();

    // One choice for all pages, kept over a restart of the page; the summary is exact in either unit, with the sums in capitals.
    await page.reload();
    await page.evaluate((year) => { location.hash = `/summary?year=${String(year)}`; }, records.year);
    const approved = page.locator('.figure').filter({ hasText: '审定金额（万元）' });
    await approved.getByText(formatWan(approvedFen), { exact: true }).waitFor();
    await approved.getByText(toChineseAmountWithCurrency(approvedFen), { exact: true }).waitFor();
    await shoot(station, '汇总-万元');
    await page.getByRole('radiogroup', { name: '金额单位' }).getByText('元', { exact: true }).click();
    await page.locator('.figure').filter({ hasText: '审定金额（元）' }).getByText(formatYuan(approvedFen), { exact: true }).waitFor();
    await goHome(page, records.year);
    expect(await figure('审定金额（元）')(page).textContent()).toBe(formatYuan(approvedFen));
  });

  it('opens behind each figure the list that adds up to it', async () => {
    const committed = formatYuan(records.fen[0]?.[2] ?? 0);
    await page.getByRole('link', { name: new RegExp(`^公共服务，合同 ${committed} 元`) }).click();
    await page.getByRole('heading', { name: '合同', exact: true }).waitFor();
    await page.getByText(`签订 1 份，${committed} 元`, { exact: false }).waitFor();
    await page.getByText('只看：第 1 类　公共服务').waitFor();
    await page.getByRole('grid', { name: '合同' }).getByText('HT-017').waitFor();
    expect(await page.getByRole('grid', { name: '合同' }).getByText('HT-009').count()).toBe(0);
    await press(page, '全部显示');
    await page.getByRole('grid', { name: '合同' }).getByText('HT-009').waitFor();

    await goHome(page, records.year);
    await page.getByRole('link', { name: /^社会管理，审定 / }).click();
    await page.getByRole('heading', { name: '计划审定', exact: true }).waitFor();
    const grid = page.getByRole('grid', { name: '送审项目' });
    await grid.getByText('社区矫正辅助服务').waitFor();
    expect(await grid.getByText('居家养老上门服务').count()).toBe(0);

    await goHome(page, records.year);
    await page.getByRole('link', { name: /^公共服务，验收应付 / }).click();
    await page.getByRole('grid', { name: '验收' }).getByText('YS-017-1').waitFor();
  });

  it('opens behind each figure of its own plan as many projects as it counts', async () => {
    const { year, submitted, drafts } = records;
    const shown = (link: (page: Page) => Locator) => planBehind(page, year, link);
    expect(await shown(figure('已送审项目'))).toMatchObject({ rows: submitted });
    expect(await shown(figure('已批复项目'))).toEqual({ rows: submitted - 1, note: '只看：已批复 全部显示' });
    expect(await shown(figure('审定金额'))).toEqual({ rows: submitted - 2, note: '只看：同意和核减 全部显示' });
    // A draft that moves a project to another category does not move it in the figures.
    expect(await shown((at) => at.getByRole('link', { name: /^公共服务，申报 / }))).toEqual({ rows: 1, note: '只看：已定稿及以后，第 1 类　公共服务 全部显示' });
    expect(await shown((at) => at.getByRole('link', { name: /^其他适宜.*，申报 / }))).toMatchObject({ rows: 2 });
    expect(await shown((at) => at.getByRole('link', { name: /^社会管理，审定 / }))).toMatchObject({ rows: 1 });
    expect(await shown((at) => at.getByRole('link', { name: /^退回项目 1 个/ }))).toEqual({ rows: 1, note: '只看：退回 全部显示' });
    expect(await shown((at) => at.getByRole('link', { name: `${String(year)} 年度计划草稿 ${String(drafts.all)} 份，尚未定稿` }))).toMatchObject({ rows: drafts.all });
    await shoot(station, '计划-只看草稿');
  });

  it('opens behind a budget to be made public the projects its document approved, in their plan year', async () => {
    const behind = await planBehind(page, records.year, (at) => at.getByRole('region', { name: '待办' }).getByRole('link', { name: '公开购买服务预算' }));
    expect(behind.rows).toBe(records.submitted - 2);
    expect(behind.note).toContain('某财预〔2026〕12号');
    expect(await page.getByRole('combobox', { name: '计划年度' }).locator('..').textContent()).toContain(String(records.year));
    await press(page, '全部显示');
    await expect.poll(() => projects(page, records.year)).toBe(records.submitted + records.drafts.begun + 1);
  });
});

/** The figure's link in the panel of the year's money; what it says, and how many projects the plan then shows. */
async function planBehind(page: Page, year: number, link: (page: Page) => Locator): Promise<{ readonly rows: number; readonly note: string }> {
  await goHome(page, year);
  const own = page.getByText('本单位编制', { exact: true });
  if ((await own.count()) > 0) await own.click();
  await link(page).click();
  await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
  const note = page.getByRole('status').filter({ hasText: '只看：' });
  await note.waitFor();
  return { rows: await projects(page, year), note: (await note.textContent()) ?? '' };
}

/** Rows of the plan, the empty one at its end included where there is one. */
async function projects(page: Page, year: number): Promise<number> {
  const count = await page.getByRole('grid', { name: `${String(year)} 年购买服务项目` }).getAttribute('aria-rowcount');
  return Number(count) - 1;
}

function figure(label: string) {
  return (page: Page) => page.locator('.figure').filter({ hasText: label }).getByRole('link');
}

describe('the home page of a unit', () => {
  it('opens behind the number of its submitted projects exactly these, and all of them by one button', async () => {
    const { station: { page }, records } = await start(unitRequest, true);
    const { year, submitted, drafts } = records as HomeRecords;
    await goHome(page, year);
    expect(await figure('已送审项目')(page).textContent()).toBe(String(submitted));
    expect(await planBehind(page, year, figure('已送审项目'))).toMatchObject({ rows: submitted, note: expect.stringContaining('只看：已定稿及以后') as string });
    // Going into one of them and back leads to the same rows.
    await page.locator('.sheet-input').focus();
    await page.keyboard.press('F4');
    await page.getByRole('heading', { name: '居家养老上门服务' }).waitFor();
    await press(page, '返回列表');
    await page.getByText('只看：已定稿及以后').waitFor();
    await expect.poll(() => projects(page, year)).toBe(submitted);
    // With what is only drafted, and the empty row, which a narrowed list does not have.
    await press(page, '全部显示');
    await expect.poll(() => projects(page, year)).toBe(submitted + drafts.begun + 1);
    expect(await page.getByText('只看：').count()).toBe(0);
  });

  it('leads a new station to its first steps and its plan', async () => {
    const { station } = await start(unitRequest, false);
    await station.page.getByText('没有待办事项。').waitFor();
    await station.page.getByRole('button', { name: '编制年度计划' }).waitFor();
    await station.page.getByRole('button', { name: '查看年度计划' }).waitFor();
    await shoot(station, '首页-新单位');
  });

  it('begins its first bundle from the empty table of those received, where nobody has to be admitted before', async () => {
    const { station: { page } } = await start(unitRequest, false);
    await page.evaluate(() => { location.hash = '/exchange/send'; });
    await page.getByText('还没有导出过数据包。').waitFor();
    await page.getByRole('button', { name: '去准入往来单位' }).waitFor();
    expect(await page.getByRole('button', { name: '导出第一个数据包' }).count()).toBe(0);
    await page.evaluate(() => { location.hash = '/exchange/receive'; });
    await press(page, '接收第一个数据包');
    // The same way as from the button above: the key is asked for first.
    await page.getByRole('dialog').getByText('接收数据包').first().waitFor();
  });
});
