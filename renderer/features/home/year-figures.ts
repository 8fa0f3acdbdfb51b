// The five figures of a year at the head of its money: how many, how much, and where they lead.

import { formatYuan } from '#shared/base/money';
import type { Totals } from '../../data/tallies';
import type { Figure } from '../../ui/figures';
import { planLink, recordLink, type View } from './links';

export function yearFigures({ plan, contracts, acceptances }: Totals, view: View, year: number): readonly Figure[] {
  const onlyOwn = view === 'own';
  const outcomes = `同意 ${String(plan.outcomes.approved)}，核减 ${String(plan.outcomes.cut)}，退回 ${String(plan.outcomes.returned)}，不予同意 ${String(plan.outcomes.refused)}`;
  return [
    { label: '已送审项目', value: String(plan.items), remark: `申报 ${formatYuan(plan.amountFen)} 元`, to: planLink(view, year, 'submitted') },
    { label: '已批复项目', value: String(plan.items - plan.pending), remark: outcomes, to: planLink(view, year, 'decided') },
    { label: '审定金额（元）', value: formatYuan(plan.approvedFen), to: planLink(view, year, 'approved') },
    { label: '本年签订合同', value: String(contracts.count), remark: `${formatYuan(contracts.amountFen)} 元`, to: recordLink('contracts', year, onlyOwn) },
    { label: '本年验收应付（元）', value: formatYuan(acceptances.payableFen), remark: `${String(acceptances.count)} 次验收`, to: recordLink('acceptances', year, onlyOwn) },
  ];
}
