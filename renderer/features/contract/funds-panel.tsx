// The chain of funds of the contract's project: 审定 → 合同 → 验收应付, and whether a later link exceeds an earlier one.

import { Alert } from 'antd';
import { todayInShanghai } from '#shared/base/date';
import { type Fen, formatYuan, sumFen } from '#shared/base/money';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { breachesOf, fundsChainsAt } from '#shared/domain/funds-chain';
import type { RowOf } from '../../data/db';
import { Figures } from '../../ui/figures';
import { amountIn, MoneyUnitSwitch, UNIT_LABELS, useMoneyUnit } from '../../ui/money-unit';
import { Panel } from '../../ui/page';
import type { ContractBasis } from './queries';

const LINK_WORDS = { budgetFen: '审定', committedFen: '合同', payableFen: '验收应付', paidFen: '支付' } as const;

export function FundsPanel({ contract, basis }: { readonly contract: RowOf<'contracts'>; readonly basis: ContractBasis }) {
  const chain = fundsChainsAt(
    {
      decisions: basis.decisions.map((row) => row.body),
      contracts: basis.contracts.map((row) => ({ id: row.id, ...row.body })),
      acceptances: basis.acceptances.map((row) => row.body),
      payments: [],
    },
    lastDateOf(basis),
  ).get(contract.body.planItemId);
  const accepted = basis.acceptances.filter((row) => row.body.contractId === contract.id);
  const payableFen = sumFen(accepted.map((row) => row.body.payableFen));
  const unit = useMoneyUnit();
  const sum = (name: string, fen: Fen) => ({ label: `${name}（${UNIT_LABELS[unit]}）`, value: amountIn(unit, fen), capitals: toChineseAmountWithCurrency(fen) });
  const breaches = chain === undefined ? [] : breachesOf(chain);

  return (
    <Panel title={basis.item === null ? '资金' : `资金：${basis.item.body.number}　${basis.item.body.name}`} extra={<MoneyUnitSwitch />}>
      <Figures
        figures={[
          { ...sum('项目审定金额', chain?.budgetFen ?? 0), remark: `${String(basis.contracts.length)} 份合同共 ${amountIn(unit, chain?.committedFen ?? 0)} ${UNIT_LABELS[unit]}` },
          sum('→ 本合同金额', contract.body.amountFen),
          { ...sum('→ 本合同验收应付', payableFen), remark: `${String(accepted.length)} 次验收` },
          sum('未验收', contract.body.amountFen - payableFen),
        ]}
      />
      {breaches.map(({ link, excessFen }) => (
        <Alert key={link} type="error" showIcon title={`${LINK_WORDS[link]}超出上一环节 ${formatYuan(excessFen)} 元，请核对。`} />
      ))}
    </Panel>
  );
}

/** Records may bear a date after today's (a clock that is off); the chain still counts every one of them. */
function lastDateOf({ decisions, contracts, acceptances }: ContractBasis): string {
  const dates = [
    ...decisions.map((row) => row.body.decidedOn),
    ...contracts.map((row) => row.body.signedOn),
    ...acceptances.map((row) => row.body.acceptedOn),
  ];
  return dates.reduce((last, date) => (date > last ? date : last), todayInShanghai(Date.now()));
}
