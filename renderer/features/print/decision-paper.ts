// The decision table 审定表 as a paper: what was asked, approved and cut for every item of a buyer's year, with the opinions. Pure.

import { formatYuan } from '#shared/base/money';
import type { PaperMark } from '#shared/bundle/paper-mark';
import type { Decision } from '#shared/domain/decision';
import type { PlanItem } from '#shared/domain/plan-item';
import { findCatalogueItem } from '#shared/policy/catalogue';
import type { PaperColumn, PaperDocument, PaperRow } from '../../paper/document';
import { planItemSheet } from '../../text/plan-item-sheet';
import { OUTCOME_LABELS } from '../../text/standing';
import { sumText } from './money';
import { markFoot, printedMark, type Printing, TRAINING_STAMP } from './printed-mark';

export interface DecisionPaperInput {
  readonly office: string;
  readonly buyer: string;
  readonly year: number;
  /** `decision` is the one that stands for the item as it is held; null while there is none. */
  readonly items: readonly { readonly body: PlanItem; readonly decision: Decision | null }[];
  readonly mark: PaperMark;
  readonly printing: Printing;
}

const COLUMNS: readonly PaperColumn[] = [
  { title: '序号', share: 5, align: 'center' },
  { title: '项目编号', share: 9 },
  { title: '项目名称', share: 16 },
  { title: '目录项', share: 12 },
  { title: '申报金额', share: 13, align: 'end' },
  { title: '审定金额', share: 13, align: 'end' },
  { title: '核减金额', share: 12, align: 'end' },
  { title: '审定结果', share: 9, align: 'center' },
  { title: '审定意见', share: 24 },
  { title: '审定文号', share: 13 },
  { title: '审定日期', share: 10, align: 'center' },
];

export function decisionPaper({ office, buyer, year, items, mark, printing }: DecisionPaperInput): PaperDocument {
  const decided = items.flatMap(({ body, decision }) => (decision === null ? [] : [{ body, decision }]));
  const approved = sumText(decided.map(({ decision }) => decision.amountFen));
  const cut = sumText(decided.map(({ body, decision }) => cutFen(body, decision)));
  const asked = sumText(items.map(({ body }) => body.amountFen));
  const waiting = items.length - decided.length;
  const total: PaperRow = {
    sum: true,
    cells: [
      { text: `合计 ${String(items.length)} 项${waiting > 0 ? `（待审定 ${String(waiting)} 项）` : ''}`, span: 4, align: 'start' },
      { text: asked.figure },
      { text: approved.figure },
      { text: cut.figure },
      { text: `申报金额 ${asked.capitals}\n审定金额 ${approved.capitals}\n核减金额 ${cut.capitals}`, span: 4, align: 'start' },
    ],
  };
  return {
    name: `${String(year)} 年度政府购买服务项目审定表`,
    layout: 'form-landscape',
    foot: markFoot(mark),
    blocks: [
      { kind: 'mark', mark: printedMark(mark, printing) },
      { kind: 'title', text: `${String(year)} 年度政府购买服务项目审定表` },
      { kind: 'facts', facts: [`审定单位：${office}`, `购买主体：${buyer}`, '金额单位：元'] },
      { kind: 'table', columns: COLUMNS, rows: [...items.map(itemRow), total] },
      { kind: 'signatures', labels: ['经办人（签字）：', '审核人（签字）：', '单位负责人（签字）：', '审定单位（盖章）：', '日期：　　　　年　　月　　日'] },
    ],
    ...(printing.training ? { stamp: TRAINING_STAMP } : {}),
  };
}

function itemRow({ body, decision }: DecisionPaperInput['items'][number], index: number): PaperRow {
  const judged =
    decision === null
      ? ['', '', '待审定', '', '', '']
      : [
          formatYuan(decision.amountFen),
          formatYuan(cutFen(body, decision)),
          OUTCOME_LABELS[decision.outcome],
          opinionOf(body, decision),
          decision.documentNumber,
          decision.decidedOn,
        ];
  const texts = [
    String(index + 1),
    body.number,
    body.name,
    `${body.catalogueCode} ${findCatalogueItem(body.catalogueVersion, body.catalogueCode)?.name ?? ''}`.trim(),
    formatYuan(body.amountFen),
    ...judged,
  ];
  return { cells: texts.map((text) => ({ text })) };
}

/** What was asked and not granted. A returned item is not judged yet, so nothing of it is cut. */
function cutFen({ amountFen }: PlanItem, decision: Decision): number {
  return decision.outcome === 'returned' ? 0 : Math.max(0, amountFen - decision.amountFen);
}

function opinionOf(item: PlanItem, { opinion, fieldOpinions }: Decision): string {
  const labels = new Map(planItemSheet(item).flatMap(({ entries }) => entries.map(({ field, label }) => [field, label] as const)));
  const single = fieldOpinions.map((one) => `${labels.get(one.field) ?? one.field}：${one.opinion}`);
  return [...(opinion === '' ? [] : [opinion]), ...single].join('\n');
}
