// The directory 往来单位: this station's card and fingerprint, cards read in, admissions and revocations.

import { Alert, App as KitApp, Button, Flex, Table } from 'antd';
import { useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { CardView } from '#shared/bundle/card-view';
import { findRegion } from '#shared/policy/regions';
import { callDesk } from '../../bridge/desk';
import { useStationState, useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { ExportButton } from '../../excel/export-button';
import { inBatches } from '../../excel/make-file';
import { OFFICE_LABELS } from '../../text/office';
import { formatMoment } from '../../text/format';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Panel } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { AdmitDialog } from './admit-dialog';
import { revokeStation } from './commands';
import { ADMISSION_EXPORT } from './export';
import { useAdmissions } from './queries';
import type { WithKey } from './use-key';
import { ADMISSION_STATES, RELATIONS } from './words';

export function DirectoryPanel({ withKey }: { readonly withKey: WithKey }) {
  const { station, operatorId } = useWorkplace();
  const { fingerprint } = useStationState().state;
  const admissions = useAdmissions(station.stationId);
  const [card, setCard] = useState<CardView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [savedCard, setSavedCard] = useState<string | null>(null);
  const { modal } = KitApp.useApp();

  const saveCard = async () => {
    const reply = await callDesk('saveCard', {});
    if (reply.ok) setSavedCard(reply.value.fileName);
    else setFailure(reply.error);
  };
  const readCard = async () => {
    const reply = await callDesk('readCard', {});
    if (reply.ok) setCard(reply.value.card);
    else setFailure(reply.error);
  };
  const revoke = (row: RowOf<'admissions'>) => {
    modal.confirm({
      title: `撤销${row.body.name}的准入？`,
      content: '撤销后不再接收该单位的数据包，已接收的数据不变。需要时可以重新核对指纹后准入。',
      okText: '撤销准入',
      cancelText: '取消',
      onOk: async () => {
        const reply = await revokeStation(row, operatorId);
        if (!reply.ok) setFailure(reply.error);
      },
    });
  };

  return (
    <>
      <Panel title="本单位名片">
        <Flex gap="middle" align="center" wrap>
          <div>
            <div className="soft">密钥指纹（供对方电话核对）</div>
            <div className="fingerprint">{fingerprint}</div>
          </div>
          <Button onClick={() => { withKey('导出名片', () => void saveCard()); }}>导出名片</Button>
          <Button type="primary" onClick={() => void readCard()}>
            读入对方名片
          </Button>
        </Flex>
        {savedCard !== null && <Alert type="success" showIcon title={`名片已保存：${savedCard}。请交给对方读入。`} />}
        <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      </Panel>
      {card !== null && <AdmitDialog card={card} onDone={() => { setCard(null); }} />}
      <Panel title="准入的单位" extra={<ExportButton title="往来单位" creator={station.name} columns={ADMISSION_EXPORT} disabled={(admissions ?? []).length === 0} rows={() => inBatches(admissions ?? [])} />}>
        <Table<RowOf<'admissions'>>
          size="small"
          rowKey="id"
          dataSource={[...(admissions ?? [])]}
          loading={admissions === undefined}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{
            emptyText: (
              <EmptyState what="还没有准入的单位。" why="读入对方名片，核对密钥指纹一致后准入。" action={{ label: '读入对方名片', onClick: () => void readCard() }} />
            ),
          }}
          columns={[
            { title: '单位', render: (_, row) => row.body.name },
            { title: '类型', render: (_, row) => OFFICE_LABELS[row.body.officeKind] },
            { title: '地区', render: (_, row) => findRegion(row.body.regionCode)?.name ?? row.body.regionCode },
            { title: '关系', render: (_, row) => RELATIONS[row.body.relation] },
            { title: '时间', render: (_, row) => formatMoment(row.at) },
            {
              title: '状态',
              render: (_, row) => (row.body.state === 'admitted' ? <Tag tone="go">{ADMISSION_STATES.admitted}</Tag> : <Tag tone="stop">{ADMISSION_STATES.revoked}</Tag>),
            },
            {
              title: '',
              render: (_, row) =>
                row.body.state === 'admitted' && (
                  <Button size="small" onClick={() => { revoke(row); }}>
                    撤销
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
