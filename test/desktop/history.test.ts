// Nothing typed is lost or final by accident, in a real Electron: undo across a restart, the bin, saved states and two versions
// of a contract side by side. Project and decision are written through the page's own door.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId, type RecordId, type Sm3Hex, type StationId } from '#shared/base/ids';
import type { Change } from '#shared/ipc/contract';
import { decision, planItem, put } from '../renderer/data/support/records';
import { contract } from '../shared/domain/samples';
import { countyRequest, PASSWORD, unitRequest } from '../electron/station/support';
import { seriousFindings } from './support/axe';
import { signIn } from './support/fault-station';
import { createEvidence } from './support/journey-evidence';
import { field, press, type } from './support/journey-keys';
import { type LaunchedStation, launchStation } from './support/launch';

const evidence = createEvidence();
const NAME = '特困老年人居家上门服务';

let dataFolder: string;
let station: LaunchedStation;
let page: Page;
let signed: RecordId;
let fresh: RecordId;

async function call<Value>(name: string, request: unknown): Promise<Value> {
  const reply = await page.evaluate(
    async ([which, what]) => (window.desk as unknown as Record<string, (request: unknown) => Promise<{ ok: boolean; value: unknown }>>)[which]?.(what),
    [name, request] as const,
  );
  expect(reply, name).toMatchObject({ ok: true });
  return reply?.value as Value;
}

async function commit(change: Change): Promise<Sm3Hex> {
  const { lines } = await call<{ lines: { hash: Sm3Hex }[] }>('commit', { chain: 'official', changes: [change] });
  return lines[0]?.hash ?? ('' as Sm3Hex);
}

/** Both sizes the screens are made for. */
async function shoot(title: string): Promise<void> {
  if (process.env['GOUFU_DEMO_OUT'] === undefined) return;
  for (const [width, height] of [[1366, 768], [1093, 614]] as const) {
    await station.app.evaluate(({ BrowserWindow }, [w, h]) => {
      const [first] = BrowserWindow.getAllWindows();
      first?.setMinimumSize(w, h);
      first?.setContentSize(w, h);
    }, [width, height] as const);
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    await evidence.shoot(page, `${title}-${String(width)}`);
  }
}

async function openArea(path: string, heading: string): Promise<void> {
  await page.evaluate((hash) => { location.hash = hash; }, path);
  await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
}

async function saved(): Promise<void> {
  await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor();
}

async function restart(): Promise<void> {
  await station.close();
  station = await launchStation({ dataFolder });
  page = station.page;
  await signIn(page, PASSWORD);
}

async function draftForms(): Promise<string> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('goufu-desk');
    await new Promise((resolve) => { asked.onsuccess = resolve; });
    const read = asked.result.transaction('drafts').objectStore('drafts').getAll();
    await new Promise((resolve) => { read.onsuccess = resolve; });
    asked.result.close();
    return JSON.stringify(read.result);
  });
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  station = await launchStation({ dataFolder });
  page = station.page;
  await call('createStation', countyRequest);
  const state = await call<{ station: { stationId: StationId }; operators: { id: RecordId }[] }>('stationState', {});
  const [handler, other] = state.operators.map(({ id }) => id) as [RecordId, RecordId];
  await call('signIn', { operatorId: handler, password: PASSWORD });
  const newId = () => createRecordId(state.station.stationId, (size) => randomBytes(size));
  const [buyerId, itemId] = [newId(), newId()];
  signed = newId();
  fresh = newId();
  await commit(put('buyers', buyerId, 1, unitRequest.buyer ?? {}));
  const hash = await commit(put('planItems', itemId, 1, planItem(handler, { buyerId, number: '2026-017', name: NAME, method: 'consultation', preparedBy: other, submittedOn: '2026-01-10' })));
  const decisionId = newId();
  await commit(put('decisions', decisionId, 1, decision(itemId, 1, hash, { amountFen: 1_200_000, decidedOn: '2026-01-20', decidedBy: handler })));
  const first = contract({ planItemId: itemId, decisionId, handledBy: handler });
  await commit(put('contracts', signed, 1, first));
  const second = { ...first, quality: '每次不少于两小时，记录完整', filingNumber: '某财购备〔2026〕17号', schedule: first.schedule.slice(0, 1) };
  await commit(put('contracts', signed, 2, second));
  await page.reload();
  await page.getByRole('navigation', { name: '业务' }).waitFor();
});

