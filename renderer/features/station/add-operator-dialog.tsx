// Adds an operator: name and post go into the official journal, the password stays in this machine's password store.

import { z } from 'zod';
import { callDesk } from '../../bridge/desk';
import { useStationState } from '../../bridge/station';
import { Field } from '../../ui/field';
import { FormDialog } from '../../ui/form-dialog';
import { PasswordInput, TextInput } from '../../ui/inputs';
import { typedLine } from '../../ui/typed';

const schema = z
  .object({ name: typedLine(100), post: typedLine(50), password: z.string().min(8, 'password.short').max(128), again: z.string() })
  .refine((value) => value.password === value.again, { path: ['again'], message: 'password.mismatch' });
type Typed = z.input<typeof schema>;
type Stored = z.output<typeof schema>;

const EMPTY: Typed = { name: '', post: '', password: '', again: '' };

export function AddOperatorDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { refresh } = useStationState();
  const add = async ({ name, post, password }: Stored) => {
    const reply = await callDesk('addOperator', { name, post, password });
    if (reply.ok) await refresh();
    return reply;
  };

  return (
    <FormDialog<Typed, Stored> title="增加经办人" open={open} okText="增加" schema={schema} blank={EMPTY} submit={add} onClose={onClose}>
      <Field<Typed> name="name" label="姓名" required span={6}>
        {(field) => <TextInput control={field} maxLength={50} />}
      </Field>
      <Field<Typed> name="post" label="职务" required span={6}>
        {(field) => <TextInput control={field} maxLength={50} />}
      </Field>
      <Field<Typed> name="password" label="口令" required span={6}>
        {(field) => <PasswordInput control={field} />}
      </Field>
      <Field<Typed> name="again" label="再输一次" required span={6}>
        {(field) => <PasswordInput control={field} />}
      </Field>
    </FormDialog>
  );
}
