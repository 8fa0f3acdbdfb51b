// 六、资金支付方式: the terms in words and the instalments, which must close with the contract's amount.

import { Button } from 'antd';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatYuan } from '#shared/base/money';
import { PAYMENT_KINDS } from '#shared/policy/code-lists';
import { Field } from '../../ui/field';
import { ChoiceInput, choicesOf, DateInput, LongTextInput, NumberTextInput, TextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { RepeatRows } from '../../ui/repeat-rows';
import { readYuan } from '../../ui/typed-shapes';
import { sumOfSchedule } from './contract-convert';
import { BLANK_INSTALMENT, type ContractTyped } from './contract-typed';
import { closeSchedule } from './close-schedule';
import { Difference } from './difference';

const KINDS = choicesOf(PAYMENT_KINDS);

export function ScheduleSection() {
  return (
    <Panel title="六、资金支付方式">
      <div className="form-grid">
        <Field<ContractTyped> name="paymentTerms" label="支付条款" required span={12}>
          {(field) => <LongTextInput control={field} rows={2} maxLength={1000} />}
        </Field>
      </div>
      <RepeatRows<ContractTyped, 'schedule'>
        name="schedule"
        rowLabel="付款"
        blank={() => ({ ...BLANK_INSTALMENT })}
        max={60}
        empty="还没有付款安排。只付一次的，也要列一项。"
        actions={<CloseButton />}
      >
        {(index) => (
          <>
            <Field<ContractTyped> name={`schedule.${index}.kind`} label="付款类型" required span={2}>
              {(field) => <ChoiceInput control={field} choices={KINDS} />}
            </Field>
            <Field<ContractTyped> name={`schedule.${index}.dueOn`} label="付款日期" required span={3}>
              {(field) => <DateInput control={field} />}
            </Field>
            <Field<ContractTyped> name={`schedule.${index}.amountFen`} label="付款金额" required span={3}>
              {(field) => <NumberTextInput control={field} suffix="元" />}
            </Field>
            <Field<ContractTyped> name={`schedule.${index}.condition`} label="付款条件" required span={4}>
              {(field) => <TextInput control={field} maxLength={200} />}
            </Field>
          </>
        )}
      </RepeatRows>
    </Panel>
  );
}

function CloseButton() {
  const { control, getValues, setValue } = useFormContext<ContractTyped>();
  const [schedule, typedAmount] = useWatch({ control, name: ['schedule', 'amountFen'] });
  const amountFen = readYuan(typedAmount);
  const closing = amountFen === undefined ? null : closeSchedule(schedule, amountFen);

  const close = () => {
    if (closing === null) return;
    const last = getValues('schedule').length - 1;
    if (last < 0) setValue('schedule', [{ ...BLANK_INSTALMENT, amountFen: formatYuan(closing) }], { shouldDirty: true });
    else setValue(`schedule.${last}.amountFen`, formatYuan(closing), { shouldDirty: true, shouldValidate: true });
  };

  return (
    <>
      <Button disabled={closing === null} onClick={close}>
        补足差额
      </Button>
      <Difference label="付款合计" sum={sumOfSchedule(schedule)} amountFen={amountFen} />
    </>
  );
}
