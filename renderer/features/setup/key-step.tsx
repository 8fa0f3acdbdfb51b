// The passphrase of the station's SM2 key.

import { Field } from '../../ui/field';
import { PasswordInput } from '../../ui/inputs';
import type { SetupTyped } from './setup-schema';

export function KeyStep() {
  return (
    <>
      <p>
        系统将为本单位生成 SM2 签名密钥。报送和接收数据包时要输入密钥口令，它代表单位签名，请由负责人保管，不要与个人口令相同。设置完成后会显示一次<b>恢复单</b>，请打印后封存。
      </p>
      <div className="form-grid">
        <Field<SetupTyped> name="passphrase.first" label="密钥口令" required span={6} hint="至少 10 个字符，建议用几个不相关的词">
          {(field) => <PasswordInput control={field} />}
        </Field>
        <Field<SetupTyped> name="passphrase.second" label="再输一次" required span={6}>
          {(field) => <PasswordInput control={field} />}
        </Field>
      </div>
    </>
  );
}
