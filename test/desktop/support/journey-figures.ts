// Figures two ways: read off the screens, and added up from the journal files without the application's code.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import type { Decision } from '#shared/domain/decision';
import type { PlanItem } from '#shared/domain/plan-item';
import { chooseFrom, press } from './journey-keys';
import { type Line, newest } from './journey-files';
import { type JourneyStation, textOf } from './journey-station';

export interface Figures {
  readonly items: number;
  readonly amountFen: number;
  readonly approvedFen: number;
  readonly pending: number;
  readonly contractFen: number;
  readonly payableFen: number;
}

/** Added up line by line: the unit's own journal, and of the county's only its decisions. */
export function figuresOfJournals(unit: readonly Line[], county: readonly Line[], planYear: number, businessYear: number): Figures {
  const items = [...newest<PlanItem>(unit, 'planItems')].filter(([, { body }]) => body.year === planYear);
  const decisions = [...newest<Decision>(county, 'decisions').values()].sort((a, b) => a.seq - b.seq);
  const standing = items.map(([id, { rev }]) => decisions.findLast(({ body }) => body.planItemId === id && body.planItemRev === rev)?.body);
  const inYear = (date: string) => date.startsWith(String(businessYear));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    items: items.length,
    amountFen: sum(items.map(([, { body }]) => body.amountFen)),
    approvedFen: sum(standing.map((decision) => decision?.amountFen ?? 0)),
    pending: standing.filter((decision) => decision === undefined).length,
    contractFen: sum([...newest<Contract>(unit, 'contracts').values()].filter(({ body }) => inYear(body.signedOn)).map(({ body }) => body.amountFen)),
    payableFen: sum([...newest<Acceptance>(unit, 'acceptances').values()].filter(({ body }) => inYear(body.acceptedOn)).map(({ body }) => body.payableFen)),
  };
}

/** What the summary page says in its totals: plans of one year, contracts and acceptances of another. */
export async function figuresOnSummary(station: JourneyStation, planYear: number, businessYear: number): Promise<Figures> {
  await station.goTo('汇总');
  await chooseYear(station.page, planYear);
  const plan = { items: Number(await figure(station.page, '项目数')), amountFen: fen(await figure(station.page, '申报金额（元）')), approvedFen: fen(await figure(station.page, '审定金额（元）')) };
  const [, pending] = /待批复 (\d+) 项/.exec(await textOf(station.page.getByText(/^待批复 \d+ 项$/))) ?? [];
  await chooseYear(station.page, businessYear);
  const business = { contractFen: fen(await figure(station.page, '合同金额（元）')), payableFen: fen(await figure(station.page, '验收应付（元）')) };
  return { ...plan, pending: Number(pending), ...business };
}

/** What the unit's own home page says. */
export async function figuresOnHome(station: JourneyStation, planYear: number, businessYear: number): Promise<Figures> {
  await station.goTo('首页');
  const { page } = station;
  await chooseYear(page, planYear);
  const items = Number(await figure(page, '已送审项目'));
  const [, amount] = /申报 ([\d,.]+) 元/.exec(await textOf(page.getByText(/^申报 [\d,.]+ 元$/))) ?? [];
  const plan = { items, amountFen: fen(amount ?? ''), approvedFen: fen(await figure(page, '审定金额（元）')), pending: items - Number(await figure(page, '已批复项目')) };
  await chooseYear(page, businessYear);
  const contract = page.getByRole('term').filter({ hasText: /^本年签订合同$/ }).locator('xpath=following-sibling::dd[2]');
  const business = { contractFen: fen((await textOf(contract)).replace(/ 元$/, '')), payableFen: fen(await figure(page, '本年验收应付（元）')) };
  return { ...plan, ...business };
}

export interface ShownProvenance {
  readonly fingerprint: string;
  readonly vouchers: string;
  readonly signedTo: number;
}

/** What the drawer says of the signature that an office's figures rest on. */
export async function provenanceOnSummary(station: JourneyStation, author: string, planYear: number): Promise<ShownProvenance> {
  const { page } = station;
  await station.goTo('汇总');
  await chooseYear(page, planYear);
  await press(page.getByRole('row').filter({ hasText: author }), '签名依据');
  const drawer = page.getByRole('dialog', { name: '签名依据' });
  await drawer.getByText(`这些数字出自${author}自己签名的日志`, { exact: false }).waitFor();
  await station.shoot('签名依据');
  const value = async (label: string) => textOf(drawer.getByText(label, { exact: true }).locator('xpath=following::span[1]'));
  const [, signedTo] = /第 (\d+) 条/.exec(await value('签名到')) ?? [];
  const shown = { fingerprint: await value('密钥指纹'), vouchers: await value('密钥由谁准入'), signedTo: Number(signedTo) };
  await press(drawer, /关闭|Close/);
  await drawer.waitFor({ state: 'hidden' });
  return shown;
}

async function chooseYear(page: Page, year: number): Promise<void> {
  const box: Locator = page.getByRole('combobox', { name: '年度' });
  const shown = page.locator('.ant-select').filter({ has: box });
  if ((await textOf(shown)).includes(String(year))) return;
  await chooseFrom(box, `${String(year)} 年度`);
  await expect.poll(() => textOf(shown)).toContain(String(year));
}

async function figure(page: Page, label: string): Promise<string> {
  const value = page.getByRole('term').filter({ hasText: new RegExp(`^${label.replace(/[（）]/g, '.')}$`) }).locator('xpath=following-sibling::dd[1]');
  await value.waitFor();
  return textOf(value);
}

/** '1,234.56' as fen, by text alone. */
function fen(yuan: string): number {
  const [, whole, cents] = /^([\d,]+)\.(\d\d)$/.exec(yuan) ?? [];
  expect(whole, yuan).toBeDefined();
  return Number(`${whole!.replaceAll(',', '')}${cents!}`);
}
