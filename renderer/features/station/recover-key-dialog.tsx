// Opens the key with the code of the paper sheet and gives it a new passphrase.

import { z } from 'zod';
import { callDesk } from '../../bridge/desk';
import { useStationState } from '../../bridge/station';
import { Field } from '../../ui/field';
import { FormDialog } from '../../ui/form-dialog';
import { PasswordInput, TextInput } from '../../ui/inputs';
import { typedLine } from '../../ui/typed';

const schema = z
  .object({ recoveryCode: typedLine(100), passphrase: z.string().min(10, 'passphrase.short').max(128), again: z.string() })
  .refine((value) => value.passphrase === value.again, { path: ['again'], message: 'password.mismatch' });
type Typed = z.input<typeof schema>;
type Stored = z.output<typeof schema>;

const EMPTY: Typed = { recoveryCode: '', passphrase: '', again: '' };

export function RecoverKeyDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { refresh } = useStationState();
  const recover = async ({ recoveryCode, passphrase }: Stored) => {
    const reply = await callDesk('recoverKey', { recoveryCode, passphrase });
    if (reply.ok) await refresh();
    return reply;
  };

  return (
    <FormDialog<Typed, Stored> title="用恢复码恢复密钥" open={open} okText="恢复并换新口令" schema={schema} blank={EMPTY} submit={recover} onClose={onClose}>
      <Field<Typed> name="recoveryCode" label="恢复码" required span={12} hint="见封存的纸质恢复单">
        {(field) => <TextInput control={field} maxLength={100} />}
      </Field>
      <Field<Typed> name="passphrase" label="新的密钥口令" required span={6} hint="至少 10 个字符">
        {(field) => <PasswordInput control={field} />}
      </Field>
      <Field<Typed> name="again" label="再输一次" required span={6}>
        {(field) => <PasswordInput control={field} />}
      </Field>
    </FormDialog>
  );
}