afterAll(async () => {
  await evidence.finish();
  await station.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('a form that keeps what was typed', () => {
  it('saves no word that an input method is still composing', async () => {
    await openArea('/contracts', '合同');
    await press(page, '新建合同');
    await press(page, `选用${NAME}，新建合同`);
    await page.getByRole('heading', { name: '新建合同', exact: true }).waitFor();
    await field(page, '服务范围').focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'quanqi', selectionStart: 6, selectionEnd: 6 });
    await page.evaluate(() => { dispatchEvent(new Event('blur')); });
    expect(await page.getByRole('status').filter({ hasText: '草稿自动保存' }).count()).toBe(1);
    await input.send('Input.insertText', { text: '全旗各苏木镇' });
    await saved();
    expect(await draftForms()).toContain('全旗各苏木镇');
    expect(await draftForms()).not.toContain('quanqi');
  });

  it('undoes what was saved, named by its field, also after a restart', async () => {
    await type(page, '违约责任', '逾期按日计违约金');
    await page.getByRole('status').filter({ hasText: '正在输入' }).waitFor();
    await saved();
    await page.getByRole('button', { name: '撤销', exact: true }).and(page.locator('[title^="撤销：修改违约责任"]')).waitFor();
    await restart();
    await openArea('/contracts', '合同');
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('heading', { name: '新建合同', exact: true }).waitFor();
    expect(await field(page, '违约责任').inputValue()).toBe('逾期按日计违约金');
    await press(page, '撤销');
    await expect.poll(() => field(page, '违约责任').inputValue()).toBe('');
    expect(await field(page, '服务范围').inputValue()).toBe('全旗各苏木镇');
    // Outside a text field the keys do the same.
    await page.getByRole('button', { name: '返回列表' }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field(page, '服务范围').inputValue()).toBe('');
    await page.keyboard.press('Control+y');
    await expect.poll(() => field(page, '服务范围').inputValue()).toBe('全旗各苏木镇');
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => field(page, '违约责任').inputValue()).toBe('逾期按日计违约金');
    await shoot('历史-表单');
  });

  it('goes back to a saved state, and that can be undone', async () => {
    await press(page, '保存记录');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('现在的内容').waitFor();
    await press(drawer, '看差别');
    await drawer.getByText('处不同', { exact: false }).waitFor();
    await shoot('历史-保存记录');
    expect(await seriousFindings(page)).toEqual([]);
    await drawer.getByRole('button', { name: '恢复到这一版' }).last().click();
    await page.getByText('已恢复，可以撤销').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => field(page, '服务范围').inputValue()).toBe('');
    await press(page, '撤销');
    await expect.poll(() => field(page, '服务范围').inputValue()).toBe('全旗各苏木镇');
  });
});

describe('the form of a plan item', () => {
  it('undoes its own steps, but not its beginning', async () => {
    await page.evaluate((id) => { location.hash = `/plan/${id}?year=2026`; }, fresh);
    await page.getByRole('heading', { name: '编制购买项目', exact: true }).waitFor();
    await type(page, '项目名称', '社区矫正服务');
    await saved();
    expect(await page.getByRole('button', { name: '撤销', exact: true }).isDisabled()).toBe(true);
    await type(page, '服务内容', '为社区矫正对象提供心理辅导');
    await page.locator('[title^="撤销：修改服务内容"]').waitFor();
    await press(page, '撤销');
    await expect.poll(() => field(page, '服务内容').inputValue()).toBe('');
    expect(await field(page, '项目名称').inputValue()).toBe('社区矫正服务');
    await press(page, '重做');
    await expect.poll(() => field(page, '服务内容').inputValue()).toBe('为社区矫正对象提供心理辅导');
    await shoot('历史-计划表单');
  });
});

describe('the bin', () => {
  it('keeps a thrown away draft over a restart and gives it back', async () => {
    await openArea('/contracts', '合同');
    await press(page, new RegExp(`^删除草稿${NAME}`));
    const question = page.getByRole('dialog');
    await question.getByText('可在回收站还原，保留 30 天。').waitFor();
    await press(question, '删除');
    await expect.poll(() => page.getByRole('link', { name: NAME }).count()).toBe(0);
    await restart();
    await openArea('/bin', '回收站');
    await page.getByText('30 天', { exact: true }).waitFor();
    await shoot('历史-回收站');
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, `还原${NAME}`);
    await page.getByText('回收站是空的。').waitFor();
    await shoot('历史-回收站空');
    await openArea('/contracts', '合同');
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('heading', { name: '新建合同', exact: true }).waitFor();
    expect(await field(page, '违约责任').inputValue()).toBe('逾期按日计违约金');
  });
});

describe('two versions side by side', () => {
  it('marks what changed by a word', async () => {
    await page.evaluate((id) => { location.hash = `/contracts/${id}`; }, signed);
    await press(page, '版本（2）');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('有 3 处不同。').waitFor();
    await drawer.getByRole('rowheader', { name: '质量要求 改' }).waitFor();
    await drawer.getByRole('rowheader', { name: '备案编号 增' }).waitFor();
    await drawer.getByRole('rowheader', { name: '第 2 笔 删' }).waitFor();
    await shoot('历史-版本对照');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
