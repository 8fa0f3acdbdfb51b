// Admitting 准入: the two offices read the fingerprint to each other; only then is the key trusted, by an official record.

import { Alert, Checkbox, Descriptions, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Failure } from '#shared/base/result';
import { type Admission, OFFICE_RANK } from '#shared/domain/office';
import type { CardView } from '#shared/bundle/card-view';
import { findRegion } from '#shared/policy/regions';
import { useWorkplace } from '../../bridge/station';
import { OFFICE_LABELS } from '../../text/office';
import { FailureNotice } from '../../ui/failure-notice';
import { useFocusReturn } from '../../ui/use-focus-return';
import { admitStation } from './commands';

interface AdmitDialogProps {
  readonly card: CardView;
  readonly onDone: (admitted: boolean) => void;
}

export function AdmitDialog({ card, onDone }: AdmitDialogProps) {
  useFocusReturn();
  const { station, operatorId } = useWorkplace();
  const [how, setHow] = useState<Admission['comparedBy']>('phone');
  const [compared, setCompared] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const relation = OFFICE_RANK[card.officeKind] > OFFICE_RANK[station.officeKind] ? 'superior' : 'subordinate';
  const admit = async () => {
    setBusy(true);
    const reply = await admitStation(station.stationId, card, relation, how, operatorId);
    setBusy(false);
    if (reply.ok) onDone(true);
    else setFailure(reply.error);
  };

  return (
    <Modal
      open
      width={640}
      title={`准入${card.name}`}
      okText="一致，准入"
      cancelText="不准入"
      okButtonProps={{ disabled: !compared }}
      confirmLoading={busy}
      onOk={() => void admit()}
      onCancel={() => { onDone(false); }}
    >
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'name', label: '单位', children: card.name },
          { key: 'kind', label: '类型', children: `${OFFICE_LABELS[card.officeKind]}（${relation === 'superior' ? '上级' : '下级'}）` },
          { key: 'region', label: '地区', children: findRegion(card.regionCode)?.name ?? card.regionCode },
          { key: 'uscc', label: '信用代码', children: card.uscc },
        ]}
      />
      <p>请用已知的电话号码打给对方，或当面，请对方读出其“本单位”页上的密钥指纹，逐组核对：</p>
      <p className="fingerprint">{card.fingerprint}</p>
      <Radio.Group
        aria-label="核对方式"
        value={how}
        onChange={(event) => { setHow(event.target.value === 'phone' ? 'phone' : 'in-person'); }}
        options={[
          { value: 'phone', label: '电话核对' },
          { value: 'in-person', label: '当面核对' },
        ]}
      />
      <p>
        <Checkbox checked={compared} onChange={(event) => { setCompared(event.target.checked); }}>
          已与对方核对，各组字符完全一致
        </Checkbox>
      </p>
      <Alert type="warning" showIcon title="有一个字符不一致，就不要准入，并立即联系对方。" />
      <FailureNotice failure={failure} />
    </Modal>
  );
}
