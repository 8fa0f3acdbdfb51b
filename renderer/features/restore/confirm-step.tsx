// Step 3 确认: what will happen, and the key's passphrase or the recovery sheet.

import { Button } from 'antd';
import { useWatch } from 'react-hook-form';
import type { Failure } from '#shared/base/result';
import type { BackupView, Examination, KeyProof } from '#shared/ipc/backup';
import { formatMoment } from '../../text/format';
import { RadioInput } from '../../ui/check-input';
import { FailureNotice } from '../../ui/failure-notice';
import { Field } from '../../ui/field';
import { FormShell, useTypedForm } from '../../ui/form-shell';
import { PasswordInput, TextInput } from '../../ui/inputs';
import { BLANK_PROOF, proofSchema, type TypedProof } from './key-proof';
import { StepHeading } from './step-heading';

const WAYS = [
  { value: 'passphrase', label: '用密钥口令' },
  { value: 'sheet', label: '用封存的恢复单' },
] as const;

interface ConfirmStepProps {
  readonly backup: BackupView;
  readonly present: Examination['present'];
  readonly signedIn: boolean;
  /** Why the last try came to nothing. */
  readonly failure: Failure | null;
  readonly onBack: () => void;
  readonly onRestore: (proof: KeyProof) => void;
}

export function ConfirmStep({ backup, present, signedIn, failure, onBack, onRestore }: ConfirmStepProps) {
  const form = useTypedForm<TypedProof, KeyProof>(proofSchema, BLANK_PROOF);
  const way = useWatch({ control: form.control, name: 'way' });
  return (
    <>
      <StepHeading>确认恢复</StepHeading>
      <FailureNotice failure={failure} />
      <ul>
        <li>
          用 {formatMoment(backup.madeAt)} 的备份恢复“{backup.name}”{present === 'none' ? '' : '；备份之后写入、本机还读得出来的内容一并保留'}。
        </li>
        {signedIn && <li>当前登录的人先退出登录，恢复后用各自的口令重新登录。没有成功的，也要重新登录。</li>}
        {present === 'sound' && <li>先把本机现在的数据另做一份备份（替换前），再开始恢复。</li>}
        {present !== 'none' && <li>本机现在的数据不删除，原样另存在数据文件夹的 station.replaced 里。</li>}
        <li>中途停止或没有成功的，一切照旧。</li>
      </ul>
      <FormShell form={form} label="确认恢复" onSubmit={onRestore}>
        <div className="form-grid">
          <Field<TypedProof> name="way" label="打开密钥" required span={12}>
            {(field) => <RadioInput control={field} choices={WAYS} />}
          </Field>
          {way === 'passphrase' ? (
            <Field<TypedProof> name="passphrase" label="密钥口令" required span={6} hint="备份时的口令，或现在的口令">
              {(field) => <PasswordInput control={field} />}
            </Field>
          ) : (
            <>
              <Field<TypedProof> name="recoveryCode" label="恢复码" required span={12} hint="见封存的纸质恢复单">
                {(field) => <TextInput control={field} maxLength={100} />}
              </Field>
              <Field<TypedProof> name="newPassphrase" label="新的密钥口令" required span={6} hint="至少 10 个字符">
                {(field) => <PasswordInput control={field} />}
              </Field>
              <Field<TypedProof> name="again" label="再输一次" required span={6}>
                {(field) => <PasswordInput control={field} />}
              </Field>
            </>
          )}
        </div>
        <div className="restore-ways">
          <Button onClick={onBack}>上一步</Button>
          <Button type="primary" htmlType="submit">
            开始恢复
          </Button>
        </div>
      </FormShell>
    </>
  );
}
