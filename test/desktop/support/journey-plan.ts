// The year's plan at the window: projects typed from the keyboard, drafts written in a row, handing over, finalising, and where they stand.

import type { Locator } from 'playwright';
import { expect } from 'vitest';
import type { PlanItem } from '#shared/domain/plan-item';
import { createRecordId, type StationId } from '#shared/base/ids';
import { exclusionsInForce } from '#shared/policy/exclusions';
import { FUND_SOURCES, PROCUREMENT_METHODS, PROVIDER_TYPES, type ProcurementMethodCode, type ProviderType } from '#shared/policy/code-lists';
import { toTyped } from '../../../renderer/features/plan/plan-convert';
import { randomBytes } from 'node:crypto';
import { answerDialog } from './launch';
import { chooseFrom, field, press, tabTo, tick } from './journey-keys';
import { type JourneyStation, textOf } from './journey-station';

const PLAN_HEADING = '年度计划';

export async function goToPlan(station: JourneyStation): Promise<void> {
  await station.goTo('年度计划', PLAN_HEADING);
}

/** Enters one project on the empty form with Tab, typing, arrows, space and Enter alone, and hands it over. */
export async function enterByKeyboard(station: JourneyStation, item: PlanItem, attachment: string): Promise<void> {
  const { page } = station;
  const typed = toTyped(item);
  await goToPlan(station);
  await press(page, /新建项目/);
  const form = page.getByRole('form', { name: '购买项目' });
  await form.waitFor();
  await field(form, '项目名称').focus();

  const text = async (label: string, value: string, scope: Locator = form) => {
    const control = field(scope, label);
    await tabTo(control);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(value);
  };
  const choice = async (label: string, value: string, scope: Locator = form) => {
    await tabTo(field(scope, label));
    await chooseFrom(field(scope, label), value);
  };
  const check = async (box: Locator) => {
    await tabTo(box);
    await page.keyboard.press('Space');
    await expect.poll(() => box.isChecked()).toBe(true);
  };
  const score = async (label: string, value: number) => {
    const radios = form.getByRole('radiogroup', { name: new RegExp(`^${label}`) }).getByRole('radio');
    await tabTo(radios.first());
    await page.keyboard.press('Space');
    for (let step = 0; step < value; step++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => radios.nth(value).isChecked()).toBe(true);
  };

  await text('项目名称', typed.name);
  await check(form.getByRole('checkbox', { name: /不涉及国家秘密/ }));
  await choice('目录项', typed.catalogueCode);
  if (typed.procurementCode !== null && typed.procurementCode !== '') await choice('政府采购品目', typed.procurementCode);
  await text('服务内容', typed.content);
  await text('数量', typed.quantity);
  await text('计量单位', typed.unit);
  await text('单价', typed.unitPrice);
  await text('测算依据', typed.costBasis);
  await text('开始日期', typed.startsOn);
  await text('结束日期', typed.endsOn);
  await text('实施地点', typed.place);
  await text('服务对象', typed.recipients.group);
  await text('服务人数', typed.recipients.count);
  await text('覆盖地区', typed.recipients.area);
  await station.shoot(`编制-${typed.number}-内容`);

  for (const [index, fund] of typed.funds.entries()) {
    if (index > 0) {
      const add = form.getByRole('button', { name: '增加资金' });
      await tabTo(add);
      await page.keyboard.press('Enter');
    }
    const row = form.getByRole('group', { name: `第 ${String(index + 1)} 项资金` });
    await row.waitFor();
    if (index > 0) await field(row, '资金来源').focus();
    await choice('资金来源', FUND_SOURCES[Number(fund.source) as keyof typeof FUND_SOURCES], row);
    await text('年度', fund.year, row);
    await text('金额', fund.amount, row);
    await choice('存量或新增', fund.origin === 'new' ? '新增安排' : '存量调整', row);
    await text('来源项目或批准文号', fund.origin === 'new' ? fund.approvalDocument : fund.fromProject, row);
  }
  await form.getByText('与项目金额一致').waitFor();

  await text('预算项目名称', typed.budgetProject);
  await text('预算项目编码', typed.budgetCode);
  await text('支出功能分类科目', typed.functionCode);
  await text('支出经济分类科目', typed.economicCode);
  for (const [index, goal] of typed.goals.entries()) {
    const row = form.getByRole('group', { name: `第 ${String(index + 1)} 项指标` });
    await text('指标名称', goal.name, row);
    await text('目标值', goal.target, row);
  }
  await score('民生优先', item.priority.livelihood);
  await score('先易后难', item.priority.ease);
  await score('突出重点', item.priority.key);
  await text('职责依据文件', typed.duty.document);
  await text('对应职责', typed.duty.item);
  await text('需求来源', typed.need.source);
  await text('调查对象数', typed.need.surveyedCount);
  await text('调查日期', typed.need.surveyedOn);
  await text('调查结论', typed.need.conclusion);
  await check(field(form, '适合采取市场化方式提供'));
  await check(field(form, '社会力量能够承担'));
  await text('适宜性说明', typed.suitability.reason);
  await text('有利于转变政府职能', typed.benefits.duty);
  await text('有利于降低服务成本', typed.benefits.cost);
  await text('有利于提升服务质量水平和资金效益', typed.benefits.quality);
  await check(form.getByRole('checkbox', { name: /不新设机构/ }));
  for (const { name } of exclusionsInForce(item.submittedOn)) await check(form.getByRole('checkbox', { name, exact: true }));
  if (typed.exclusionReview !== '') await text('复核说明', typed.exclusionReview);
  await choice('拟用采购方式', PROCUREMENT_METHODS[typed.method as ProcurementMethodCode].label);
  await text('面向中小企业预留', typed.smeReserved);
  for (const provider of typed.providerTypes) await choice('承接主体类型', PROVIDER_TYPES[provider as ProviderType]);
  await page.keyboard.press('Escape');

  await answerDialog(station.app, { open: [attachment] });
  await tabTo(form.getByRole('button', { name: '添加附件' }));
  await page.keyboard.press('Enter');
  await form.getByText(/\.pdf$/).waitFor();
  await page.getByText('已填完整，可以送审').waitFor();
  await page.getByText(/已自动保存/).first().waitFor();
  await station.shoot(`编制-${typed.number}-附件与检查`);

  await page.keyboard.press('Control+Enter');
  const done = page.getByRole('dialog', { name: '已送审，等待审核定稿' });
  await done.waitFor();
  await press(done, '返回列表');
  await page.getByRole('heading', { name: PLAN_HEADING }).waitFor();
}

