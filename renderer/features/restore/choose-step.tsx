// Step 1 选择: the backups that were found, newest first, or where was looked and what to do.

import { Alert, Button, Table } from 'antd';
import type { Failure } from '#shared/base/result';
import type { BackupList, BackupView } from '#shared/ipc/backup';
import { REASON_LABELS } from '../../text/backup-words';
import { formatMoment, formatSize } from '../../text/format';
import { FailureNotice } from '../../ui/failure-notice';
import { StepHeading } from './step-heading';

interface ChooseStepProps {
  /** null while it is being looked for, or after a failure. */
  readonly list: BackupList | null;
  readonly failure: Failure | null;
  readonly looking: boolean;
  readonly onOtherFolder: () => void;
  readonly onChoose: (backup: BackupView) => void;
  readonly onLeave: () => void;
}

export function ChooseStep({ list, failure, looking, onOtherFolder, onChoose, onLeave }: ChooseStepProps) {
  return (
    <>
      <StepHeading>选择备份</StepHeading>
      <FailureNotice failure={failure} />
      <div role="status" className="soft">
        {looking ? '正在查找备份' : foundWords(list)}
      </div>
      {list !== null && list.unreadable > 0 && (
        <Alert type="warning" showIcon title={`另有 ${String(list.unreadable)} 份备份读不出来，没有列出。`} description="可能已损坏，或由更新的版本写成。列出的备份不受影响。" />
      )}
      {list !== null && list.backups.length === 0 && (
        <p>
          备份可能在优盘或另一块磁盘里：请插好后点“选择其他文件夹”，选择当时选定的备份文件夹，或其中名为 <span className="code">goufu-backup</span> 的文件夹。
        </p>
      )}
      {list !== null && list.backups.length > 0 && (
        <Table<BackupView>
          size="small"
          rowKey="token"
          dataSource={[...list.backups]}
          scroll={{ x: '36em' }}
          pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: '备份时间', className: 'moment', render: (_, { madeAt }) => formatMoment(madeAt) },
            { title: '原因', width: '6em', render: (_, { reason }) => REASON_LABELS[reason] },
            { title: '单位', dataIndex: 'name' },
            { title: '大小', className: 'number', align: 'right', width: '7em', render: (_, { sizeBytes }) => formatSize(sizeBytes) },
            {
              title: '办理',
              width: '6em',
              render: (_, backup) => (
                <Button size="small" aria-label={`查看 ${formatMoment(backup.madeAt)} 的备份`} onClick={() => { onChoose(backup); }}>
                  查看
                </Button>
              ),
            },
          ]}
        />
      )}
      <div className="restore-ways">
        <Button onClick={onLeave}>返回</Button>
        <Button type={list?.backups.length === 0 ? 'primary' : 'default'} disabled={looking} onClick={onOtherFolder}>
          选择其他文件夹
        </Button>
      </div>
    </>
  );
}

function foundWords(list: BackupList | null): string {
  if (list === null) return '';
  const { folder, backups } = list;
  return backups.length === 0 ? `在“${folder}”里没有找到备份。` : `在“${folder}”里找到 ${String(backups.length)} 份备份。`;
}
