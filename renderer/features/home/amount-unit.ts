// 元 or 万元: how the home page writes amounts. Rounded 万元 are for looking at; the exact yuan stands in the title.

import { formatWanRounded, formatYuan, type MoneyUnit } from '#shared/base/money';

export const UNIT_LABELS: Readonly<Record<MoneyUnit, string>> = { yuan: '元', wan: '万元' };

export function amountIn(unit: MoneyUnit, fen: number): string {
  return unit === 'yuan' ? formatYuan(fen) : formatWanRounded(fen);
}
