// The fields of the word itself: outcome, amount, document, day, opinion. Choosing an outcome says what it grants.

import { useFormContext } from 'react-hook-form';
import { formatYuan } from '#shared/base/money';
import { DECISION_OUTCOMES } from '#shared/domain/decision';
import { OUTCOME_LABELS } from '../../text/standing';
import { Field } from '../../ui/field';
import { ChoiceInput, DateInput, LongTextInput, NumberTextInput, TextInput } from '../../ui/inputs';
import { amountFor } from './ruling-draft';
import type { RulingForm } from './ruling-schema';

export function RulingFields({ requestedFen }: { readonly requestedFen: number }) {
  const { setValue } = useFormContext<RulingForm>();
  return (
    <div className="form-grid">
      <Field<RulingForm> name="outcome" label="审定结果" required span={3}>
        {(field) => (
          <ChoiceInput
            control={{
              ...field,
              onChange: (outcome: RulingForm['outcome']) => {
                setValue('outcome', outcome);
                setValue('amountFen', amountFor(outcome, requestedFen));
              },
            }}
            choices={DECISION_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
          />
        )}
      </Field>
      <Field<RulingForm> name="amountFen" label="审定金额" required span={3} hint={`申报 ${formatYuan(requestedFen)} 元`}>
        {(field) => <NumberTextInput control={field} suffix="元" />}
      </Field>
      <Field<RulingForm> name="documentNumber" label="批复文号" required span={3}>
        {(field) => <TextInput control={field} maxLength={60} />}
      </Field>
      <Field<RulingForm> name="decidedOn" label="审定日期" required span={3}>
        {(field) => <DateInput control={field} />}
      </Field>
      <Field<RulingForm> name="opinion" label="审定意见" span={12} hint="核减、退回或不予同意的，写明理由">
        {(field) => <LongTextInput control={field} maxLength={1000} />}
      </Field>
    </div>
  );
}
