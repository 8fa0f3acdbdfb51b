// The finance office's word while it is written, in a real Electron: what was typed outlives the window, is undone, taken over by a
// colleague, and is not laid under another submission unasked. Help stands over a dialog. Versions of a project and an acceptance.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecordId, type RecordId, type Sm3Hex, type StationId } from '#shared/base/ids';
import type { PlanItem } from '#shared/domain/plan-item';
import type { Change } from '#shared/ipc/contract';
import { decision, planItem, put } from '../renderer/data/support/records';
import { acceptance, contract } from '../shared/domain/samples';
import { countyRequest, PASSWORD, unitRequest } from '../electron/station/support';
import { seriousFindings } from './support/axe';
import { signIn } from './support/fault-station';
import { choose, field, press, type } from './support/journey-keys';
import { type LaunchedStation, launchStation } from './support/launch';
import { shoot } from './support/shots';

const NAME = '特困老年人居家上门服务';
const OTHER = '草原生态监测';
const OPINION = '测算依据不足，请按上年实际人次重新测算';

let dataFolder: string;
let station: LaunchedStation;
let page: Page;
let people: { decider: RecordId; colleague: RecordId; preparer: RecordId; reviewer: RecordId };
let buyerId: RecordId;
let itemId: RecordId;
let accepted: RecordId;
let newId: () => RecordId;

async function call<Value>(name: string, request: unknown): Promise<Value> {
  const reply = await page.evaluate(
    async ([which, what]) => (window.desk as unknown as Record<string, (request: unknown) => Promise<{ ok: boolean; value: unknown }>>)[which]?.(what),
    [name, request] as const,
  );
  expect(reply, `${name}: ${JSON.stringify(reply)}`).toMatchObject({ ok: true });
  return reply?.value as Value;
}

async function commit(change: Change): Promise<Sm3Hex> {
  const { lines } = await call<{ lines: { hash: Sm3Hex }[] }>('commit', { chain: 'official', changes: [change] });
  return lines[0]?.hash ?? ('' as Sm3Hex);
}

async function enter(operatorId: RecordId): Promise<void> {
  const { signedInAs } = await call<{ signedInAs: RecordId | null }>('stationState', {});
  if (signedInAs === operatorId) return;
  if (signedInAs !== null) await call('signOut', {});
  await call('signIn', { operatorId, password: PASSWORD });
}

async function as<Value>(operatorId: RecordId, act: () => Promise<Value>): Promise<Value> {
  await enter(operatorId);
  const done = await act();
  await enter(people.decider);
  return done;
}

const project = (parts: Partial<PlanItem>) => planItem(people.reviewer, { buyerId, year: 2026, preparedBy: people.preparer, method: 'consultation', submittedOn: '2026-01-10', ...parts });

async function openList(): Promise<void> {
  await page.evaluate(() => { location.hash = '/review?year=2026'; });
  await page.getByRole('heading', { name: '计划审定', exact: true }).waitFor();
}

async function openItem(id = itemId, name = NAME): Promise<void> {
  await page.evaluate((to) => { location.hash = `/review/${to}`; }, id);
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

async function reopenWindow(): Promise<void> {
  await page.reload();
  await page.getByRole('navigation', { name: '业务' }).waitFor();
}

async function saved(): Promise<void> {
  await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor();
}

const form = () => page.getByRole('form', { name: '审定' });
const help = () => page.getByRole('complementary', { name: /^帮助：/ });
const opinion = () => field(form(), '审定意见');

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  station = await launchStation({ dataFolder });
  page = station.page;
  const operators = ['审定人', '同事', '编制人', '复核人'].map((name) => ({ name, post: '科员', password: PASSWORD }));
  await call('createStation', { ...countyRequest, operators });
  const state = await call<{ station: { stationId: StationId }; operators: { id: RecordId }[] }>('stationState', {});
  const [decider, colleague, preparer, reviewer] = state.operators.map(({ id }) => id) as [RecordId, RecordId, RecordId, RecordId];
  people = { decider, colleague, preparer, reviewer };
  newId = () => createRecordId(state.station.stationId, (size) => randomBytes(size));
  [buyerId, itemId, accepted] = [newId(), newId(), newId()];
  const otherId = newId();
  await as(reviewer, async () => {
    await commit(put('buyers', buyerId, 1, unitRequest.buyer ?? {}));
    await commit(put('planItems', itemId, 1, project({ number: '2026-017', name: NAME })));
    const hash = await commit(put('planItems', otherId, 1, project({ number: '2026-018', name: OTHER, catalogueCode: '4.08' })));
    await enter(decider);
    const decisionId = newId();
    await commit(put('decisions', decisionId, 1, decision(otherId, 1, hash, { amountFen: 1_200_000, decidedOn: '2026-01-20', decidedBy: decider })));
    await enter(reviewer);
    const signed = newId();
    await commit(put('contracts', signed, 1, contract({ planItemId: otherId, decisionId, handledBy: reviewer })));
    const first = acceptance({ contractId: signed, acceptedBy: reviewer });
    await commit(put('acceptances', accepted, 1, first));
    await commit(put('acceptances', accepted, 2, {
      ...first, deductionFen: 50_000, payableFen: first.payableFen - 50_000, deductionReason: '一期培训未到场', outcome: 'passed',
      members: [...first.members, { name: '丙', post: '会计', side: 'buyer' }],
    }));
  });
  await reopenWindow();
});

