// Fields for the facts that make an office a purchasing body (80号文 三(一)). First set-up asks for its own office, the plan area for
// offices it prepares for; both forms hold these facts under one prefix.

import { type FieldPath, type FieldValues, useFormContext, useWatch } from 'react-hook-form';
import type { BuyerFacts as Facts } from '#shared/domain/buyer';
import { BUYER_TYPES } from '#shared/policy/code-lists';
import { ESTABLISHMENT_LABELS, INSTITUTION_CLASS_LABELS } from '../text/buyer';
import { CheckInput } from './check-input';
import { Field } from './field';
import { choicesOf, ChoiceInput, LongTextInput } from './inputs';

const TICKS = {
  civilServiceManaged: '参照公务员法管理',
  administrativeFunction: '具有行政管理职能',
  fundedByFinance: '经费由财政负担',
} as const;

/** `prefix` is where the form holds them: 'buyer.' or ''. */
export function BuyerFacts<Form extends FieldValues>({ prefix = '' }: { readonly prefix?: string }) {
  const { control } = useFormContext<Form>();
  const at = (fact: keyof Facts) => `${prefix}${fact}` as FieldPath<Form>;
  const buyerType: unknown = useWatch({ control, name: at('buyerType') });
  return (
    <>
      <Field<Form> name={at('buyerType')} label="购买主体类型" required span={12}>
        {(field) => <ChoiceInput control={field} choices={choicesOf(BUYER_TYPES)} />}
      </Field>
      <Field<Form> name={at('institutionClass')} label="事业单位分类" required span={6}>
        {(field) => <ChoiceInput control={field} choices={choicesOf(INSTITUTION_CLASS_LABELS)} />}
      </Field>
      <Field<Form> name={at('establishment')} label="编制性质" required span={6}>
        {(field) => <ChoiceInput control={field} choices={choicesOf(ESTABLISHMENT_LABELS)} />}
      </Field>
      {(['civilServiceManaged', 'administrativeFunction', 'fundedByFinance'] as const).map((fact) => (
        <Field<Form> key={fact} name={at(fact)} label={TICKS[fact]}>
          {(field) => <CheckInput control={field}>是</CheckInput>}
        </Field>
      ))}
      {buyerType === 'B3' && (
        <Field<Form> name={at('needStatement')} label="通过购买服务提供公共服务的实际需要" required span={12}>
          {(field) => <LongTextInput control={field} maxLength={500} rows={2} />}
        </Field>
      )}
    </>
  );
}
