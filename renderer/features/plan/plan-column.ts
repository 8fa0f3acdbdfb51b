// How a column of the plan stands for a form path: plain fields, statements, and the rows of short lists. Pure; plan-columns.ts is the table.

import { formatYuan } from '#shared/base/money';
import { FUND_SOURCES, INDICATOR_KINDS, labelOf } from '#shared/policy/code-lists';
import { codeOf } from '../../tabular/choice-text';
import type { Choice, Column } from '../../tabular/column';
import { FUND_ORIGINS, labelOfPath } from './plan-fields';
import { BLANK_GOAL, blankFund, type FundTyped, type GoalTyped, type PlanTyped } from './plan-typed';

export type PlanColumn = Column<PlanTyped>;

const YES_NO: readonly Choice[] = [{ code: '是', label: '是' }, { code: '否', label: '否' }];
const ORIGINS: readonly Choice[] = Object.entries(FUND_ORIGINS).map(([code, label]) => ({ code, label }));

export function field(key: string, kind: PlanColumn['kind'], extra: Pick<PlanColumn, 'choices' | 'hint'> = {}): PlanColumn {
  const path = key.split('.');
  const { choices } = extra;
  return {
    key,
    title: titleOf(key),
    kind,
    ...extra,
    read: (typed) => textAt(typed, path),
    write: (typed, text) => withAt(typed, path, choices === undefined ? text : codeOf(choices, text)),
  };
}

/** A statement that is made or not; anything but 是 leaves it unmade. */
export function yesNo(key: string, hint?: string): PlanColumn {
  const path = key.split('.');
  return {
    key,
    title: titleOf(key),
    kind: 'choice',
    choices: YES_NO,
    ...(hint === undefined ? {} : { hint }),
    read: (typed) => (valueAt(typed, path) === true ? '是' : '否'),
    write: (typed, text) => withAt(typed, path, codeOf(YES_NO, text) === '是'),
  };
}

export function fundColumns(index: number): readonly PlanColumn[] {
  const column = (part: keyof FundTyped, kind: PlanColumn['kind'], choices?: readonly Choice[]): PlanColumn => ({
    key: `funds.${String(index)}.${part}`,
    title: labelOfPath(`funds.${String(index)}.${part}`).replace(/^资金安排第 (\d+) 项/, '资金$1 '),
    kind,
    ...(choices === undefined ? {} : { choices }),
    read: ({ funds }) => funds[index]?.[part] ?? '',
    write: (typed, text) => {
      const value = choices === undefined ? text : codeOf(choices, text);
      const isNone = ({ source, amount, fromProject, approvalDocument }: FundTyped) => source + amount + fromProject + approvalDocument === '';
      return { ...typed, funds: withRow(typed.funds, index, part, value, blankFund(typed.year), isNone) };
    },
  });
  const sources = Object.entries(FUND_SOURCES).map(([code, label]): Choice => ({ code, label }));
  return [
    column('source', 'choice', sources),
    column('year', 'whole'),
    column('amount', 'money'),
    column('origin', 'choice', ORIGINS),
    column('fromProject', 'text'),
    column('approvalDocument', 'text'),
  ];
}

export function goalColumns(index: number): readonly PlanColumn[] {
  const column = (part: keyof GoalTyped, kind: PlanColumn['kind'], choices?: readonly Choice[]): PlanColumn => ({
    key: `goals.${String(index)}.${part}`,
    title: labelOfPath(`goals.${String(index)}.${part}`).replace(/^绩效目标第 (\d+) 项/, '目标$1 '),
    kind,
    ...(choices === undefined ? {} : { choices }),
    read: ({ goals }) => goals[index]?.[part] ?? '',
    write: (typed, text) => {
      const value = choices === undefined ? text : codeOf(choices, text);
      const isNone = (row: GoalTyped) => row.kind + row.name + row.target === '';
      return { ...typed, goals: withRow(typed.goals, index, part, value, BLANK_GOAL, isNone) };
    },
  });
  const kinds = Object.entries(INDICATOR_KINDS).map(([code, label]): Choice => ({ code, label }));
  return [column('kind', 'choice', kinds), column('name', 'text'), column('target', 'text')];
}

/** The list with one part of a row changed. Rows before it come into being; an emptied last row goes, but never the first. */
function withRow<Row extends object>(
  rows: readonly Row[],
  index: number,
  part: keyof Row,
  value: string,
  blank: Row,
  isNone: (row: Row) => boolean,
): Row[] {
  if (index >= rows.length && value === '') return [...rows];
  const filled = [...rows];
  while (filled.length <= index) filled.push({ ...blank });
  filled[index] = { ...(filled[index] ?? blank), [part]: value };
  while (value === '' && filled.length > 1 && isNone(filled[filled.length - 1] ?? blank)) filled.pop();
  return filled;
}

export function derivedText(key: string, title: string, read: (typed: PlanTyped) => string): PlanColumn {
  return { key, title, kind: 'text', derived: true, hint: '在整表中填写', read, write: (typed) => typed };
}

function titleOf(key: string): string {
  return key === 'unitPrice' || key === 'smeReserved' ? `${labelOfPath(key)}（元）` : labelOfPath(key);
}

export function fundWords({ source, year, amount }: FundTyped): string {
  return `${year} 年 ${labelOf(FUND_SOURCES, source) ?? source} ${amount} 元`;
}

export function goalWords({ name, target }: GoalTyped): string {
  return `${name}：${target}`;
}

export function yuanOrNothing(fen: number | undefined): string {
  return fen === undefined ? '' : formatYuan(fen);
}

function valueAt(typed: PlanTyped, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], typed);
}

function textAt(typed: PlanTyped, path: readonly string[]): string {
  const value = valueAt(typed, path);
  return typeof value === 'string' ? value : '';
}

/** The row with another value at a path of one or two steps. The same row when nothing changes. */
function withAt(typed: PlanTyped, [root = '', part]: readonly string[], value: string | boolean): PlanTyped {
  if (valueAt(typed, part === undefined ? [root] : [root, part]) === value) return typed;
  if (part === undefined) return { ...typed, [root]: value };
  return { ...typed, [root]: { ...(typed as unknown as Readonly<Record<string, object>>)[root], [part]: value } };
}
