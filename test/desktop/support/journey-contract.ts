// The unit's contract and its acceptance at the window: the eight elements typed in, the schedule closed, line by line accepted.

import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import { PAYMENT_KINDS, PROVIDER_TYPES, type PaymentKind, type ProviderType } from '#shared/policy/code-lists';
import { ACCEPTANCE_OUTCOME_LABELS, MEMBER_SIDE_LABELS } from '../../../renderer/text/acceptance';
import { choose, field, pick, press, tabTo, tick, type, typeInto } from './journey-keys';
import type { JourneyStation } from './journey-station';

export type ContractFacts = Omit<Contract, 'planItemId' | 'decisionId' | 'handledBy' | 'attachments' | 'longTerm'>;
export type AcceptanceFacts = Pick<Acceptance, 'number' | 'acceptedOn' | 'lines' | 'members' | 'recipientOpinion' | 'outcome' | 'deductionFen' | 'deductionReason'>;

/** Begins at the approved project and ends with the contract official. */
export async function enterContract(station: JourneyStation, projectName: string, facts: ContractFacts): Promise<void> {
  const { page } = station;
  await station.goTo('合同');
  await press(page, '新建合同');
  await page.getByRole('heading', { name: /选择批复的项目/ }).waitFor();
  await typeInto(page.getByLabel('查找项目'), projectName);
  await station.shoot('合同-选择批复的项目');
  await press(page, `选用${projectName}，新建合同`);
  const form = page.getByRole('form', { name: '合同' });
  await form.waitFor();

  await type(form, '合同编号', facts.number);
  await type(form, '合同名称', facts.name);
  if (facts.awardNoticeOn !== null) await typeDate(station, '中标（成交）通知书日期', facts.awardNoticeOn);
  await typeDate(station, '签订日期', facts.signedOn);
  await type(form, '承接主体名称', facts.supplier.name);
  await type(form, '承接主体统一社会信用代码', facts.supplier.uscc);
  await choose(form, '承接主体类型', PROVIDER_TYPES[facts.supplier.type as ProviderType]);
  await press(form, '收款人即承接主体');
  await tick(form, /不转包/);
  await type(form, '服务范围', facts.scope);
  await type(form, '标的', facts.subject);
  for (const [index, line] of facts.lines.entries()) {
    if (index > 0) await press(form, '增加明细');
    const row = form.getByRole('group', { name: `第 ${String(index + 1)} 项明细` });
    await row.waitFor();
    await type(row, '名称', line.name);
    await type(row, '数量', formatQuantity(line.quantityE4));
    await type(row, '计量单位', line.unit);
    await type(row, '单价', formatYuan(line.unitPriceFen));
    await type(row, '本项要求', line.requirement);
  }
  await press(form, '按明细合计填写');
  await type(form, '质量要求', facts.quality);
  await typeDate(station, '开始日期', facts.startsOn);
  await typeDate(station, '结束日期', facts.endsOn);
  await type(form, '支付条款', facts.paymentTerms);
  for (const [index, instalment] of facts.schedule.entries()) {
    await press(form, '增加付款');
    const row = form.getByRole('group', { name: `第 ${String(index + 1)} 项付款` });
    await row.waitFor();
    await choose(row, '付款类型', PAYMENT_KINDS[instalment.kind as PaymentKind]);
    await typeInto(field(row, '付款日期'), instalment.dueOn);
    await page.keyboard.press('Tab');
    // The last instalment is closed by the form itself.
    if (index < facts.schedule.length - 1) await type(row, '付款金额', formatYuan(instalment.amountFen));
    await type(row, '付款条件', instalment.condition);
  }
  await press(form, '补足差额');
  await type(form, '购买主体的权利义务', facts.rights.buyer);
  await type(form, '承接主体的权利义务', facts.rights.supplier);
  await type(form, '服务对象的权利义务', facts.rights.recipients);
  await type(form, '违约责任', facts.breach);
  await type(form, '验收方案', facts.acceptanceScheme);
  await form.getByText(/没有须改正的内容，可以定稿/).scrollIntoViewIfNeeded();
  await station.shoot('合同-定稿前');
  await finalise(station, form);
  await page.getByRole('heading', { name: facts.name }).waitFor();
  await station.shoot('合同-已定稿');
}

/** Begins at the contract and ends with the acceptance official. */
export async function enterAcceptance(station: JourneyStation, contractName: string, facts: AcceptanceFacts, lineNames: readonly string[]): Promise<void> {
  const { page } = station;
  await station.goTo('验收');
  await press(page, '新建验收');
  await press(page, `选用${contractName}，办理验收`);
  await page.getByRole('heading', { name: '办理验收' }).waitFor();
  await press(page, '新建验收');
  const form = page.getByRole('form', { name: '验收' });
  await form.waitFor();

  await type(form, '验收编号', facts.number);
  await typeDate(station, '验收日期', facts.acceptedOn);
  for (const [index, line] of facts.lines.entries()) {
    const row = form.getByRole('group', { name: `${String(line.lineNo)}. ${lineNames[index] ?? ''}`, exact: true });
    await type(row, '交付数量', formatQuantity(line.deliveredE4));
    await type(row, '验收数量', formatQuantity(line.acceptedE4));
    await pick(row, line.conforms ? '符合' : '不符合');
    await type(row, '实际情况', line.actual);
  }
  for (const [index, member] of facts.members.entries()) {
    if (index > 0) await press(form, '增加人员');
    const row = form.getByRole('group', { name: `第 ${String(index + 1)} 项人员` });
    await row.waitFor();
    await type(row, '姓名', member.name);
    await type(row, '单位职务', member.post);
    await choose(row, '代表', MEMBER_SIDE_LABELS[member.side]);
  }
  if (facts.recipientOpinion !== null) {
    await type(form, '征求人数', String(facts.recipientOpinion.asked));
    await type(form, '满意人数', String(facts.recipientOpinion.content));
    await type(form, '意见内容', facts.recipientOpinion.words);
  }
  if (facts.deductionFen > 0) {
    await type(form, '扣款', formatYuan(facts.deductionFen));
    await type(form, '扣款依据', facts.deductionReason);
  }
  await pick(form, ACCEPTANCE_OUTCOME_LABELS[facts.outcome]);
  await form.getByText(/没有须改正的内容，可以定稿/).scrollIntoViewIfNeeded();
  await station.shoot('验收-定稿前');
  await finalise(station, form);
  await page.getByRole('heading', { name: `验收 ${facts.number}` }).waitFor();
  await station.shoot('验收-已定稿');
}

async function finalise(station: JourneyStation, form: ReturnType<JourneyStation['page']['getByRole']>): Promise<void> {
  const button = form.getByRole('button', { name: '定稿', exact: true }).first();
  await tabTo(button);
  await station.page.keyboard.press('Enter');
  const ask = station.page.getByRole('dialog').filter({ hasText: '定稿：' });
  await ask.waitFor();
  await press(ask, '定稿');
  await ask.waitFor({ state: 'hidden' });
}

/** A date is taken when the field is left. */
async function typeDate(station: JourneyStation, label: string, date: string): Promise<void> {
  await type(station.page, label, date);
  await station.page.keyboard.press('Tab');
}
