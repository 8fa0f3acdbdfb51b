// The plan's columns in the grid: how wide, how shown, which sets of them can be looked at.

import { formatQuantity } from '#shared/base/quantity';
import { formatWan, formatYuan } from '#shared/base/money';
import { shownText } from '../../../tabular/choice-text';
import type { ColumnKind } from '../../../tabular/column';
import type { SheetColumn } from '../../../ui/sheet/sheet-types';
import { standingLabel } from '../../../text/standing';
import { StandingTag } from '../../../ui/standing-tag';
import { readQuantity, readYuan } from '../../../ui/typed-shapes';
import type { PlanColumn } from '../plan-column';
import type { BookRow } from './book-row';
import type { PlanFindings } from './plan-findings';

export interface PlanSheetColumn extends SheetColumn<BookRow> {
  /** By it figures are read for sums and orders, each kind on its own scale. */
  readonly kind: ColumnKind;
}

/** Texts that may have several lines. */
const LONG = new Set([
  'content', 'costBasis', 'otherService.reason', 'duty.item', 'need.source', 'need.conclusion', 'suitability.reason', 'benefits.duty', 'benefits.cost', 'benefits.quality', 'exclusionReview',
]);

const WIDTHS: Readonly<Record<string, number>> = {
  number: 6.6, name: 13, mongolianName: 10, buyerId: 11, catalogueCode: 12, procurementCode: 12, content: 16, quantity: 6, unit: 5.8, unitPrice: 7.6, amount: 8.6, costBasis: 12,
  startsOn: 7.2, endsOn: 7.2, place: 10, 'recipients.group': 10, 'recipients.count': 6, 'recipients.area': 8, budgetProject: 11, budgetCode: 10, method: 8, providerTypes: 8, smeReserved: 10,
};

const USUAL = [
  'buyerId', 'catalogueCode', 'content', 'quantity', 'unit', 'unitPrice', 'amount', 'startsOn', 'endsOn', 'place', 'recipients.group', 'recipients.count', 'recipients.area',
  'funds.0.source', 'funds.0.amount', 'funds.0.origin', 'funds.0.fromProject', 'funds.0.approvalDocument', 'budgetProject', 'method',
];

/** Sets of columns to look at; number, name and standing are in each. */
export const COLUMN_SETS = {
  usual: { label: '常用列', has: (key: string) => USUAL.includes(key) },
  money: {
    label: '金额与资金',
    has: (key: string) => ['quantity', 'unit', 'unitPrice', 'amount', 'costBasis', 'smeReserved', 'budgetProject', 'budgetCode', 'functionCode', 'economicCode'].includes(key) || key.startsWith('funds.'),
  },
  grounds: {
    label: '绩效与论证',
    has: (key: string) => /^(goals|priority|duty|need|suitability|benefits|establishmentPledged|exclusionReview|notConfidential)/.test(key),
  },
  all: { label: '全部列', has: () => true },
} as const;
export type ColumnSet = keyof typeof COLUMN_SETS;

export interface SheetColumnsOptions {
  readonly columns: readonly PlanColumn[];
  readonly set: ColumnSet;
  readonly inWan: boolean;
  /** Some project of the year has an approved amount: it stands beside where the project stands. */
  readonly anyApproved: boolean;
  readonly findings: PlanFindings;
  readonly tickAll: () => React.ReactNode;
}

export function planSheetColumns({ columns, set, inWan, anyApproved, findings, tickAll }: SheetColumnsOptions): readonly PlanSheetColumn[] {
  const [number, name, ...rest] = columns;
  const fixed = (key: string) => key === 'number' || key === 'name';
  const chosen = rest.filter(({ key }) => COLUMN_SETS[set].has(key));
  return [
    tickColumn(tickAll),
    ...[number, name].flatMap((column) => (column === undefined ? [] : [{ ...fromPlan(column, inWan), frozen: fixed(column.key) }])),
    standingColumn,
    checkColumn(findings),
    ...(anyApproved ? [approvedColumn(inWan)] : []),
    ...chosen.map((column) => fromPlan(column, inWan)),
  ];
}

