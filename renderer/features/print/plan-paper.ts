// The plan table 年度购买服务计划表 as a paper: rows by category, a subtotal after each, the total in figures and capitals. Pure.

import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { PaperMark } from '#shared/bundle/paper-mark';
import type { PlanItem } from '#shared/domain/plan-item';
import { findCatalogueItem, findCategory } from '#shared/policy/catalogue';
import { findProcurementMethod, FUND_SOURCES, labelOf } from '#shared/policy/code-lists';
import type { PaperColumn, PaperDocument, PaperRow } from '../../paper/document';
import { sumText } from './money';
import { markFoot, printedMark, type Printing, TRAINING_STAMP } from './printed-mark';

export interface PlanPaperInput {
  readonly office: string;
  readonly year: number;
  readonly items: readonly { readonly body: PlanItem; readonly buyer: string }[];
  /** Items of several buyers name theirs. */
  readonly manyBuyers: boolean;
  readonly mark: PaperMark;
  readonly printing: Printing;
}

export function planPaper({ office, year, items, manyBuyers, mark, printing }: PlanPaperInput): PaperDocument {
  const columns = planColumns(manyBuyers);
  const rows = categoriesOf(items).flatMap(({ name, of }): PaperRow[] => [
    ...of.map((one) => itemRow(one, manyBuyers)),
    sumRow(`${name}　小计 ${String(of.length)} 项`, sumText(of.map(({ body }) => body.amountFen)).figure, '', columns),
  ]);
  const total = sumText(items.map(({ body }) => body.amountFen));
  return {
    name: `${String(year)} 年度政府购买服务计划表`,
    layout: 'form-landscape',
    foot: markFoot(mark),
    blocks: [
      { kind: 'mark', mark: printedMark(mark, printing) },
      { kind: 'title', text: `${String(year)} 年度政府购买服务计划表` },
      { kind: 'facts', facts: [`编制单位：${office}`, '本表不含国家秘密', '金额单位：元'] },
      {
        kind: 'table',
        columns,
        rows: [...rows, sumRow(`全年合计 ${String(items.length)} 项`, total.figure, total.capitals, columns)].map(numbered()),
      },
      { kind: 'signatures', labels: ['编制人（签字）：', '审核人（签字）：', '单位负责人（签字）：', '日期：　　　　年　　月　　日'] },
    ],
    ...(printing.training ? { stamp: TRAINING_STAMP } : {}),
  };
}

function planColumns(manyBuyers: boolean): readonly PaperColumn[] {
  return [
    { title: '序号', share: 5, align: 'center' },
    ...(manyBuyers ? [{ title: '购买主体', share: 9 } as const] : []),
    { title: '项目编号', share: 8 },
    { title: '项目名称', share: 14 },
    { title: '目录项', share: 11 },
    { title: '服务内容', share: manyBuyers ? 12.5 : 17.5 },
    { title: '服务对象', share: 9 },
    { title: '数量', share: 10, align: 'end' },
    { title: '单价', share: 8, align: 'end' },
    { title: '预算金额', share: 11, align: 'end' },
    { title: '资金来源', share: 9 },
    // As wide as six characters, the longest of the methods for services.
    { title: '拟采购\n方式', share: 10.5 },
    { title: '实施期限\n（起、止）', share: 10, align: 'center' },
  ];
}

function itemRow({ body, buyer }: PlanPaperInput['items'][number], manyBuyers: boolean): PaperRow {
  const sources = [...new Set(body.funds.map(({ source }) => labelOf(FUND_SOURCES, source) ?? ''))];
  const texts = [
    '',
    ...(manyBuyers ? [buyer] : []),
    body.number,
    body.name,
    `${body.catalogueCode} ${findCatalogueItem(body.catalogueVersion, body.catalogueCode)?.name ?? ''}`.trim(),
    body.content,
    `${body.recipients.group} ${String(body.recipients.count)} 人`,
    `${formatQuantity(body.quantityE4)} ${body.unit}`,
    formatYuan(body.unitPriceFen),
    formatYuan(body.amountFen),
    sources.join('、'),
    findProcurementMethod(body.method)?.label ?? body.method,
    `${body.startsOn}\n${body.endsOn}`,
  ];
  return { cells: texts.map((text) => ({ text })) };
}

/** A sum stands under 预算金额; words in front of it and capitals behind it share the rest of the row. */
function sumRow(words: string, figure: string, capitals: string, columns: readonly PaperColumn[]): PaperRow {
  const at = columns.findIndex(({ title }) => title === '预算金额');
  const behind = columns.length - at - 1;
  return {
    sum: true,
    cells: [
      { text: words, span: at, align: 'start' },
      { text: figure, align: 'end' },
      { text: capitals, span: behind, align: 'start' },
    ],
  };
}

/** Puts the running number into the first cell of every row that is no sum. */
function numbered(): (row: PaperRow) => PaperRow {
  let count = 0;
  return (row) => {
    if (row.sum === true) return row;
    count += 1;
    return { ...row, cells: row.cells.map((cell, index) => (index === 0 ? { ...cell, text: String(count) } : cell)) };
  };
}

interface CategoryPart {
  readonly name: string;
  readonly of: PlanPaperInput['items'];
}

/** By the code's first figure, in its order; within a category the items keep theirs. */
function categoriesOf(items: PlanPaperInput['items']): readonly CategoryPart[] {
  const codes = [...new Set(items.map(({ body }) => body.catalogueCode.slice(0, 1)))].sort();
  return codes.map((code) => {
    const of = items.filter(({ body }) => body.catalogueCode.startsWith(`${code}.`));
    const [first] = of;
    const name = first === undefined ? null : findCategory(first.body.catalogueVersion, first.body.catalogueCode);
    return { name: `${code} ${name?.name ?? ''}`.trim(), of };
  });
}
