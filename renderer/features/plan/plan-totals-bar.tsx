// Totals of the year under the list: count, sum in yuan and in capital numerals, what has been approved.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { formatWan, formatYuan } from '#shared/base/money';
import type { PlanTotals } from './plan-rows';

export function PlanTotalsBar({ totals, inWan = false }: { readonly totals: PlanTotals; readonly inWan?: boolean }) {
  const figure = inWan ? formatWan : formatYuan;
  const unit = inWan ? '万元' : '元';
  return (
    <div className="plan-totals" role="status">
      <span>
        全年 <b>{totals.count}</b> 项{totals.drafts > 0 && `，其中草稿 ${String(totals.drafts)} 项`}
      </span>
      {totals.withinRange ? (
        <>
          <span>
            合计 <b className="number">{figure(totals.amountFen)}</b> {unit}
          </span>
          <span className="plan-capitals soft">{toChineseAmountWithCurrency(totals.amountFen)}</span>
          {totals.approvedFen > 0 && (
            <span className="plan-approved">
              已审定 <b className="number">{figure(totals.approvedFen)}</b> {unit}
            </span>
          )}
        </>
      ) : (
        <span>合计超过 90 万亿元，请核对各项金额。</span>
      )}
    </div>
  );
}
