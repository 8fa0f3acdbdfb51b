// The recovery sheet 恢复单: shown once, printable; the code on it opens the key when the passphrase is lost.

import { Alert, Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import type { ReplyOf } from '#shared/ipc/contract';
import { callDesk } from '../../bridge/desk';
import { useStationState } from '../../bridge/station';
import { useTellSaved } from '../../ui/tell-saved';
import { PathStrip } from './path-strip';

export function RecoverySheet({ created }: { readonly created: ReplyOf<'createStation'> }) {
  const { refresh } = useStationState();
  const [kept, setKept] = useState(false);
  const [saving, setSaving] = useState(false);
  const tellSaved = useTellSaved();
  const { station, fingerprint, recoveryCode } = created;

  const save = async () => {
    setSaving(true);
    await tellSaved(callDesk('savePdf', { suggestedName: '密钥恢复单.pdf' }));
    setSaving(false);
  };

  return (
    <div className="setup-card recovery-sheet">
      <h1>密钥恢复单</h1>
      <div className="no-print">
        <PathStrip office={station.officeKind} now={1} />
      </div>
      <p className="no-print">设置已完成，数据已保存。恢复码只显示这一次，请打印或抄写后，由负责人封存。</p>
      <dl>
        <dt>单位</dt>
        <dd>{station.name}</dd>
        <dt>统一社会信用代码</dt>
        <dd>{station.uscc}</dd>
        <dt>站点编号</dt>
        <dd className="code">{station.stationId}</dd>
        <dt>密钥指纹</dt>
        <dd className="code">{fingerprint}</dd>
        <dt>恢复码</dt>
        <dd className="code recovery-code" data-testid="recovery-code">{recoveryCode}</dd>
      </dl>
      <Alert type="warning" showIcon title="持有恢复码和本机数据的人可以代表单位签名。不要拍照，不要与电脑放在一起。" />
      <Flex justify="space-between" align="center" className="no-print" wrap gap="small">
        <Checkbox checked={kept} onChange={(event) => { setKept(event.target.checked); }}>
          恢复单已打印或抄写，并已封存
        </Checkbox>
        <Flex gap="small">
          <Button loading={saving} onClick={() => void save()}>
            另存为 PDF
          </Button>
          <Button type="primary" disabled={!kept} onClick={() => void refresh()}>
            进入登录
          </Button>
        </Flex>
      </Flex>
    </div>
  );
}
