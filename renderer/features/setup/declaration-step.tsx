// The state-secrets declaration: without it nothing can be entered (保守国家秘密法).

import { Button } from 'antd';
import { setRestoring } from '../../bridge/restoring';
import { useAskToLeave } from '../../ui/ask-to-leave';
import { CheckInput } from '../../ui/check-input';
import { Field } from '../../ui/field';
import type { SetupTyped } from './setup-schema';

export function DeclarationStep() {
  const ask = useAskToLeave();
  return (
    <>
      <p>
        购服台为<b>非涉密系统</b>。依照《中华人民共和国保守国家秘密法》，不得在本系统存储、处理、传输国家秘密，不得把本系统的数据与涉密系统混放、混传。录入内容如涉及国家秘密，系统将停止录入并留下不含内容的记录。
      </p>
      <p>用优盘交换数据前，请确认优盘为非涉密介质。</p>
      <div className="form-grid">
        <Field<SetupTyped> name="secrecyDeclared" label="声明" required span={12}>
          {(control) => <CheckInput control={control}>本单位声明：不在本系统录入、存储、传输任何国家秘密。</CheckInput>}
        </Field>
      </div>
      <p>
        以前用过购服台、换了电脑或重装了系统的，不要重新设置。已有备份？{' '}
        <Button onClick={() => { ask(() => { setRestoring('choosing'); }); }}>从备份恢复</Button>
      </p>
    </>
  );
}
