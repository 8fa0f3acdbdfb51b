// Filling in the plan form as a user does: by label, section by section.

import type { Page } from 'playwright';

/** A project that satisfies every blocking rule, with one thing left to be confirmed. */
export async function fillPlanForm(page: Page, { name, year }: { readonly name: string; readonly year: number }): Promise<void> {
  const text = async (label: string, value: string, nth = 0) => page.getByRole('textbox', { name: label }).nth(nth).fill(value);
  const choose = async (label: string, query: string, option: string) => {
    await page.getByLabel(label).first().click();
    await page.keyboard.type(query);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
    await page.keyboard.press('Escape');
  };

  await text('项目名称', name);
  await page.getByText('已核对：本项目的名称').click();
  await choose('目录项', 'ylfw', '养老');
  await text('服务内容', '为城镇特困老年人每周上门两次，提供助餐、助洁和健康巡访，每次不少于一小时，逐次由老人或家属签字确认。');
  await text('数量', '１,２００');
  await text('计量单位', '人次');
  await text('单价', '￥85.50');
  await text('测算依据', '按每次一小时人工 65.50 元、交通 20 元测算，参照上年合同单价。');
  await date(page, '开始日期', `${String(year)}年3月1日`);
  await date(page, '结束日期', `${String(year)}-12-31`);
  await text('实施地点', '乌拉特旗城镇各社区');
  await page.locator('[data-field="recipients.group"] input').fill('城镇特困老年人');
  await text('服务人数', '300');
  await text('覆盖地区', '乌拉特旗');
  await page.getByRole('button', { name: '补足差额' }).click();
  await text('来源项目或批准文号', '社区养老补助');
  await text('预算项目名称', '居家养老服务');
  await text('预算项目编码', '150824-2081005');
  for (const [index, [goal, target]] of [['上门服务', '1200 人次'], ['服务合格率', '≥95%'], ['老人满意度', '≥90%']].entries()) {
    await page.locator(`[data-field="goals.${String(index)}.name"] input`).fill(goal ?? '');
    await page.locator(`[data-field="goals.${String(index)}.target"] input`).fill(target ?? '');
  }
  for (const [part, score] of [['livelihood', '5'], ['ease', '4'], ['key', '3']] as const) {
    await page.locator(`[data-field="priority.${part}"] input[value="${score}"]`).focus();
    await page.keyboard.press('Space');
  }
  await text('职责依据文件', '三定规定第三条');
  await text('对应职责', '负责养老服务体系建设。');
  await text('需求来源', '社区摸底和老人来电。');
  await text('调查对象数', '60');
  await date(page, '调查日期', '2026-09-10');
  await text('调查结论', '九成以上老人需要上门助餐和助洁。');
  for (const part of ['marketFit', 'socialCapable']) await page.locator(`[data-field="suitability.${part}"] input`).check();
  await text('适宜性说明', '本旗有四家养老服务机构可以承担。');
  await text('有利于转变政府职能', '由直接提供改为监督考核。');
  await text('有利于降低服务成本', '比自办每年节约 12 万元。');
  await text('有利于提升服务质量', '由专业机构提供，按次考核。');
  await page.locator('[data-field="establishmentPledged"] input').check();
  const exclusions = page.locator('[data-field="exclusionsDenied"] input[type=checkbox]');
  for (let index = 0, count = await exclusions.count(); index < count; index++) await exclusions.nth(index).check();
  await choose('拟用采购方式', '', '竞争性磋商');
  await choose('承接主体类型', '', '民政部门登记的社会组织');
}

async function date(page: Page, label: string, value: string): Promise<void> {
  const input = page.getByLabel(label).first();
  await input.fill(value);
  await input.press('Enter');
}
