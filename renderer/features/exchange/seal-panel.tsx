// Sealing 导出: choose the receiving office and a folder (a stick), sign, write, read back and compare.

import { Alert, Button, Checkbox, Select, Table } from 'antd';
import { useState } from 'react';
import type { StationId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import { callDesk } from '../../bridge/desk';
import { closeJob, startJob, useJob } from '../../bridge/jobs';
import { useWorkplace } from '../../bridge/station';
import type { SentBundle } from '../../data/dispatches';
import { ExportButton } from '../../excel/export-button';
import { inBatches } from '../../excel/make-file';
import { OFFICE_LABELS } from '../../text/office';
import { formatMoment, formatSize } from '../../text/format';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { JobLine } from '../../ui/job-line';
import { JobOutcome } from '../../ui/job-outcome';
import { Panel } from '../../ui/page';
import { StandingTag } from '../../ui/standing-tag';
import { BundleName } from './bundle-name';
import { SENT_EXPORT } from './export';
import { SEAL_JOB } from './jobs';
import { useAdmissions, useSentBundles } from './queries';
import type { WithKey } from './use-key';
import '../../ui/field.css';

export function SealPanel({ withKey }: { readonly withKey: WithKey }) {
  const { station } = useWorkplace();
  const admissions = useAdmissions(station.stationId);
  const sent = useSentBundles(station.stationId);
  const [recipient, setRecipient] = useState<StationId | null>(null);
  const [fromStart, setFromStart] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(SEAL_JOB);
  const running = job !== null && job.ended === null;
  const result = job?.ended?.result ?? null;
  const report = result?.ok === true ? result.value : null;
  const refused = failure ?? (result?.ok === false ? result.error : null);
  const close = () => {
    setFailure(null);
    if (job !== null) closeJob(job.id);
  };

  const admitted = (admissions ?? []).filter((row) => row.body.state === 'admitted');
  const chosen = recipient ?? admitted[0]?.body.stationId ?? null;

  const seal = async () => {
    close();
    const folder = await callDesk('chooseFolder', {});
    if (!folder.ok) {
      setFailure(folder.error);
      return;
    }
    const target = folder.value.folder;
    if (target === null || chosen === null) return;
    await startJob(SEAL_JOB, null, ({ jobId }) => callDesk('sealBundle', { jobId, recipientId: chosen, folder: target.token, fromStart }));
  };

  const begin = () => { withKey('导出数据包', () => void seal()); };

  return (
    <>
      <Panel title="导出数据包">
        {admissions !== undefined && admitted.length === 0 ? (
          <EmptyState
            what="还没有准入的往来单位。"
            why="先读入对方名片，核对密钥指纹后准入，才能导出报送。"
            action={{ label: '去准入往来单位', to: '/exchange/directory' }}
          />
        ) : (
          <div className="seal-choice">
            <div className="field">
              <label htmlFor="recipient" className="field-label">
                接收单位
              </label>
              <Select<StationId>
                id="recipient"
                value={chosen}
                onChange={setRecipient}
                options={admitted.map((row) => ({
                  value: row.body.stationId,
                  label: `${row.body.name}（${OFFICE_LABELS[row.body.officeKind]}）`,
                }))}
              />
            </div>
            <Checkbox checked={fromStart} onChange={(event) => { setFromStart(event.target.checked); }}>
              从头导出（对方缺少以前的数据时）
            </Checkbox>
            <Button type="primary" disabled={chosen === null || running} onClick={begin}>
              选择优盘或文件夹并导出
            </Button>
          </div>
        )}
        {running && <JobLine job={job} />}
        <JobOutcome of={refused ?? report} job={job}>
          <FailureNotice failure={refused} onClose={close} />
          {report !== null && (
            <Alert
              type="success"
              showIcon
              closable
              onClose={close}
              title={`已导出并读回比对一致：${report.fileName}`}
              description={
                <>
                  <div>
                    {report.lines} 条记录，{report.attachments} 个附件，{formatSize(report.sizeBytes)}。现在可以安全弹出优盘。
                  </div>
                  <div className="soft code">SM3 {report.bundleSm3}</div>
                </>
              }
            />
          )}
        </JobOutcome>
      </Panel>
      <Panel title="已导出的数据包" extra={<ExportButton title="已导出的数据包" creator={station.name} columns={SENT_EXPORT} disabled={(sent ?? []).length === 0} rows={() => inBatches(sent ?? [])} />}>
        <Table<SentBundle>
          size="small"
          rowKey={(row) => row.dispatch.id}
          dataSource={[...(sent ?? [])]}
          loading={sent === undefined}
          scroll={{ x: '46em' }}
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          locale={{
            emptyText: (
              // While nobody is admitted, the way there stands above.
              <EmptyState
                what="还没有导出过数据包。"
                why="导出以后，这里显示送给谁、何时导出、有没有回执。"
                {...(chosen === null || running ? {} : { action: { label: '导出第一个数据包', onClick: begin } })}
              />
            ),
          }}
          columns={[
            { title: '文件', render: (_, { dispatch: { body } }) => <BundleName name={body.fileName} bundleId={body.bundleId} sm3={body.bundleSm3} /> },
            { title: '接收单位', width: '10em', dataIndex: 'recipientName' },
            { title: '导出时间', className: 'moment', render: (_, row) => formatMoment(row.dispatch.at) },
            {
              title: '状态',
              render: (_, row) => (
                <>
                  <StandingTag standing={{ word: row.receivedAt === null ? 'exported' : 'received', editing: false }} />
                  {row.receivedAt !== null && <span className="moment">{formatMoment(row.receivedAt)}</span>}
                </>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
