// What the plan's template workbook holds. build/make-plan-template.mjs makes the asset from it; a test keeps the two together.

import type { TemplateSpec } from '../../../excel/template/build';
import { entryColumns } from './sheet-columns';

export const PLAN_TEMPLATE: TemplateSpec = {
  title: '购买服务年度计划填报表',
  // Names of purchasing bodies differ from office to office: the asset offers none.
  columns: entryColumns([]).map(({ key, title, kind, hint, choices }) => ({
    title,
    kind: key === 'buyerId' ? 'text' : kind,
    ...(hint === undefined ? {} : { hint }),
    ...(choices === undefined || choices.length === 0 ? {} : { choices }),
  })),
  frozenColumns: 2,
  instructions: [
    '每行一个项目，从第 3 行填起；不要改动第 2 行的栏目名称。',
    '点到单元格会出现提示；有下拉箭头的请从列表中选，列表内容见“代码表”。',
    '编号空着的，导入时自动编号；编号与系统内草稿相同的，导入后改写该草稿。已定稿的项目不会被改写。',
    '金额由数量乘单价算出，不必填；单价、资金的单位都是元。',
    '资金超过三笔、绩效目标超过三项的，其余在系统内填写。',
    '填好后在“年度计划”页点“导入 Excel”：先看结果再确认，不合格的行会说明原因。',
    '本系统为非涉密系统，严禁填写国家秘密。',
  ],
};

/** The line above the headings of a template that was made for one office and year. */
export function templateHeading(year: number, office: string): string {
  return `${PLAN_TEMPLATE.title}（${String(year)} 年度）　填报单位：${office}`;
}

/** The year of such a line; null for a table of another origin. */
export function yearOfHeading(text: string): number | null {
  const year = new RegExp(`^${PLAN_TEMPLATE.title}（(\\d{4}) 年度）`).exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