afterAll(async () => {
  await station.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('a ruling that is being written', () => {
  it('is there again after the program was quit, and is undone by its fields', async () => {
    await openItem();
    await press(form(), '对“测算依据”提意见');
    await page.keyboard.insertText('请附测算表');
    await saved();
    await type(form(), '审定意见', OPINION);
    await page.locator('[title^="撤销：修改审定意见"]').waitFor();
    await shoot(page, 'ruling-form', { dark: true });
    expect(await seriousFindings(page)).toEqual([]);
    await station.close();
    station = await launchStation({ dataFolder });
    page = station.page;
    await signIn(page, PASSWORD);

    await openList();
    await page.getByRole('heading', { name: '未作出的审定 1 份' }).waitFor();
    await page.getByRole('grid', { name: '送审项目' }).getByText('有草稿').waitFor();
    await shoot(page, 'ruling-list', { dark: true });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: `2026-017　${NAME}` }).click();
    await expect.poll(() => opinion().inputValue()).toBe(OPINION);
    expect(await form().getByRole('textbox', { name: '对“测算依据”的意见' }).inputValue()).toBe('请附测算表');
    await press(page, '撤销');
    await expect.poll(() => opinion().inputValue()).toBe('');
    await press(page, '重做');
    await expect.poll(() => opinion().inputValue()).toBe(OPINION);
  });

  it('stands among what is to be done and is found by its project', async () => {
    await page.evaluate(() => { location.hash = '/home?year=2026'; });
    await page.getByRole('link', { name: '未作出的审定 1 份' }).click();
    await page.getByRole('heading', { name: '未作出的审定 1 份' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找全部记录' }).waitFor();
    await page.keyboard.insertText('2026-017');
    const found = page.getByRole('option').filter({ hasText: NAME }).filter({ hasText: '草稿' });
    await found.waitFor();
    await page.keyboard.press('F1');
    await help().waitFor();
    await shoot(page, 'help-over-search', { dark: true });
    await page.keyboard.press('Escape');
    await help().waitFor({ state: 'detached' });
    await found.click();
    await expect.poll(() => opinion().inputValue()).toBe(OPINION);
  });

  it('is left out when many are decided at once', async () => {
    await openList();
    await page.getByRole('checkbox', { name: `选择 ${NAME}` }).check();
    await press(page, '批量审定（1）');
    const dialog = page.getByRole('dialog', { name: '批量审定 1 项' });
    await type(dialog, '批复文号', '某财预〔2026〕12号');
    await page.keyboard.press('F1');
    await help().getByText('查看下级单位报来的项目').waitFor();
    await shoot(page, 'help-over-dialog', { dark: true });
    expect(await help().evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
    const close = await help().getByRole('button', { name: '关闭 Esc' }).boundingBox();
    expect(await page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('.help-panel') !== null, [(close?.x ?? 0) + 5, (close?.y ?? 0) + 5] as const)).toBe(true);
    // Also when the keyboard is back in the dialog.
    await field(dialog, '批复文号').focus();
    await page.keyboard.press('Escape');
    await help().waitFor({ state: 'detached' });
    expect(await field(dialog, '批复文号').inputValue()).toBe('某财预〔2026〕12号');
    await page.keyboard.press('F1');
    await help().waitFor();
    await page.keyboard.press('Escape');
    await help().waitFor({ state: 'detached' });
    expect(await dialog.isVisible()).toBe(true);
    await press(dialog, '确定同意');
    await dialog.getByText('已有一份未作出的审定，请打开这一项办理。').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is shown to a colleague, who may take it over', async () => {
    await enter(people.colleague);
    await reopenWindow();
    await openItem();
    await page.getByText('审定人 正在审定本项目，还没有作出。').waitFor();
    await page.getByText(OPINION).waitFor();
    expect(await form().count()).toBe(0);
    await shoot(page, 'ruling-colleague', { dark: true });
    expect(await seriousFindings(page)).toEqual([]);
    await press(page.getByRole('alert'), '接手审定');
    await press(page.getByRole('dialog'), '接手审定');
    await expect.poll(() => opinion().inputValue()).toBe(OPINION);
    await enter(people.decider);
    await reopenWindow();
    await openItem();
    await page.getByText('同事 正在审定本项目，还没有作出。').waitFor();
    await press(page.getByRole('alert'), '接手审定');
    await press(page.getByRole('dialog'), '接手审定');
    await expect.poll(() => opinion().inputValue()).toBe(OPINION);
  });

  it('is not laid under another submission before it has been checked', async () => {
    await as(people.reviewer, () => commit(put('planItems', itemId, 2, project({ number: '2026-017', name: NAME, amountFen: 1_100_000, costBasis: '上年 120 人次' }))));
    await reopenWindow();
    await openItem();
    await page.getByText('本项目已第 2 次送审；您对第 1 次送审写的审定没有作出，也没有带入。').waitFor();
    expect(await form().count()).toBe(0);
    await shoot(page, 'ruling-resubmitted', { dark: true });
    expect(await seriousFindings(page)).toEqual([]);
    await press(page, '带入，逐处核对');
    await expect.poll(() => opinion().inputValue()).toBe(OPINION);
    await shoot(page, 'ruling-carried', { dark: true });
    await choose(form(), '审定结果', '退回');
    await type(form(), '批复文号', '某财预〔2026〕12号');
    await press(form(), '作出审定');
    await page.getByText('请先核对带入的内容，点“已逐处核对”。').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press(page, '版本（2）');
    await page.getByRole('dialog').getByRole('rowheader', { name: '测算依据 增' }).waitFor();
    await shoot(page, 'ruling-versions', { dark: true });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await press(form(), '已逐处核对');
    await press(form(), '作出审定');
    const ask = page.getByRole('dialog').filter({ hasText: `退回：${NAME}` });
    await press(ask, '确定');
    await page.getByRole('heading', { name: '计划审定', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('heading', { name: /^未作出的审定/ }).count()).toBe(0);
    await openItem();
    await page.getByText('（针对第 2 次送审）').waitFor();
  });
});

describe('versions', () => {
  it('of a project that was sent back and submitted again stand side by side', async () => {
    await as(people.reviewer, () => commit(put('planItems', itemId, 3, project({ number: '2026-017', name: NAME, amountFen: 1_000_000, costBasis: '上年 100 人次' }))));
    await reopenWindow();
    await page.evaluate((id) => { location.hash = `/plan/${id}?year=2026`; }, itemId);
    await press(page, '版本（3）');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('rowheader', { name: '测算依据 改' }).waitFor();
    await shoot(page, 'versions-plan', { dark: true });
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('F1');
    await help().waitFor();
    await shoot(page, 'help-over-drawer', { dark: true });
    await page.keyboard.press('Escape');
    await help().waitFor({ state: 'detached' });
    expect(await drawer.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('of an acceptance stand side by side', async () => {
    await page.evaluate((id) => { location.hash = `/acceptances/${id}`; }, accepted);
    await press(page, '版本（2）');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('rowheader', { name: /^扣款依据/ }).waitFor();
    await shoot(page, 'versions-acceptance', { dark: true });
    expect(await seriousFindings(page)).toEqual([]);
  });
});
