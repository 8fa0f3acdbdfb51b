// 元 or 万元: the unit in which sums are shown, one choice for all pages that is remembered. Lists, and what is typed, stay in yuan.

import { Segmented } from 'antd';
import { formatWan, formatWanRounded, formatYuan, type Fen, type MoneyUnit } from '#shared/base/money';
import { showMoneyIn, useSettings } from '../bridge/settings';

export const UNIT_LABELS: Readonly<Record<MoneyUnit, string>> = { yuan: '元', wan: '万元' };

export function useMoneyUnit(): MoneyUnit {
  return useSettings().moneyUnit;
}

/** Exact in either unit. */
export function amountIn(unit: MoneyUnit, fen: Fen): string {
  return unit === 'yuan' ? formatYuan(fen) : formatWan(fen);
}

/** For comparing at a glance: 万元 to two decimals. The exact yuan must stand in the title. */
export function amountAbout(unit: MoneyUnit, fen: Fen): string {
  return unit === 'yuan' ? formatYuan(fen) : formatWanRounded(fen);
}

export function MoneyUnitSwitch() {
  const unit = useMoneyUnit();
  return (
    <Segmented<MoneyUnit> aria-label="金额单位" value={unit} onChange={showMoneyIn} options={(['yuan', 'wan'] as const).map((value) => ({ value, label: UNIT_LABELS[value] }))} />
  );
}
