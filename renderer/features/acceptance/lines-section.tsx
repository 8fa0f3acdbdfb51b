// Every agreed line once: what was agreed and accepted before, what came now, what is accepted of it, and how it really was.

import { useFormContext, useWatch } from 'react-hook-form';
import { formatYuan, tryMultiplyQuantity } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { Contract, ContractLine } from '#shared/domain/contract';
import { type AcceptanceContext, acceptedElsewhere } from '#shared/domain/rules/acceptance/acceptance-rule';
import { RadioInput } from '../../ui/check-input';
import { Field } from '../../ui/field';
import { FindingLines } from '../../ui/finding-lines';
import { useFindings } from '../../ui/findings';
import { LongTextInput, NumberTextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { readQuantity, valueOf } from '../../ui/typed-shapes';
import type { AcceptanceTyped } from './acceptance-typed';
import './acceptance.css';

const CONFORMS = [
  { value: 'yes', label: '符合' },
  { value: 'no', label: '不符合' },
];

export function LinesSection({ contract, context }: { readonly contract: Contract; readonly context: AcceptanceContext }) {
  const findings = useFindings('lines');
  return (
    <Panel title={`逐项验收（${String(contract.lines.length)} 项）`}>
      {contract.lines.map((agreed, index) => (
        <AcceptedLine key={agreed.lineNo} index={index} agreed={agreed} earlierE4={acceptedElsewhere(context, agreed.lineNo)} />
      ))}
      <FindingLines findings={findings} />
    </Panel>
  );
}

interface AcceptedLineProps {
  readonly index: number;
  readonly agreed: ContractLine;
  readonly earlierE4: number;
}

function AcceptedLine({ index, agreed, earlierE4 }: AcceptedLineProps) {
  const title = `${String(agreed.lineNo)}. ${agreed.name}`;
  return (
    <div role="group" aria-label={title} className="accepted-line">
      <div className="accepted-line-head">
        <b>{title}</b>
        <span>
          约定 {formatQuantity(agreed.quantityE4)} {agreed.unit}，单价 {formatYuan(agreed.unitPriceFen)} 元
          {earlierE4 > 0 && `，此前已验收 ${formatQuantity(earlierE4)} ${agreed.unit}`}
        </span>
      </div>
      <p className="soft accepted-line-requirement">约定要求：{agreed.requirement}</p>
      <div className="form-grid">
        <Field<AcceptanceTyped> name={`lines.${index}.deliveredE4`} label="交付数量" required span={3}>
          {(field) => <NumberTextInput control={field} suffix={agreed.unit} />}
        </Field>
        <Field<AcceptanceTyped> name={`lines.${index}.acceptedE4`} label="验收数量" required span={3}>
          {(field) => <NumberTextInput control={field} suffix={agreed.unit} />}
        </Field>
        <Field<AcceptanceTyped> name={`lines.${index}.conforms`} label="是否符合要求" required span={3}>
          {(field) => <RadioInput control={field} choices={CONFORMS} />}
        </Field>
        <LineValue index={index} unitPriceFen={agreed.unitPriceFen} />
        <Field<AcceptanceTyped> name={`lines.${index}.actual`} label="实际情况" required span={12}>
          {(field) => <LongTextInput control={field} rows={1} maxLength={1000} />}
        </Field>
      </div>
    </div>
  );
}

function LineValue({ index, unitPriceFen }: { readonly index: number; readonly unitPriceFen: number }) {
  const { control } = useFormContext<AcceptanceTyped>();
  const accepted = readQuantity(useWatch({ control, name: `lines.${index}.acceptedE4` }));
  const product = accepted === undefined ? undefined : valueOf(tryMultiplyQuantity(accepted, unitPriceFen));
  return (
    <div className="field line-value">
      <span className="field-label">验收金额（元）</span>
      <output className="number" aria-label={`第 ${String(index + 1)} 项验收金额`}>
        {product === undefined ? '—' : formatYuan(product.fen)}
      </output>
    </div>
  );
}
