// What deadlines are called, how far away they are, and their arithmetic in words.

import { type BusinessDate, daysBetween, yearOf } from '#shared/base/date';
import { type Deadline, type DeadlineKind, HORIZON_DAYS } from '#shared/domain/deadlines/deadline';
import { QUIET_AFTER_DAYS } from '#shared/domain/deadlines/quiet';
import type { WorkingDayCount } from '#shared/domain/working-days';
import { clauseById } from '#shared/policy/clauses';
import { HOLIDAY_TABLES } from '#shared/policy/holidays';
import { day } from './findings/wording';

interface DeadlineWords {
  readonly title: string;
  /** The starting fact, without its day. */
  readonly start: string;
}

const WORDS: Readonly<Record<DeadlineKind, DeadlineWords>> = {
  'contract-sign': { title: '签订合同', start: '中标（成交）通知书发出' },
  'contract-publish': { title: '公告合同', start: '合同签订' },
  'contract-file': { title: '合同报备案', start: '合同签订' },
  instalment: { title: '合同付款', start: '合同签订' },
  'contract-end': { title: '合同到期', start: '合同签订' },
  'contract-accept': { title: '组织验收', start: '合同到期' },
  'acceptance-cure': { title: '整改后重新验收', start: '验收没有全部通过' },
  'acceptance-pay': { title: '验收后付款', start: '验收' },
  'budget-publish': { title: '公开购买服务预算', start: '计划批复' },
  receipt: { title: '向接收单位催要回执', start: '数据包导出' },
};

const NOTES: Readonly<Partial<Record<DeadlineKind, string>>> = {
  'contract-publish': '涉及国家秘密、商业秘密的内容不公告。',
  'acceptance-cure': '承接主体要保证服务数量、质量和效果（80号文 三（四）3）；重新验收通过前一直提示。不再整改的，按合同处理完毕后点“已办”。',
  'acceptance-pay': '承接主体属于中小企业的适用；合同另有约定的，最长不超过 60 日。',
  'budget-publish': '计划作为部门预算的组成部分批复；部门预算另有批复日期的，从那一天起算。',
};

export function deadlineTitle({ kind }: Pick<Deadline, 'kind'>): string {
  return WORDS[kind].title;
}

/** '已逾期 3 天', '今天截止', '距截止 5 天'. */
export function remaining({ dueOn }: Pick<Deadline, 'dueOn'>, today: BusinessDate): string {
  const left = daysBetween(today, dueOn);
  if (left === 0) return '今天截止';
  return left < 0 ? `已逾期 ${String(-left)} 天` : `距截止 ${String(left)} 天`;
}

/** On what the limit rests, in a word or two. */
export function basisLabel({ basis }: Deadline): string {
  if (basis.kind === 'agreed') return '合同约定';
  if (basis.kind === 'house') return '本系统提示';
  const { document, article } = clauseById(basis.clause);
  return `${document} ${article}`;
}

/** The arithmetic, one sentence a line: starting fact, limit, days passed over, the day it ends. */
export function reckoningLines(deadline: Deadline): readonly string[] {
  const { kind, startedOn, dueOn, reckoning, basis } = deadline;
  const lines = [`起算：${day(startedOn)}${WORDS[kind].start}${reckoning.unit === 'fixed' ? '。' : '，当日不计入。'}`];
  if (reckoning.unit === 'fixed') lines.push(`日期：${day(dueOn)}，合同中写明。`);
  if (reckoning.unit === 'days') {
    lines.push(`期限：${String(reckoning.days)} 日，按日历天数计算。`);
    lines.push(`截止：${day(dueOn)}${reckoning.dueOffDay ? '，当天不是工作日，从严提示，不顺延。' : '。'}`);
  }
  if (reckoning.unit === 'working-days') {
    lines.push(`期限：${String(reckoning.count.days)} 个工作日。`, ...passedOver(reckoning.count), `截止：${day(dueOn)}。`, ...holidayBasis(reckoning.count));
  }
  lines.push(basis.kind === 'house' ? '依据：本系统提示，不是文件规定的期限。' : `依据：${basisLabel(deadline)}。`);
  const note = NOTES[kind];
  return note === undefined ? lines : [...lines, note];
}

/** Said under the list: what it leaves out. */
export const AGENDA_LIMITS = `${String(HORIZON_DAYS)} 天以后的暂不列出；本系统没有公告、付款的登记，这些事项办完后请点“已办”，逾期 ${String(QUIET_AFTER_DAYS)} 天后不再提示。`;

function passedOver({ daysOff, makeUpDays, weekendDays }: WorkingDayCount): readonly string[] {
  const parts = [
    ...daysOff.map(({ name, from, to }) => `${name} ${span(from, to)}共 ${String(daysBetween(from, to) + 1)} 天`),
    ...(weekendDays > 0 ? [`周末 ${String(weekendDays)} 天`] : []),
  ];
  return [
    ...(parts.length > 0 ? [`跳过：${parts.join('，')}。`] : []),
    ...(makeUpDays.length > 0 ? [`计入：${makeUpDays.map(monthDay).join('、')}调休上班。`] : []),
  ];
}

function holidayBasis({ from, dueOn, unannouncedYears }: WorkingDayCount): readonly string[] {
  const used = HOLIDAY_TABLES.filter(({ year }) => year >= yearOf(from) && year <= yearOf(dueOn));
  return [
    ...used.map(({ year, document }) => `${String(year)} 年节假日按${document}（据转载核对，以原文为准）。`),
    ...unannouncedYears.map((year) => `${String(year)} 年节假日安排尚未录入或公布，按周末推算。`),
  ];
}

function span(from: BusinessDate, to: BusinessDate): string {
  return from === to ? monthDay(from) : `${monthDay(from)}至${monthDay(to)}`;
}

function monthDay(date: BusinessDate): string {
  return day(date).replace(/^\d+年/, '');
}
