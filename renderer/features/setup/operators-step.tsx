// The first operators. Two at least are advised: preparing and reviewing may not be joined in one person.

import { Alert, Button, Flex } from 'antd';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Field } from '../../ui/field';
import { PasswordInput, TextInput } from '../../ui/inputs';
import { EMPTY_OPERATOR, type SetupTyped } from './setup-schema';

export function OperatorsStep() {
  const { control } = useFormContext<SetupTyped>();
  const { fields, append, remove } = useFieldArray({ control, name: 'operators' });
  return (
    <>
      <Alert type="info" showIcon title="编制与审核、经办与验收不能是同一人，请至少登记两人。口令至少 8 个字符，各人自己保管。" />
      {fields.map((entry, index) => (
        <div key={entry.id} className="form-grid setup-operator">
          <Field<SetupTyped> name={`operators.${index}.name`} label={`第 ${String(index + 1)} 人　姓名`} required span={3}>
            {(field) => <TextInput control={field} maxLength={50} />}
          </Field>
          <Field<SetupTyped> name={`operators.${index}.post`} label="职务" required span={3}>
            {(field) => <TextInput control={field} maxLength={50} />}
          </Field>
          <Field<SetupTyped> name={`operators.${index}.password.first`} label="口令" required span={3}>
            {(field) => <PasswordInput control={field} />}
          </Field>
          <Field<SetupTyped> name={`operators.${index}.password.second`} label="再输一次" required span={3}>
            {(field) => <PasswordInput control={field} />}
          </Field>
        </div>
      ))}
      <Flex gap="small">
        <Button onClick={() => { append(EMPTY_OPERATOR); }} disabled={fields.length >= 10}>
          增加一人
        </Button>
        <Button onClick={() => { remove(fields.length - 1); }} disabled={fields.length <= 1}>
          去掉最后一人
        </Button>
      </Flex>
    </>
  );
}
