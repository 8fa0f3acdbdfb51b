// This station 本单位: who we are, the key's fingerprint, operators, backups, text size, and recovering the key.

import { Button, Descriptions, Table } from 'antd';
import { useState } from 'react';
import type { OperatorEntry } from '#shared/ipc/contract';
import { findRegion, leagueOf } from '#shared/policy/regions';
import { callDesk } from '../../bridge/desk';
import { useStationState, useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { OFFICE_LABELS } from '../../text/office';
import { Page, Panel } from '../../ui/page';
import { AddOperatorDialog } from './add-operator-dialog';
import { BackupPanel } from './backup-panel';
import { DisplayPanel } from './display-panel';
import { RecoverKeyDialog } from './recover-key-dialog';

export default function StationPage() {
  const { station } = useWorkplace();
  const { state } = useStationState();
  const [adding, setAdding] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const info = useLive(async () => {
    const reply = await callDesk('appInfo', {});
    return reply.ok ? reply.value : null;
  }, []);
  const league = leagueOf(station.regionCode);
  const region = findRegion(station.regionCode);
  const place = league !== null && league.code !== station.regionCode ? `${league.name} ${region?.name ?? ''}` : region?.name;

  return (
    <Page title="本单位" intro="单位、地区和密钥在首次设置时确定，不能更改。">
      <Panel title="单位">
        <Descriptions
          column={2}
          size="small"
          items={[
            { key: 'name', label: '名称', children: station.name },
            { key: 'kind', label: '类型', children: OFFICE_LABELS[station.officeKind] },
            { key: 'region', label: '地区', children: place },
            { key: 'uscc', label: '统一社会信用代码', children: station.uscc },
            { key: 'id', label: '站点编号', children: <span className="code">{station.stationId}</span>, span: 2 },
            { key: 'key', label: '密钥指纹', children: <span className="fingerprint">{state.fingerprint}</span>, span: 2 },
          ]}
        />
        <Button onClick={() => { setRecovering(true); }}>忘记密钥口令，用恢复码恢复</Button>
      </Panel>
      <Panel title="经办人" extra={<Button onClick={() => { setAdding(true); }}>增加经办人</Button>}>
        <Table<OperatorEntry>
          size="small"
          rowKey="id"
          dataSource={[...state.operators]}
          pagination={false}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            { title: '职务', dataIndex: 'post' },
            { title: '状态', render: (_, operator) => (operator.id === state.signedInAs ? '当前登录' : operator.active ? '在用' : '停用') },
          ]}
        />
      </Panel>
      <BackupPanel />
      <DisplayPanel />
      <Panel title="程序">
        <p className="soft">
          购服台 {info?.version}（Electron {info?.electron}）　数据文件夹：<span className="code">{info?.dataFolder}</span>
        </p>
      </Panel>
      <AddOperatorDialog open={adding} onClose={() => { setAdding(false); }} />
      <RecoverKeyDialog open={recovering} onClose={() => { setRecovering(false); }} />
    </Page>
  );
}
