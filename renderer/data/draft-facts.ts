// What can be said of an unfinished form from outside its feature: number, name and amount as far as they are typed.

import { parseYuan, tryMultiplyQuantity } from '#shared/base/money';
import { parseQuantity } from '#shared/base/quantity';
import type { Draft } from '#shared/domain/draft';

export interface DraftFacts {
  readonly number: string;
  readonly name: string;
  /** null while the form says none. */
  readonly amountFen: number | null;
}

export function draftFacts({ kind, form }: Pick<Draft, 'kind' | 'form'>): DraftFacts {
  return { number: textOf(form['number']), name: textOf(form['name']), amountFen: amountOf(kind, form) };
}

function amountOf(kind: Draft['kind'], form: Draft['form']): number | null {
  if (kind === 'contracts' || kind === 'decisions') return yuanOf(form['amountFen']);
  if (kind !== 'planItems') return null;
  const quantity = parseQuantity(textOf(form['quantity']));
  const price = yuanOf(form['unitPrice']);
  if (!quantity.ok || price === null) return null;
  const product = tryMultiplyQuantity(quantity.value, price);
  return product.ok ? product.value.fen : null;
}

function yuanOf(typed: unknown): number | null {
  const parsed = parseYuan(textOf(typed));
  return parsed.ok ? parsed.value : null;
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed : '';
}