function fromPlan(column: PlanColumn, inWan: boolean): PlanSheetColumn {
  const { key, title, kind, choices, hint, derived, read } = column;
  const made: PlanSheetColumn = {
    key,
    kind,
    title: kind === 'money' ? `${title.replace('（元）', '')}（${inWan && derived === true ? '万元' : '元'}）` : title,
    width: WIDTHS[key] ?? Math.max(7, Math.min(12, title.length * 1.1 + 1.6)),
    ...(isFigure(kind) ? { align: 'end' as const } : {}),
    editor: derived === true ? 'none' : choices !== undefined ? 'choice' : LONG.has(key) ? 'long' : 'line',
    ...(hint === undefined ? {} : { hint }),
    ...(key === 'mongolianName' ? { lang: 'mn-Mong' } : {}),
    keepAsText: kind === 'code' || kind === 'choice',
    text: (row) => read(row.typed),
    shown: (row) => shownCell(column, read(row.typed), inWan),
    isEditable: (row) => row.editable && derived !== true,
  };
  // Looked up each time: they follow the day.
  return choices === undefined ? made : Object.defineProperty(made, 'choices', { enumerable: true, get: () => column.choices });
}

/** A figure in the unit of its kind: fen, or ten-thousandths; undefined where the text is none. */
export function figureOf(kind: ColumnKind, text: string): number | undefined {
  if (kind === 'money') return readYuan(text);
  return isFigure(kind) ? readQuantity(text) : undefined;
}

function isFigure(kind: ColumnKind): boolean {
  return kind === 'money' || kind === 'quantity' || kind === 'whole';
}

/** Figures as people read them, choices by their label; what cannot be read stays as it was typed. */
function shownCell(column: PlanColumn, text: string, inWan: boolean): string {
  if (text === '') return '';
  if (column.kind === 'money') {
    const fen = readYuan(text);
    // What is typed is typed in yuan; only what is reckoned changes its unit.
    return fen === undefined ? text : inWan && column.derived === true ? formatWan(fen) : formatYuan(fen);
  }
  if (column.kind === 'quantity') {
    const quantity = readQuantity(text);
    return quantity === undefined ? text : formatQuantity(quantity);
  }
  return shownText(column, text);
}

function tickColumn(head: () => React.ReactNode): PlanSheetColumn {
  return {
    key: 'tick',
    kind: 'text',
    title: '选中',
    width: 2.4,
    frozen: true,
    editor: 'tick',
    head,
    sortable: false,
    hint: '空格键选中草稿，可以一并送审、定稿',
    text: ({ ticked }) => (ticked ? '1' : ''),
    shown: ({ number, draft }) => (draft === null ? '' : `选中 ${number}`),
    isEditable: ({ draft }) => draft !== null,
  };
}

const standingColumn: PlanSheetColumn = {
  key: 'standing',
  kind: 'text',
  title: '状态',
  width: 11.8,
  editor: 'none',
  text: standingText,
  shown: standingText,
  isEditable: () => false,
  render: (row) => (row.draft === null && row.editable ? '' : <StandingCell row={row} />),
};

function standingText({ standing, draft }: BookRow): string {
  return `${standingLabel(standing)}${draft?.forReview === true ? ' 待审核' : ''}`;
}

function StandingCell({ row }: { readonly row: BookRow }) {
  return (
    <>
      <StandingTag standing={row.standing} />
      {row.draft !== null && <span className="soft">{row.draft.forReview ? '待审核' : row.standing.word === 'draft' ? '' : '修改中'}</span>}
    </>
  );
}

function checkColumn(findings: PlanFindings): PlanSheetColumn {
  const words = (row: BookRow) => {
    if (row.draft === null) return '';
    const report = findings.known(row);
    if (report === undefined) return '…';
    const { stops, blanks, warnings } = report;
    if (stops + blanks + warnings === 0) return '齐全';
    return [stops > 0 ? `✕${String(stops)}` : '', warnings > 0 ? `！${String(warnings)}` : '', blanks > 0 ? `缺${String(blanks)}` : ''].filter(Boolean).join(' ');
  };
  return {
    key: 'check',
    kind: 'text',
    title: '检查',
    width: 6.8,
    editor: 'none',
    hint: '✕ 须改正，！ 请核实，缺 未填；F8 到下一处',
    text: words,
    shown: words,
    isEditable: () => false,
    sortable: false,
  };
}

function approvedColumn(inWan: boolean): PlanSheetColumn {
  // Sums and orders go by the text, which is in yuan like every other amount's; only what is shown changes its unit.
  const text = ({ approvedFen }: BookRow) => (approvedFen === null ? '' : formatYuan(approvedFen));
  const shown = (row: BookRow) => (row.approvedFen !== null && inWan ? formatWan(row.approvedFen) : text(row));
  return { key: 'approved', kind: 'money', title: `审定（${inWan ? '万元' : '元'}）`, width: 8.6, align: 'end', editor: 'none', text, shown, isEditable: () => false };
}
