// 三、数量: what is agreed line by line, each product reckoned while typing, and the contract's amount against their sum.

import { Button } from 'antd';
import { useFormContext, useWatch } from 'react-hook-form';
import { toChineseAmountWithCurrency } from '#shared/base/chinese-amount';
import { formatYuan } from '#shared/base/money';
import { Field } from '../../ui/field';
import { LongTextInput, NumberTextInput, TextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { RepeatRows } from '../../ui/repeat-rows';
import { readYuan } from '../../ui/typed-shapes';
import { lineProduct, sumOfLines } from './contract-convert';
import { BLANK_LINE, type ContractTyped, nextLineNo } from './contract-typed';
import { Difference } from './difference';
import './contract.css';

export function LinesSection() {
  const { getValues } = useFormContext<ContractTyped>();
  return (
    <Panel title="三、数量">
      <RepeatRows<ContractTyped, 'lines'>
        name="lines"
        rowLabel="明细"
        blank={() => ({ ...BLANK_LINE, lineNo: nextLineNo(getValues('lines')) })}
        min={1}
        max={200}
      >
        {(index) => <LineFields index={index} />}
      </RepeatRows>
      <AmountFields />
    </Panel>
  );
}

function LineFields({ index }: { readonly index: number }) {
  return (
    <>
      <Field<ContractTyped> name={`lines.${index}.name`} label="名称" required span={4}>
        {(field) => <TextInput control={field} maxLength={100} />}
      </Field>
      <Field<ContractTyped> name={`lines.${index}.quantityE4`} label="数量" required span={2}>
        {(field) => <NumberTextInput control={field} suffix="" />}
      </Field>
      <Field<ContractTyped> name={`lines.${index}.unit`} label="计量单位" required span={2}>
        {(field) => <TextInput control={field} maxLength={20} />}
      </Field>
      <Field<ContractTyped> name={`lines.${index}.unitPriceFen`} label="单价" required span={2}>
        {(field) => <NumberTextInput control={field} suffix="元" />}
      </Field>
      <LineAmount index={index} />
      <Field<ContractTyped> name={`lines.${index}.requirement`} label="本项要求" required span={12}>
        {(field) => <LongTextInput control={field} rows={1} maxLength={1000} />}
      </Field>
    </>
  );
}

function LineAmount({ index }: { readonly index: number }) {
  const { control } = useFormContext<ContractTyped>();
  const line = useWatch({ control, name: `lines.${index}` });
  const product = lineProduct(line);
  return (
    <div className="field line-amount">
      <span className="field-label">金额（元）</span>
      <output aria-label={`第 ${String(index + 1)} 项金额`} className="number">
        {product === undefined ? '—' : formatYuan(product.fen)}
      </output>
      {product?.exact === false && <div className="field-messages">四舍五入到分</div>}
    </div>
  );
}

function AmountFields() {
  const { control, setValue } = useFormContext<ContractTyped>();
  const [lines, typedAmount] = useWatch({ control, name: ['lines', 'amountFen'] });
  const sum = sumOfLines(lines);
  const amountFen = readYuan(typedAmount);
  return (
    <div className="form-grid contract-amount">
      <Field<ContractTyped> name="amountFen" label="合同金额" required span={4}>
        {(field) => <NumberTextInput control={field} suffix="元" />}
      </Field>
      <div className="contract-sum">
        <Difference label="明细合计" sum={sum} amountFen={amountFen} />
        <Button
          disabled={sum.open > 0 || amountFen === sum.fen}
          onClick={() => { setValue('amountFen', formatYuan(sum.fen), { shouldDirty: true, shouldValidate: true }); }}
        >
          按明细合计填写
        </Button>
        {amountFen !== undefined && <output aria-label="合同金额大写">{toChineseAmountWithCurrency(amountFen)}</output>}
      </div>
    </div>
  );
}
