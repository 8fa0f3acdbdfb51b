// What the contract rests on: the approved item, how much was approved, and how much other contracts left of it.

import { useFormContext, useWatch } from 'react-hook-form';
import type { RecordId } from '#shared/base/ids';
import { formatYuan, sumFen } from '#shared/base/money';
import { Figures } from '../../ui/figures';
import { FindingLines } from '../../ui/finding-lines';
import { useFindings } from '../../ui/findings';
import { Panel } from '../../ui/page';
import { readYuan } from '../../ui/typed-shapes';
import type { ContractTyped } from './contract-typed';
import type { ContractBasis } from './queries';

export function BasisPanel({ basis, id }: { readonly basis: ContractBasis; readonly id: RecordId }) {
  const { control } = useFormContext<ContractTyped>();
  const [decisionId, typedAmount] = useWatch({ control, name: ['decisionId', 'amountFen'] });
  const findings = [...useFindings('decisionId'), ...useFindings('')];
  const decision = basis.decisions.find((row) => row.id === decisionId)?.body;
  const others = basis.contracts.filter((row) => row.id !== id);
  const othersFen = sumFen(others.map((row) => row.body.amountFen));
  const approvedFen = decision?.amountFen ?? 0;
  const leftFen = approvedFen - othersFen;
  const amountFen = readYuan(typedAmount);

  return (
    <Panel title={basis.item === null ? '计划项目不在本机' : `${basis.item.body.number}　${basis.item.body.name}`}>
      <Figures
        figures={[
          { label: '审定金额（元）', value: formatYuan(approvedFen), remark: decision === undefined ? '没有批复' : `${decision.documentNumber}，${decision.decidedOn}` },
          { label: '其他合同已占用（元）', value: formatYuan(othersFen), remark: `${String(others.length)} 份` },
          { label: '本合同上限（元）', value: formatYuan(Math.max(0, leftFen)) },
          {
            label: '签订后结余（元）',
            value: amountFen === undefined ? '—' : formatYuan(leftFen - amountFen),
            ...(amountFen !== undefined && amountFen > leftFen ? { remark: '超出审定金额' } : {}),
          },
        ]}
      />
      <FindingLines findings={findings} />
    </Panel>
  );
}
