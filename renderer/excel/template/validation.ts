// What Excel offers and checks while somebody types into the template: drop-downs, bounds of figures and dates, a hint at the cell.
// It only warns: what is wrong is said again, with its reason, when the file is read.

import { daysBetween } from '#shared/base/date';
import { escapeAttribute, escapeText } from '../write/escape';
import type { TemplateColumn } from './layout';

/** The `dataValidation` element of a column, none where there is nothing to say. */
export function validationXml({ title, kind, hint }: TemplateColumn, range: string, listName: string | undefined): readonly string[] {
  const check: Check | undefined = listName === undefined ? CHECKS[kind] : { type: 'list', first: listName, error: '请从下拉表中选择。' };
  if (check === undefined && hint === undefined) return [];
  const prompt = hint === undefined ? '' : ` showInputMessage="1" promptTitle="${escapeAttribute(title.slice(0, 32))}" prompt="${escapeAttribute(hint.slice(0, 255))}"`;
  if (check === undefined) return [`<dataValidation${prompt} sqref="${range}"/>`];
  const { type, first, second, error } = check;
  const operator = type === 'list' ? '' : ` operator="${second === undefined ? 'greaterThanOrEqual' : 'between'}"`;
  const formulas = [first, ...(second === undefined ? [] : [second])].map((formula, index) => `<formula${String(index + 1)}>${escapeText(formula)}</formula${String(index + 1)}>`);
  return [
    `<dataValidation type="${type}" errorStyle="warning"${operator} allowBlank="1" showErrorMessage="1" errorTitle="${escapeAttribute(title.slice(0, 32))}" error="${escapeAttribute(error)}"${prompt} sqref="${range}">${formulas.join('')}</dataValidation>`,
  ];
}

interface Check {
  readonly type: 'list' | 'whole' | 'decimal' | 'date';
  readonly first: string;
  readonly second?: string;
  readonly error: string;
}

const dayNumber = (date: string) => String(daysBetween('1899-12-30', date));

const CHECKS: Readonly<Partial<Record<TemplateColumn['kind'], Check>>> = {
  whole: { type: 'whole', first: '0', error: '请填写整数。' },
  quantity: { type: 'decimal', first: '0', error: '请填写数字。' },
  money: { type: 'decimal', first: '0', error: '请填写金额，单位为元。' },
  date: { type: 'date', first: dayNumber('2000-01-01'), second: dayNumber('2099-12-31'), error: '请填写日期，如 2026-03-01。' },
};
