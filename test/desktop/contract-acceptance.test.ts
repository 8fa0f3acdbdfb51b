// A contract under an approved project and its acceptance, from the keyboard, in a real Electron: a county bureau that prepares on
// behalf of a unit. Project and decision are written through the page's own door; everything after is done on the screens.

import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { todayInShanghai, yearOf } from '#shared/base/date';
import { createRecordId, type RecordId, type Sm3Hex, type StationId } from '#shared/base/ids';
import { usccCheckCharacter } from '#shared/base/uscc';
import type { Change } from '#shared/ipc/contract';
import { decision, draft, planItem, put } from '../renderer/data/support/records';
import { countyRequest, PASSWORD, unitRequest } from '../electron/station/support';
import { createEvidence } from './support/journey-evidence';
import { choose, field, pick, press, tick, type } from './support/journey-keys';
import { type LaunchedStation, launchStation } from './support/launch';

type Reply = { ok: boolean; value: unknown; error?: { code: string } };
type DeskOnThePage = { readonly desk: Readonly<Record<string, (request: unknown) => Promise<Reply>>> };

const evidence = createEvidence();
const SUPPLIER_USCC = `52150824MJ1234567${usccCheckCharacter('52150824MJ1234567') ?? ''}`;
/** Approved: 1,200 visits at 85.50 yuan. */
const APPROVED_FEN = 10_260_000;

let dataFolder: string;
let station: LaunchedStation;
let page: Page;

async function call<Value>(name: string, request: unknown): Promise<Value> {
  const reply = await page.evaluate(
    async ([which, what]) => (window as unknown as DeskOnThePage).desk[which]?.(what),
    [name, request] as const,
  );
  expect(reply, `${name}: ${JSON.stringify(reply?.error)}`).toMatchObject({ ok: true });
  return reply?.value as Value;
}

async function commit(change: Change): Promise<{ readonly hash: Sm3Hex }> {
  const { lines } = await call<{ lines: { hash: Sm3Hex }[] }>('commit', { chain: 'official', changes: [change] });
  return lines[0] as { hash: Sm3Hex };
}

/** Both sizes the screens are made for: 1366×768, and the same at 125 % scaling. */
async function shoot(title: string): Promise<void> {
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

/** Dates are typed and confirmed by Enter, as the picker takes them. */
async function date(label: string, value: string, nth = 0): Promise<void> {
  const input = field(page, label).nth(nth);
  await input.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(value);
  await page.keyboard.press('Enter');
  await expect.poll(() => input.inputValue()).toBe(value);
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'desk-data-'));
  station = await launchStation({ dataFolder });
  page = station.page;
  await call('createStation', countyRequest);
  const state = await call<{ station: { stationId: StationId }; operators: { id: RecordId }[] }>('stationState', {});
  const { stationId } = state.station;
  const [handler, accepter] = state.operators.map((operator) => operator.id) as [RecordId, RecordId];
  await call('signIn', { operatorId: handler, password: PASSWORD });

  const newId = () => createRecordId(stationId, (size) => randomBytes(size));
  const [buyerId, itemId] = [newId(), newId()];
  await commit(put('buyers', buyerId, 1, unitRequest.buyer ?? {}));
  const item = planItem(handler, {
    buyerId,
    number: '2026-017',
    name: '特困老年人居家上门服务',
    content: '为城镇特困老年人每周上门两次，提供助餐、助洁和健康巡访。',
    quantityE4: 12_000_000,
    unit: '人次',
    unitPriceFen: 8550,
    amountFen: APPROVED_FEN,
    startsOn: '2026-03-01',
    endsOn: '2027-06-30',
    method: 'consultation',
    providerTypes: ['P1'],
    preparedBy: accepter,
    submittedOn: '2026-01-10',
  });
  const { hash } = await commit(put('planItems', itemId, 1, item));
  await commit(put('decisions', newId(), 1, decision(itemId, 1, hash, { amountFen: APPROVED_FEN, decidedOn: '2026-01-20', decidedBy: handler })));
  await page.reload();
  await page.getByRole('heading', { name: '首页', exact: true }).waitFor();
});

