// The search over everything in real Electron: from Ctrl+K to the open record, with the worker's own index.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId, type RecordId } from '#shared/base/ids';
import { unitRequest } from '../electron/station/support';
import { draft, put } from '../renderer/data/support/records';
import { seriousFindings } from './support/axe';
import { type LaunchedStation, launchStation } from './support/launch';

const NAMES = ['重庆援建社区养老上门服务', '农牧民技能培训', '居家养老照料'];

let station: LaunchedStation;
let page: Page;
let ids: readonly RecordId[];

beforeAll(async () => {
  station = await launchStation({ dataFolder: await mkdtemp(join(tmpdir(), 'desk-data-')) });
  page = station.page;
  const owner = await page.evaluate(async (request) => {
    await window.desk?.createStation(request);
    const ready = await window.desk?.stationState({});
    if (ready?.ok !== true) return null;
    await window.desk?.signIn({ operatorId: ready.value.operators[0]?.id as never, password: request.operators[0]?.password ?? '' });
    return ready.value.station?.stationId ?? null;
  }, unitRequest);
  if (owner === null) throw new Error('a station was set up');
  ids = NAMES.map(() => createRecordId(owner, (size) => crypto.getRandomValues(new Uint8Array(size))));
  const changes = ids.map((id, index) =>
    put('drafts', id, 1, draft({ form: { number: `2026-00${String(index + 1)}`, name: NAMES[index] ?? '', quantity: '2', unitPrice: String((index + 1) * 6000) } })),
  );
  await page.evaluate(async (lines) => { await window.desk?.commit({ chain: 'working', changes: lines as never }); }, changes as unknown);
  await page.reload();
  await page.getByRole('navigation', { name: '业务' }).waitFor();
});
afterAll(async () => {
  await station.close();
  await rm(station.dataFolder, { recursive: true, force: true });
});

const box = () => page.getByRole('combobox', { name: '查找全部记录' });
const options = () => page.getByRole('option');

/** A picture of the window, where pictures are wanted. */
async function shoot(title: string): Promise<void> {
  const folder = process.env['GOUFU_DEMO_OUT'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${title}.png`), animations: 'disabled' });
}

describe('the search over everything', () => {
  it('opens a record by the initials of its name, with the keyboard alone', async () => {
    await page.keyboard.press('Control+k');
    await box().waitFor();
    await page.keyboard.type('cqyl', { delay: 30 });
    await page.getByText('没有查到').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('zqyj', { delay: 30 });
    await options().first().getByText(NAMES[0] ?? '').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '项目名称', exact: true }).waitFor();
    expect(await page.evaluate(() => location.hash)).toContain(ids[0]);
  });

  it('finds an amount, moves by arrows, Home and End, and gives the keyboard back', async () => {
    await page.evaluate(() => { location.hash = '#/plan?year=2026'; });
    await page.getByRole('heading', { name: '年度计划', exact: true }).waitFor();
    await page.getByRole('button', { name: /^查找/ }).focus();
    await page.keyboard.press('Enter');
    await box().waitFor();
    await page.getByText('最近打开').waitFor();
    await page.keyboard.type('2.4万');
    await options().first().getByText(NAMES[1] ?? '').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('yanglao');
    await page.getByText('查到记录 2 条').waitFor();
    // The former hits stand until the new ones have been read.
    await options().first().getByText('养老').waitFor();
    const chosen = () => page.locator('[role=option][aria-selected=true]').innerText();
    const first = await chosen();
    await page.keyboard.press('End');
    expect(await chosen()).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(first);
    await page.keyboard.press('Escape');
    await box().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('查找');
  });

  it('looks for nothing and opens nothing while an input method is composing', async () => {
    await page.keyboard.press('Control+k');
    await box().waitFor();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'peixun', selectionStart: 6, selectionEnd: 6 });
    await page.keyboard.press('Enter');
    expect(await box().count()).toBe(1);
    await input.send('Input.insertText', { text: '培训' });
    await options().first().getByText(NAMES[1] ?? '').waitFor();
    await page.keyboard.press('Escape');
    await box().waitFor({ state: 'detached' });
  });

  it('has nothing serious for axe, empty and with hits, in light and in dark', async () => {
    const findings: Record<string, readonly string[]> = {};
    await page.keyboard.press('Control+k');
    await box().waitFor();
    for (const typed of ['', '养老']) {
      await box().fill(typed);
      await page.getByText(typed === '' ? '最近打开' : '查到记录').waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const found = await seriousFindings(page);
        if (found.length > 0) findings[`${typed} ${colorScheme}`] = found;
        for (const [width, height] of [[1366, 768], [1093, 614]] as const) {
          await page.setViewportSize({ width, height });
          await shoot(`${typed === '' ? 'recent' : 'hits'}-${colorScheme}-${String(width)}`);
        }
      }
    }
    expect(findings).toEqual({});
  });
});
