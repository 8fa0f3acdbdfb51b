// Amounts as papers write them. Pure.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { type Fen, formatYuan, trySumFen } from '#shared/base/money';

/** '102,600.00（人民币壹拾万贰仟陆佰元整）'. */
export function inFull(fen: Fen): string {
  return `${formatYuan(fen)}（${toChineseAmountWithCurrency(fen)}）`;
}

export interface PaperSum {
  readonly figure: string;
  readonly capitals: string;
}

/** A sum beyond the largest amount is said to be so, never shown cut. */
export function sumText(amounts: readonly Fen[]): PaperSum {
  const sum = trySumFen(amounts);
  return sum.ok
    ? { figure: formatYuan(sum.value), capitals: toChineseAmountWithCurrency(sum.value) }
    : { figure: '超出范围', capitals: '合计超过 90 万亿元，请核对各项金额' };
}
