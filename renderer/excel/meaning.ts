// Whether two texts mean the same in a column, and the tidy form of what was read: 1234.5 and 1,234.50 are one amount. A figure
// that cannot be read stays as it is and is complained about elsewhere.

import { parseDate } from '#shared/base/date';
import { plainNumberText } from '#shared/base/decimal';
import { formatYuan, type MoneyUnit, parseYuan } from '#shared/base/money';
import { formatQuantity, parseQuantity } from '#shared/base/quantity';
import { normaliseText } from '#shared/base/text';
import { codeOf } from '../tabular/choice-text';
import type { Column } from '../tabular/column';

type Meant = Pick<Column<never>, 'kind' | 'choices'>;

/** The text a cell would have had if it had been typed here: a choice as its code, figures and dates as we write them. */
export function tidyText({ kind, choices }: Meant, text: string, unit: MoneyUnit = 'yuan'): string {
  const plain = normaliseText(text);
  if (plain === '') return '';
  if (choices !== undefined) return codeOf(choices, plain);
  switch (kind) {
    case 'money': {
      const fen = parseYuan(plain, { unit });
      return fen.ok ? formatYuan(fen.value) : plain;
    }
    case 'quantity': {
      const quantity = parseQuantity(plain);
      return quantity.ok ? formatQuantity(quantity.value) : plain;
    }
    case 'date': {
      const date = parseDate(plain);
      return date.ok ? date.value : plain;
    }
    case 'whole': {
      const digits = plainNumberText(plain).replaceAll(',', '');
      return /^\d{1,15}(\.0+)?$/.test(digits) ? String(Number(digits)) : plain;
    }
    case 'text':
    case 'code':
    case 'choice':
      return plain;
  }
}

export function sameMeaning(column: Meant, a: string, b: string): boolean {
  return a === b || tidyText(column, a) === tidyText(column, b);
}
