// Number, dates and parties of a contract: everything before its eight elements.

import { Button } from 'antd';
import { useFormContext, useWatch } from 'react-hook-form';
import { addDays } from '#shared/base/date';
import { DAYS_TO_SIGN } from '#shared/domain/contract';
import { findProcurementMethod, methodsForServices, PROVIDER_TYPES } from '#shared/policy/code-lists';
import { todayInShanghai } from '#shared/base/date';
import { checkUscc } from '#shared/base/uscc';
import { CheckInput } from '../../ui/check-input';
import { Field } from '../../ui/field';
import { ChoiceInput, choicesOf, DateInput, LongTextInput, TextInput } from '../../ui/inputs';
import { Panel } from '../../ui/page';
import { readDate } from '../../ui/typed-shapes';
import type { ContractTyped } from './contract-typed';

const PROVIDERS = choicesOf(PROVIDER_TYPES);

export function HeadSections() {
  return (
    <>
      <BasicsSection />
      <PartiesSection />
    </>
  );
}

function BasicsSection() {
  const { control } = useFormContext<ContractTyped>();
  const [signed, notice, lateReason] = useWatch({ control, name: ['signedOn', 'awardNoticeOn', 'lateReason'] });
  const signedOn = readDate(signed);
  const noticeOn = readDate(notice);
  const dueOn = noticeOn === undefined ? undefined : addDays(noticeOn, DAYS_TO_SIGN);
  const isLate = dueOn !== undefined && signedOn !== undefined && signedOn > dueOn;
  const methods = methodsForServices(signedOn ?? todayInShanghai(Date.now()));

  return (
    <Panel title="合同基本情况">
      <div className="form-grid">
        <Field<ContractTyped> name="number" label="合同编号" required span={4}>
          {(field) => <TextInput control={field} maxLength={60} />}
        </Field>
        <Field<ContractTyped> name="name" label="合同名称" required span={8}>
          {(field) => <TextInput control={field} maxLength={100} />}
        </Field>
        <Field<ContractTyped> name="method" label="采购方式" required span={4}>
          {(field) => (
            <ChoiceInput control={field} choices={methods.map((value) => ({ value, label: findProcurementMethod(value)?.label ?? value }))} />
          )}
        </Field>
        <Field<ContractTyped>
          name="awardNoticeOn"
          label="中标（成交）通知书日期"
          span={4}
          hint={dueOn === undefined ? '没有通知书的留空' : `应在 ${dueOn} 前签订（通知书发出 30 日内）`}
        >
          {(field) => <DateInput control={field} />}
        </Field>
        <Field<ContractTyped> name="signedOn" label="签订日期" required span={4}>
          {(field) => <DateInput control={field} />}
        </Field>
        {(isLate || lateReason !== '') && (
          <Field<ContractTyped> name="lateReason" label="逾期签订原因" required={isLate} span={12}>
            {(field) => <LongTextInput control={field} rows={2} maxLength={500} />}
          </Field>
        )}
        <Field<ContractTyped> name="filingNumber" label="备案编号" span={4} hint="没有的留空">
          {(field) => <TextInput control={field} maxLength={60} />}
        </Field>
      </div>
    </Panel>
  );
}

function PartiesSection() {
  const { control, getValues, setValue } = useFormContext<ContractTyped>();
  const uscc = useWatch({ control, name: 'supplier.uscc' });
  const check = checkUscc(uscc);
  const payeeIsSupplier = () => {
    const { supplier } = getValues();
    setValue('payeeName', supplier.name, { shouldDirty: true, shouldValidate: true });
    setValue('payeeUscc', supplier.uscc, { shouldDirty: true, shouldValidate: true });
  };

  return (
    <Panel title="承接主体与收款人" extra={<Button onClick={payeeIsSupplier}>收款人即承接主体</Button>}>
      <div className="form-grid">
        <Field<ContractTyped> name="supplier.name" label="承接主体名称" required span={5} hint="与登记证书一致">
          {(field) => <TextInput control={field} maxLength={100} />}
        </Field>
        <Field<ContractTyped>
          name="supplier.uscc"
          label="承接主体统一社会信用代码"
          required
          span={4}
          hint={check.problems.length === 0 ? '校验码相符' : '18 位'}
        >
          {(field) => <TextInput control={field} maxLength={24} />}
        </Field>
        <Field<ContractTyped> name="supplier.type" label="承接主体类型" required span={3}>
          {(field) => <ChoiceInput control={field} choices={PROVIDERS} />}
        </Field>
        <Field<ContractTyped> name="payeeName" label="收款人名称" required span={5} hint="必须是承接主体本身">
          {(field) => <TextInput control={field} maxLength={100} />}
        </Field>
        <Field<ContractTyped> name="payeeUscc" label="收款人统一社会信用代码" required span={4}>
          {(field) => <TextInput control={field} maxLength={24} />}
        </Field>
        <Field<ContractTyped> name="noAssignmentPromised" label="不转包承诺" required span={3}>
          {(field) => <CheckInput control={field}>承接主体已书面承诺不转包</CheckInput>}
        </Field>
      </div>
    </Panel>
  );
}
