// Totals of the year under the list: count, sum in yuan and in capital numerals, what has been approved.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import type { MoneyUnit } from '#shared/base/money';
import { amountIn, UNIT_LABELS } from '../../ui/money-unit';
import type { PlanTotals } from './plan-rows';

export function PlanTotalsBar({ totals, unit }: { readonly totals: PlanTotals; readonly unit: MoneyUnit }) {
  return (
    <div className="plan-totals" role="status">
      <span>
        全年 <b>{totals.count}</b> 项{totals.drafts > 0 && `，其中草稿 ${String(totals.drafts)} 项`}
      </span>
      {totals.withinRange ? (
        <>
          <span>
            合计 <b className="number">{amountIn(unit, totals.amountFen)}</b> {UNIT_LABELS[unit]}
          </span>
          <span className="plan-capitals soft">{toChineseAmountWithCurrency(totals.amountFen)}</span>
          {totals.approvedFen > 0 && (
            <span className="plan-approved">
              已审定 <b className="number">{amountIn(unit, totals.approvedFen)}</b> {UNIT_LABELS[unit]}
            </span>
          )}
        </>
      ) : (
        <span>合计超过 90 万亿元，请核对各项金额。</span>
      )}
    </div>
  );
}
