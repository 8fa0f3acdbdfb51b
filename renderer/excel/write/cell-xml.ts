// One cell as XML: figures and dates as numbers where they can be read exactly, everything else as the text it is. A text that
// begins with = + - or @ is a text.

import { daysBetween, parseDate } from '#shared/base/date';
import { parseYuan } from '#shared/base/money';
import { parseQuantity } from '#shared/base/quantity';
import type { ColumnKind } from '../../tabular/column';
import { escapeText } from './escape';
import { STYLE_OF_KIND } from './styles';

/** Day 0 of the 1900 system; Excel's own error about February 1900 is left of the first day we write as a number. */
const DAY_ZERO = '1899-12-30';
const FIRST_DAY = '1900-03-01';
/** Excel keeps 15 digits; longer figures are written as text. */
const MAX_DIGITS = 1e15;

export function cellXml(address: string, kind: ColumnKind, text: string, style = STYLE_OF_KIND[kind]): string {
  const start = `<c r="${address}" s="${String(style)}"`;
  if (text === '') return `${start}/>`;
  const number = numberOf(kind, text);
  if (number !== null) return `${start}><v>${number}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

/** The content of a `v` element; null where the text must stay a text. */
function numberOf(kind: ColumnKind, text: string): string | null {
  switch (kind) {
    case 'money': {
      const fen = parseYuan(text, { allowNegative: true });
      return fen.ok ? scaled(fen.value, 2) : null;
    }
    case 'quantity': {
      const quantity = parseQuantity(text);
      return quantity.ok ? scaled(quantity.value, 4) : null;
    }
    case 'whole':
      return /^(0|[1-9]\d{0,14})$/.test(text) ? text : null;
    case 'date': {
      const date = parseDate(text);
      return date.ok && date.value >= FIRST_DAY ? String(daysBetween(DAY_ZERO, date.value)) : null;
    }
    case 'text':
    case 'code':
    case 'choice':
      return null;
  }
}

/** value ÷ 10^decimals, exactly, without trailing zeros. */
function scaled(value: number, decimals: number): string | null {
  if (Math.abs(value) >= MAX_DIGITS) return null;
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}