/** Keeps prepared projects as drafts of the operator at the desk, through the page's own door, and loads the page anew. */
export async function writeDrafts(station: JourneyStation, items: readonly PlanItem[]): Promise<void> {
  const { stationId } = await station.identity();
  const changes = items.map((item) => ({
    op: 'put',
    table: 'drafts',
    id: createRecordId(stationId as StationId, (size) => randomBytes(size)),
    rev: 1,
    body: { kind: 'planItems', year: item.year, basedOnRev: 0, form: { ...toTyped(item), preparedBy: item.preparedBy, forReview: false } },
  }));
  const reply = await station.page.evaluate(async (all) => {
    const { desk } = window as unknown as { desk: { commit(request: object): Promise<{ ok: boolean; error?: unknown }> } };
    return desk.commit({ chain: 'working', changes: all });
  }, changes);
  expect(reply, JSON.stringify(reply).slice(0, 300)).toMatchObject({ ok: true });
  await station.page.reload();
  await goToPlan(station);
}

/** Chooses every draft and does with all of them what the operator at the desk may do. */
export async function actOnAllDrafts(station: JourneyStation, count: number, what: '送审' | '定稿'): Promise<void> {
  const { page } = station;
  await goToPlan(station);
  await tick(page, '全选草稿');
  await press(page, `一并送审、定稿（${String(count)}）`);
  const dialog = page.getByRole('dialog', { name: `一并送审、定稿 ${String(count)} 项` });
  await expect.poll(() => dialog.getByText(what === '送审' ? '本人编制，可送审' : '可审核定稿', { exact: true }).count(), { timeout: 60_000 }).toBe(count);
  await station.shoot(`一并${what}-${String(count)}项`);
  await press(dialog, `办理 ${String(count)} 项`);
  await dialog.waitFor({ state: 'hidden', timeout: 120_000 });
}

/** The row of one project in the plan list, found by its number. */
export async function planRow(station: JourneyStation, number: string): Promise<Locator> {
  const { page } = station;
  if (!(await page.getByRole('heading', { name: PLAN_HEADING }).isVisible())) await goToPlan(station);
  const search = page.getByLabel('查找项目');
  if ((await search.inputValue()) !== number) {
    await search.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(number);
  }
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: number });
  await row.waitFor();
  return row;
}

/** Where a project stands, in the word the list shows. */
export async function expectStanding(station: JourneyStation, number: string, word: string): Promise<void> {
  const row = await planRow(station, number);
  await expect.poll(() => textOf(row), { timeout: 20_000 }).toContain(word);
}

/** Shows the whole list again. */
export async function clearSearch(station: JourneyStation): Promise<void> {
  const search = station.page.getByLabel('查找项目');
  await search.focus();
  await station.page.keyboard.press('ControlOrMeta+A');
  await station.page.keyboard.press('Delete');
}