afterAll(async () => {
  await evidence.finish();
  await station.close();
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

describe('a contract on the screens', () => {
  it('begins with an approved project and takes over what is settled', async () => {
    await openArea('/contracts', '合同');
    await press(page, '新建合同');
    await page.getByRole('grid', { name: '批复的项目' }).getByText('特困老年人居家上门服务').waitFor();
    await shoot('合同-选择批复的项目');
    await press(page, '选用特困老年人居家上门服务，新建合同');
    await page.getByRole('heading', { name: '新建合同', exact: true }).waitFor();

    expect(await field(page, '合同名称').inputValue()).toBe('特困老年人居家上门服务');
    expect(await field(page, '标的').inputValue()).toContain('每周上门两次');
    expect(await field(page, '数量').inputValue()).toBe('1,200');
    expect(await field(page, '单价').inputValue()).toBe('85.50');
    expect(await field(page, '开始日期').inputValue()).toBe('2026-03-01');
    await page.getByText('本合同上限（元）').waitFor();
    await page.getByRole('status').filter({ hasText: '草稿自动保存' }).waitFor();
    await shoot('合同-新建');
  });

  it('R074 says what is missing of the eight elements and is not finalised without them', async () => {
    await press(page.locator('header'), '定稿');
    await page.getByText('合同须写明服务范围', { exact: false }).first().waitFor();
    await page.getByText('须改正', { exact: false }).first().waitFor();
    await shoot('合同-缺要素');
    expect(await page.getByRole('dialog').count()).toBe(0);
    // Rows that repeat are gone to as well: none yet, so to the button that adds one.
    await press(page, '定位：合同须写明资金支付方式的付款安排（至少一期），请填写；缺一项不能定稿。');
    await expect.poll(() => page.getByRole('button', { name: '增加付款' }).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('R068 refuses an amount above what was approved, and shows every difference in yuan', async () => {
    await type(page, '合同金额', '110000');
    await page.getByText('超出批复的', { exact: false }).first().waitFor();
    await page.getByRole('status', { name: '明细合计' }).getByText('比合同金额少 7,400.00 元', { exact: false }).waitFor();
    await press(page, '按明细合计填写');
    expect(await field(page, '合同金额').inputValue()).toBe('102,600.00');
    await expect.poll(() => page.getByText('超出批复的', { exact: false }).count()).toBe(0);
    await page.getByText('人民币壹拾万贰仟陆佰元整').first().waitFor();
    await shoot('合同-数量与金额');
  });

  it('closes the schedule at a button and keeps everything without one', async () => {
    await type(page, '合同编号', 'HT-2026-017');
    await date('中标（成交）通知书日期', '2026-02-01');
    await date('签订日期', '2026-02-20');
    await type(page, '承接主体名称', '乌拉特旗夕阳红养老服务中心');
    await type(page, '承接主体统一社会信用代码', SUPPLIER_USCC.toLowerCase());
    await press(page, '收款人即承接主体');
    await tick(page, '不转包承诺');
    await type(page, '服务范围', '乌拉特旗城镇各社区特困老年人家中');
    await type(page, '本项要求', '每次不少于一小时，逐次签字确认');
    await type(page, '质量要求', '服务合格率不低于 95%');
    await type(page, '支付条款', '分两期支付，验收后付清');
    await press(page, '增加付款');
    await press(page, '增加付款');
    const first = page.getByRole('group', { name: '第 1 项付款' });
    await choose(first, '付款类型', '首付款');
    await date('付款日期', '2026-03-10');
    await type(first, '付款金额', '30000');
    await type(first, '付款条件', '合同签订后十个工作日内');
    const second = page.getByRole('group', { name: '第 2 项付款' });
    await choose(second, '付款类型', '尾款');
    await date('付款日期', '2027-07-15', 1);
    await type(second, '付款条件', '最终验收合格后');
    await press(page, '补足差额');
    expect(await field(second, '付款金额').inputValue()).toBe('72,600.00');
    await page.getByRole('status', { name: '付款合计' }).getByText('与合同金额一致', { exact: false }).waitFor();
    await type(page, '购买主体的权利义务', '按期付款，监督检查');
    await type(page, '承接主体的权利义务', '按约服务，保护个人信息');
    await type(page, '服务对象的权利义务', '如实反映情况，对服务评价');
    await type(page, '违约责任', '逾期一日按未履行部分万分之五支付违约金');
    await type(page, '验收方案', '每半年验收一次，抽查不少于两成服务对象');
    await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor();

    await page.reload();
    await page.getByRole('heading', { name: '新建合同', exact: true }).waitFor();
    await openArea('/contracts', '合同');
    await shoot('合同-列表与草稿');
    await page.getByRole('link', { name: 'HT-2026-017　特困老年人居家上门服务' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '新建合同', exact: true }).waitFor();
    expect(await field(page, '违约责任').inputValue()).toContain('万分之五');
    expect(await field(page, '付款金额').nth(1).inputValue()).toBe('72,600.00');
  });

  it('R074 asks for four conditions when the term is over one year', async () => {
    await page.getByText('须同时符合四个条件', { exact: false }).first().waitFor();
    for (const condition of ['内容相对固定', '连续性强', '经费来源稳定', '价格变化幅度小']) await tick(page, condition);
    await page.getByText('没有须改正的内容', { exact: false }).waitFor();
    await field(page, '支付条款').focus();
    await shoot('合同-期限与付款');
  });

  it('R048 stops saving at a word of state secrecy and goes on once it is gone', async () => {
    await type(page, '违约责任', '涉及机密文件的另行处理');
    await page.getByText('不得录入国家秘密', { exact: false }).waitFor();
    await type(page, '违约责任', '逾期一日按未履行部分万分之五支付违约金');
    await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor();
  });

  it('becomes official by who is signed in and is then only read', async () => {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('人民币壹拾万贰仟陆佰元整', { exact: false }).waitFor();
    await shoot('合同-定稿确认');
    await press(dialog, '定稿');
    await page.getByRole('button', { name: '修订合同' }).waitFor();
    await page.getByText('102,600.00（人民币壹拾万贰仟陆佰元整）').waitFor();
    await page.getByText('已定稿', { exact: true }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await shoot('合同-查看');
  });

  it('is revised as long as it has not left and nothing was accepted', async () => {
    await press(page, '修订合同');
    await page.getByRole('heading', { name: '修订合同（第 2 版）' }).waitFor();
    await type(page, '备案编号', '乌财购备〔2026〕17号');
    await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await press(page.getByRole('dialog'), '定稿');
    await page.getByText('乌财购备〔2026〕17号', { exact: true }).waitFor();
    await page.getByText('第 2 版', { exact: false }).waitFor();
    expect(await page.getByText('有未定稿的修订', { exact: false }).count()).toBe(0);
  });

  it('is given up with what was typed last, which comes back from the bin', async () => {
    await press(page, '修订合同');
    await page.getByRole('heading', { name: '修订合同（第 3 版）' }).waitFor();
    const filing = await field(page, '备案编号').elementHandle();
    // All at once, before the pause after which a draft saves itself.
    await page.evaluate(async (input) => {
      const box = input as unknown as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, '乌财购备〔2026〕99号');
      box.dispatchEvent(new Event('input', { bubbles: true }));
      const buttonOf = (scope: Element | null, words: string) =>
        [...(scope?.querySelectorAll('button') ?? [])].find((button) => button.textContent.replaceAll(' ', '') === words);
      buttonOf(document.querySelector('header'), '放弃修订')?.click();
      let sure = buttonOf(document.querySelector('[role="dialog"]'), '放弃修订');
      while (sure === undefined) {
        await new Promise(requestAnimationFrame);
        sure = buttonOf(document.querySelector('[role="dialog"]'), '放弃修订');
      }
      sure.click();
    }, filing);
    await page.getByRole('heading', { name: '合同', exact: true }).waitFor();

    await openArea('/bin', '回收站');
    await press(page, /^还原.*HT-2026-017/);
    await openArea('/contracts', '合同');
    await page.getByRole('link', { name: 'HT-2026-017　特困老年人居家上门服务（修订）' }).click();
    await expect.poll(() => field(page, '备案编号').inputValue()).toBe('乌财购备〔2026〕99号');
    await press(page, '放弃修订');
    await press(page.getByRole('dialog'), '放弃修订');
    await page.getByRole('heading', { name: '合同', exact: true }).waitFor();
  });

  it('says so when the project of a draft cannot be read, and leaves the draft to the list', async () => {
    const { station: own } = await call<{ station: { stationId: StationId } }>('stationState', {});
    const id = createRecordId(own.stationId, (size) => randomBytes(size));
    const body = draft({ kind: 'contracts', year: yearOf(todayInShanghai(Date.now())), form: { planItemId: '?', number: 'HT-破损', name: '来历不明的合同' } });
    await call('commit', { chain: 'working', changes: [put('drafts', id, 1, body)] });
    await page.reload();
    await openArea(`/contracts/${id}/edit`, '合同');
    await page.getByText('没有找到这份合同草稿的计划项目', { exact: false }).waitFor();
    await shoot('合同-草稿没有项目');
    await press(page, '返回列表');
    await press(page, '删除草稿HT-破损　来历不明的合同');
    await press(page.getByRole('dialog'), '删除');
    await expect.poll(() => page.getByRole('link', { name: 'HT-破损', exact: false }).count()).toBe(0);
    await page.getByRole('grid', { name: '合同' }).getByText('HT-2026-017').dblclick();
    await page.getByRole('button', { name: '办理验收' }).first().waitFor();
  });
});

describe('an acceptance on the screens', () => {
  it('R077 lays every agreed line before the accepter, filled with what is left to accept', async () => {
    await press(page, '办理验收');
    await page.getByText('是这份合同的经办人，不能办理验收定稿', { exact: false }).waitFor();
    await shoot('验收-开始');
    await press(page, '新建验收');
    await page.getByRole('heading', { name: '逐项验收（1 项）' }).waitFor();
    expect(await field(page, '交付数量').inputValue()).toBe('1,200');
    expect(await field(page, '验收数量').inputValue()).toBe('1,200');
    expect(await page.getByRole('status', { name: '应付金额' }).textContent()).toBe('102,600.00 元');
    await shoot('验收-逐项');
  });

  it('R005 reckons what is payable while it is typed, in figures and capitals', async () => {
    await date('验收日期', '2026-09-01');
    await type(page, '交付数量', '600');
    await type(page, '验收数量', '580.5');
    await pick(page, '不符合');
    await type(page, '实际情况', '19.5 人次没有签字记录，不予验收');
    await type(page, '扣款', '632.75');
    await expect.poll(() => page.getByRole('status', { name: '应付金额' }).textContent()).toBe('49,000.00 元');
    await page.getByText('人民币肆万玖仟元整').waitFor();
    await type(page, '扣款依据', '合同违约责任：迟到三次');
    await type(page, '姓名', '验收员');
    await type(page, '单位职务', '民政局社会事务股股长');
    await press(page, '增加人员');
    const second = page.getByRole('group', { name: '第 2 项人员' });
    await type(second, '姓名', '服务对象代表');
    await type(second, '单位职务', '社区居民');
    await choose(second, '代表', '服务对象');
    await pick(page, '部分合格');
    await field(page, '扣款').focus();
    await shoot('验收-应付');
  });

  it('R077 does not let a public service pass without its recipients, R107 not by the contract’s handler', async () => {
    await press(page.locator('header'), '定稿');
    await page.getByText('须改正 ', { exact: false }).first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await type(page, '征求人数', '50');
    await type(page, '满意人数', '47');
    await type(page, '意见内容', '总体满意，个别反映迟到');
    await page.getByText('须改正 1 处', { exact: false }).waitFor();
    await press(page.locator('header'), '定稿');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByText('同一人', { exact: false }).first().waitFor();
    await shoot('验收-经办人不能验收');
  });

  it('is finalised by another operator, who opens the draft', async () => {
    await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor();
    await press(page, '锁定退出');
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await page.getByLabel('经办人').selectOption({ label: '复核人（科长）' });
    await type(page, '口令', `${PASSWORD}-2`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '锁定退出' }).waitFor();
    await openArea('/acceptances', '验收');
    await shoot('验收-列表与草稿');
    await page.getByRole('link', { name: 'HT-2026-017-1' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('没有须改正的内容', { exact: false }).waitFor();
    await press(page.locator('header'), '定稿');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('验收人 复核人，合同经办人 起草人', { exact: false }).waitFor();
    await press(dialog, '定稿');
    await page.getByText('49,000.00（人民币肆万玖仟元整）').waitFor();
    const amounts = page.getByRole('region', { name: '金额', exact: true });
    await amounts.getByText('人民币肆万玖仟元整', { exact: true }).waitFor();
    await shoot('验收-查看');
    await amounts.getByText('万元', { exact: true }).click();
    await amounts.getByText('4.90', { exact: true }).waitFor();
  });

  it('R081 stands at the end of the contract’s chain of funds', async () => {
    await press(page, '查看合同');
    // In the unit chosen on the page before.
    const funds = page.getByRole('region', { name: /^资金/ });
    await funds.getByText('→ 本合同验收应付（万元）').waitFor();
    await funds.getByText('5.36', { exact: true }).waitFor();
    await funds.getByText('人民币肆万玖仟元整', { exact: true }).waitFor();
    await shoot('合同-万元');
    await funds.getByText('元', { exact: true }).click();
    await funds.getByText('→ 本合同验收应付（元）').waitFor();
    await funds.getByText('53,600.00').waitFor();
    await funds.getByText('万元', { exact: true }).click();
    await page.getByText('合同已有验收记录，不能再修订。').waitFor();
    expect(await page.getByRole('button', { name: '修订合同' }).count()).toBe(0);
    // Lists stay in yuan.
    await openArea('/contracts', '合同');
    await page.getByRole('grid', { name: '合同' }).getByText('49,000.00').waitFor();
    await shoot('合同-列表');
  });

  it('R078 offers the next acceptance only what is left', async () => {
    await page.getByRole('grid', { name: '合同' }).getByText('HT-2026-017').dblclick();
    await press(page, '办理验收');
    await press(page, '新建验收');
    await page.getByText('此前已验收 580.5 人次', { exact: false }).waitFor();
    expect(await field(page, '验收数量').inputValue()).toBe('619.5');
    await type(page, '交付数量', '700');
    await type(page, '验收数量', '620');
    await page.getByText('超出', { exact: false }).first().waitFor();
  });
});
