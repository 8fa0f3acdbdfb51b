// The five figures of a year at the head of its money: how many, how much, and where they lead.

import { type Fen, formatYuan, type MoneyUnit } from '#shared/base/money';
import type { Totals } from '../../data/tallies';
import type { Figure } from '../../ui/figures';
import { amountAbout, UNIT_LABELS } from '../../ui/money-unit';
import { planLink, recordLink, type View } from './links';

interface Shown {
  readonly view: View;
  readonly year: number;
  readonly unit: MoneyUnit;
}

export function yearFigures({ plan, contracts, acceptances }: Totals, { view, year, unit }: Shown): readonly Figure[] {
  const onlyOwn = view === 'own';
  const outcomes = `同意 ${String(plan.outcomes.approved)}，核减 ${String(plan.outcomes.cut)}，退回 ${String(plan.outcomes.returned)}，不予同意 ${String(plan.outcomes.refused)}`;
  const name = UNIT_LABELS[unit];
  const beside = (fen: Fen) => `${amountAbout(unit, fen)} ${name}`;
  const exact = (fen: Fen) => `${formatYuan(fen)} 元`;
  return [
    { label: '已送审项目', value: String(plan.items), remark: `申报 ${beside(plan.amountFen)}`, title: `申报 ${exact(plan.amountFen)}`, to: planLink(view, year, 'submitted') },
    { label: '已批复项目', value: String(plan.items - plan.pending), remark: outcomes, to: planLink(view, year, 'decided') },
    { label: `审定金额（${name}）`, value: amountAbout(unit, plan.approvedFen), title: exact(plan.approvedFen), to: planLink(view, year, 'approved') },
    { label: '本年签订合同', value: String(contracts.count), remark: beside(contracts.amountFen), title: exact(contracts.amountFen), to: recordLink('contracts', year, onlyOwn) },
    { label: `本年验收应付（${name}）`, value: amountAbout(unit, acceptances.payableFen), title: exact(acceptances.payableFen), remark: `${String(acceptances.count)} 次验收`, to: recordLink('acceptances', year, onlyOwn) },
  ];
}
