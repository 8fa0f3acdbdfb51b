// The facts that make a unit a purchasing body (80号文 三(一)).

import { Checkbox } from 'antd';
import { useFormContext, useWatch } from 'react-hook-form';
import { BUYER_TYPES } from '#shared/policy/code-lists';
import type { ControlProps } from '../../ui/field';
import { Field } from '../../ui/field';
import { ChoiceInput, LongTextInput } from '../../ui/inputs';
import type { SetupTyped } from './setup-schema';

const INSTITUTION_CLASSES = [
  { value: 'none', label: '不是事业单位' },
  { value: 'administrative', label: '承担行政职能' },
  { value: 'public-1', label: '公益一类' },
  { value: 'public-2', label: '公益二类' },
  { value: 'business', label: '从事生产经营活动' },
];

const ESTABLISHMENTS = [
  { value: 'administrative', label: '行政编制' },
  { value: 'institutional', label: '事业编制' },
];

export function BuyerFields() {
  const { control } = useFormContext<SetupTyped>();
  const buyerType = useWatch({ control, name: 'buyer.buyerType' });
  return (
    <>
      <Field<SetupTyped> name="buyer.buyerType" label="购买主体类型" required span={12}>
        {(field) => <ChoiceInput control={field} choices={Object.entries(BUYER_TYPES).map(([value, label]) => ({ value, label }))} />}
      </Field>
      <Field<SetupTyped> name="buyer.institutionClass" label="事业单位分类" required span={6}>
        {(field) => <ChoiceInput control={field} choices={INSTITUTION_CLASSES} />}
      </Field>
      <Field<SetupTyped> name="buyer.establishment" label="编制性质" required span={6}>
        {(field) => <ChoiceInput control={field} choices={ESTABLISHMENTS} />}
      </Field>
      <CheckField name="buyer.civilServiceManaged" label="参照公务员法管理" />
      <CheckField name="buyer.administrativeFunction" label="具有行政管理职能" />
      <CheckField name="buyer.fundedByFinance" label="经费由财政负担" />
      {buyerType === 'B3' && (
        <Field<SetupTyped> name="buyer.needStatement" label="通过购买服务提供公共服务的实际需要" required span={12}>
          {(field) => <LongTextInput control={field} maxLength={500} />}
        </Field>
      )}
    </>
  );
}

function CheckField({ name, label }: { readonly name: 'buyer.civilServiceManaged' | 'buyer.administrativeFunction' | 'buyer.fundedByFinance'; readonly label: string }) {
  return (
    <Field<SetupTyped> name={name} label={label} span={4}>
      {(field) => {
        const { value, onChange, ref: _ref, ...rest } = field as unknown as ControlProps<boolean>;
        return (
          <Checkbox {...rest} checked={value} onChange={(event) => { onChange(event.target.checked); }}>
            是
          </Checkbox>
        );
      }}
    </Field>
  );
}
