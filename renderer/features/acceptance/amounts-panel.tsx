// What an acceptance comes to: the lines accepted at the contract's prices, what is deducted, what is payable.

import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { type Fen, multiplyQuantity, trySumFen } from '#shared/base/money';
import type { Acceptance } from '#shared/domain/acceptance';
import type { Contract } from '#shared/domain/contract';
import { type Figure, Figures } from '../../ui/figures';
import { amountIn, MoneyUnitSwitch, UNIT_LABELS, useMoneyUnit } from '../../ui/money-unit';
import { Panel } from '../../ui/page';

export function AmountsPanel({ acceptance, contract }: { readonly acceptance: Acceptance; readonly contract: Contract | undefined }) {
  const unit = useMoneyUnit();
  const acceptedFen = contract === undefined ? null : sumOfLines(acceptance, contract);
  const figure = (name: string, fen: Fen): Figure => ({ label: `${name}（${UNIT_LABELS[unit]}）`, value: amountIn(unit, fen), capitals: toChineseAmountWithCurrency(fen) });
  return (
    <Panel title="金额" extra={<MoneyUnitSwitch />}>
      <Figures
        figures={[
          ...(acceptedFen === null ? [] : [figure('验收金额合计', acceptedFen)]),
          figure('扣款', acceptance.deductionFen),
          figure('应付', acceptance.payableFen),
        ]}
      />
    </Panel>
  );
}

/** null where a line is not in the contract held here, or the sum is beyond the largest amount: half a sum is none. */
function sumOfLines({ lines }: Acceptance, contract: Contract): Fen | null {
  const prices = new Map(contract.lines.map(({ lineNo, unitPriceFen }) => [lineNo, unitPriceFen]));
  const amounts = lines.flatMap(({ lineNo, acceptedE4 }) => {
    const price = prices.get(lineNo);
    return price === undefined ? [] : multiplyQuantity(acceptedE4, price).fen;
  });
  const sum = trySumFen(amounts);
  return sum.ok && amounts.length === lines.length ? sum.value : null;
}
