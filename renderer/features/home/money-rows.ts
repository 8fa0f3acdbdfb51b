// The year's money as rows of a table and groups of a chart: one per category, then what no category is known of, then the sum.

import { catalogueInForce } from '#shared/policy/catalogue';
import type { BusinessDate } from '#shared/base/date';
import { CATEGORIES, type Category, type Place } from '../../data/tally-layout';
import type { Totals } from '../../data/tallies';

export const SERIES = ['asked', 'approved', 'committed', 'payable'] as const;
export type Series = (typeof SERIES)[number];

export interface SeriesWords {
  /** Name in legend and column head. */
  readonly label: string;
  /** By which year it counts. */
  readonly remark: string;
}

export const SERIES_WORDS: Readonly<Record<Series, SeriesWords>> = {
  asked: { label: '申报', remark: '按计划年度' },
  approved: { label: '审定', remark: '按计划年度' },
  committed: { label: '合同', remark: '按签订日期' },
  payable: { label: '验收应付', remark: '按验收日期' },
};

export interface MoneyRow {
  /** null in the row of the sum. */
  readonly place: Place | null;
  readonly name: string;
  readonly fen: Readonly<Record<Series, number>>;
}

export interface Money {
  /** The six categories, and 0 only where something stands under it. */
  readonly rows: readonly MoneyRow[];
  readonly sum: MoneyRow;
  /** True when a sum is beyond the largest amount. */
  readonly beyondRange: boolean;
}

export function moneyOf(totals: Totals, today: BusinessDate): Money {
  const names = new Map(catalogueInForce(today)?.categories.map(({ code, name }) => [code, name]));
  const linksOf = (place: Place) => {
    const { contracts, acceptances } = totals.contractsByPlace[place];
    return { committed: contracts.amountFen, payable: acceptances.payableFen };
  };
  const rows = CATEGORIES.map((category: Category): MoneyRow => {
    const { amountFen, approvedFen } = totals.byCategory[category];
    return { place: category, name: names.get(String(category)) ?? '', fen: { asked: amountFen, approved: approvedFen, ...linksOf(category) } };
  });
  const loose: MoneyRow = { place: 0, name: '类别未知（项目尚未收到）', fen: { asked: 0, approved: 0, ...linksOf(0) } };
  const { contracts, acceptances } = totals.contractsByPlace[0];
  const sum = { asked: totals.plan.amountFen, approved: totals.plan.approvedFen, committed: totals.contracts.amountFen, payable: totals.acceptances.payableFen };
  return {
    rows: contracts.count + acceptances.count > 0 ? [...rows, loose] : rows,
    sum: { place: null, name: '合计', fen: sum },
    beyondRange: totals.beyondRange,
  };
}

/** The largest figure of any bar, in fen; 0 when there is none. */
export function tallest(rows: readonly MoneyRow[]): number {
  return rows.reduce((max, { fen }) => Math.max(max, ...SERIES.map((series) => fen[series])), 0);
}
