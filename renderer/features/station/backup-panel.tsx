// Backups 备份 of this computer's station: how they stand, what is wrong with them in words, and the ways to make one and to come back from one.

import { Alert, Button, Descriptions, Flex } from 'antd';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/base/result';
import type { BackupState } from '#shared/ipc/backup';
import type { ReplyOf } from '#shared/ipc/contract';
import { useBackupState } from '../../bridge/backup-state';
import { callDesk } from '../../bridge/desk';
import { closeJob, type JobKind, startJob, useJob, useJobs } from '../../bridge/jobs';
import { setRestoring } from '../../bridge/restoring';
import { backupWorries, REASON_LABELS } from '../../text/backup-words';
import { formatMoment, formatSize } from '../../text/format';
import { FailureNotice } from '../../ui/failure-notice';
import { JobLine } from '../../ui/job-line';
import { JobOutcome } from '../../ui/job-outcome';
import { Panel } from '../../ui/page';

type Made = ReplyOf<'makeBackup'>;

const BACKUP_JOB: JobKind<Made> = {
  key: 'backup',
  title: '备份',
  places: ['/station'],
  said: ({ folder, counts, sizeBytes }) => `已备份并读回比对一致：日志 ${String(counts.lines)} 条，附件 ${String(counts.attachments)} 个，共 ${formatSize(sizeBytes)}，在“${folder}”。`,
};

export function BackupPanel() {
  const { state, failure: unknown, refresh, take } = useBackupState();
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(BACKUP_JOB);
  const running = job !== null && job.ended === null;
  const busy = useJobs().some(({ ended }) => ended === null);
  const result = job?.ended?.result ?? null;
  const said = job?.ended?.said ?? null;
  const refused = failure ?? (result?.ok === false ? result.error : null);
  useEffect(() => {
    if (result !== null) void refresh();
  }, [result, refresh]);

  const close = () => {
    setFailure(null);
    if (job !== null) closeJob(job.id);
  };
  const make = (folder: string | null) => startJob(BACKUP_JOB, null, ({ jobId }) => callDesk('makeBackup', { jobId, folder }));
  const makeElsewhere = async () => {
    const reply = await callDesk('chooseFolder', {});
    if (!reply.ok) setFailure(reply.error);
    else if (reply.value.folder !== null) await make(reply.value.folder.token);
  };
  const changeFolder = async () => {
    const reply = await callDesk('chooseBackupFolder', {});
    if (reply.ok) take(reply.value);
    else setFailure(reply.error);
  };

  return (
    <Panel title="备份">
      {state !== undefined && <Standing state={state} />}
      <FailureNotice failure={unknown} />
      <Flex gap="small" wrap style={{ marginTop: 12 }}>
        <Button type="primary" disabled={running} onClick={() => { close(); void make(null); }}>
          立即备份
        </Button>
        <Button disabled={running} onClick={() => { close(); void makeElsewhere(); }}>
          备份到优盘或其他文件夹
        </Button>
        <Button disabled={running} onClick={() => { close(); void changeFolder(); }}>
          更换备份文件夹
        </Button>
        <Button disabled={busy} onClick={() => { setRestoring('choosing'); }}>
          从备份恢复
        </Button>
      </Flex>
      {busy && !running && <p className="soft">有工作正在进行，完成后才能从备份恢复。</p>}
      {running && <JobLine job={job} />}
      <JobOutcome of={refused ?? result} job={job}>
        <FailureNotice failure={refused} onClose={close} />
        {said !== null && <Alert type="success" showIcon closable onClose={close} title={said} />}
      </JobOutcome>
    </Panel>
  );
}

function Standing({ state }: { readonly state: BackupState }) {
  const { last, held, folder, restored } = state;
  const [now] = useState(() => Date.now());
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'last', label: '最近备份', children: last === null ? '还没有' : `${formatMoment(last.madeAt)}（${REASON_LABELS[last.reason]}），共保留 ${String(held)} 份` },
          { key: 'folder', label: '备份文件夹', children: <span className="code">{folder}</span> },
          ...(restored === null
            ? []
            : [{
                key: 'restored',
                label: '恢复记录',
                children: `${formatMoment(restored.at)} 用 ${formatMoment(restored.madeAt)} 的备份恢复过：找回日志 ${String(restored.gained)} 条，保留 ${String(restored.kept)} 条，不再作数 ${String(restored.dropped)} 条，读不出来 ${String(restored.unreadable)} 条。`,
              }]),
        ]}
      />
      <p className="soft">每天自动备份一次，每次导出数据包后再备份一次；旧的自动清理，留下最近七天、四周的。</p>
      <Flex vertical gap="small">
        {backupWorries(state, now).map(({ about, what, next }) => (
          <Alert key={about} type="warning" showIcon title={what} description={next} />
        ))}
      </Flex>
    </>
  );
}
