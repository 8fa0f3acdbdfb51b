// Opening 接收: choose a file, every check before anything is stored, a receipt after. An unknown sender is compared and admitted.

import { Alert, Button, Flex, Table } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { Failure } from '#shared/base/result';
import { cardViewSchema, type CardView } from '#shared/bundle/card-view';
import type { OpenReport } from '#shared/ipc/contract';
import type { EventOf } from '#shared/ipc/events';
import { callDesk } from '../../bridge/desk';
import { closeJob, startJob, useJob } from '../../bridge/jobs';
import { useWorkplace } from '../../bridge/station';
import { ExportButton } from '../../excel/export-button';
import { inBatches } from '../../excel/make-file';
import { formatMoment, formatSize } from '../../text/format';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { JobLine } from '../../ui/job-line';
import { JobOutcome } from '../../ui/job-outcome';
import { Panel } from '../../ui/page';
import { AdmitDialog } from './admit-dialog';
import { BundleName } from './bundle-name';
import { OPENED_EXPORT } from './export';
import { type ChosenFile, OPEN_JOB } from './jobs';
import { type OpenedBundle, useOpenedBundles } from './queries';
import type { WithKey } from './use-key';
import { receiptWords } from './words';

type Offered = EventOf<'filesOffered'>;

export function OpenPanel({ withKey }: { readonly withKey: WithKey }) {
  const { station } = useWorkplace();
  const opened = useOpenedBundles(station.stationId);
  const offered = (useLocation().state as { readonly offered?: Offered } | null)?.offered ?? null;
  /** Chosen or double-clicked, and not received yet. */
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const job = useJob(OPEN_JOB);
  const running = job !== null && job.ended === null;
  const result = job?.ended?.result ?? null;
  const report = result?.ok === true ? result.value : null;
  const error = result?.ok === false ? result.error : null;
  const stranger = useMemo(() => strangerIn(error), [error]);
  const refused = failure ?? (stranger === null ? error : null);
  const close = useCallback(() => {
    setFailure(null);
    if (job !== null) closeJob(job.id);
  }, [job]);

  // Others may be double-clicked while this page is open.
  useEffect(() => {
    if (offered === null) return;
    setFiles(offered.files);
    setFailure(offered.unreadable.length === 0 ? null : { code: 'bundle.unreadable', evidence: { names: offered.unreadable.join('、') } });
  }, [offered]);

  const openFile = async (chosen: ChosenFile) => {
    close();
    const reply = await startJob(OPEN_JOB, chosen, ({ jobId }) => callDesk('openBundle', { jobId, file: chosen.token }));
    if (reply.ok) setFiles((waiting) => waiting.filter(({ token }) => token !== chosen.token));
  };

  const choose = async () => {
    const reply = await callDesk('chooseBundle', {});
    if (!reply.ok) setFailure(reply.error);
    else if (reply.value.file !== null) {
      setFiles([reply.value.file]);
      await openFile(reply.value.file);
    }
  };

  const begin = () => { withKey('接收数据包', () => void choose()); };

  return (
    <>
      <Panel title="接收数据包">
        <Button type={files.length === 0 ? 'primary' : 'default'} disabled={running} onClick={begin}>
          选择数据包文件
        </Button>
        {files.map((file) => (
          <Flex key={file.token} className="open-file" gap="middle" align="center" wrap>
            <span>
              {file.fileName}（{formatSize(file.sizeBytes)}）
            </span>
            <Button type="primary" disabled={running} onClick={() => { withKey('接收数据包', () => void openFile(file)); }}>
              接收此文件
            </Button>
          </Flex>
        ))}
        {running && <JobLine job={job} />}
        <JobOutcome of={refused ?? report} job={job}>
          <FailureNotice failure={refused} onClose={close} />
          {report !== null && <OpenedNotice report={report} onClose={close} />}
        </JobOutcome>
      </Panel>
      {stranger !== null && job !== null && (
        <AdmitDialog
          card={stranger}
          onDone={(admitted) => {
            if (admitted) void openFile(job.about);
            else {
              close();
              setFailure({ code: 'bundle.unknown-sender' });
            }
          }}
        />
      )}
      <Panel title="已接收的数据包" extra={<ExportButton title="已接收的数据包" creator={station.name} columns={OPENED_EXPORT} disabled={(opened ?? []).length === 0} rows={() => inBatches(opened ?? [])} />}>
        <Table<OpenedBundle>
          size="small"
          rowKey={(row) => row.receipt.id}
          dataSource={[...(opened ?? [])]}
          loading={opened === undefined}
          scroll={{ x: '46em' }}
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          locale={{
            emptyText: (
              <EmptyState
                what="还没有接收过数据包。"
                why="接收以后，这里显示由谁发出、何时接收、回执有没有送回。"
                {...(running ? {} : { action: { label: '接收第一个数据包', onClick: begin } })}
              />
            ),
          }}
          columns={[
            { title: '数据包', render: (_, { receipt: { body } }) => <BundleName name={body.bundleId} bundleId={body.bundleId} sm3={body.bundleSm3} /> },
            { title: '发送单位', width: '10em', dataIndex: 'senderName' },
            { title: '接收时间', className: 'moment', render: (_, row) => formatMoment(row.receipt.at) },
            { title: '回执', className: 'moment', render: (_, row) => receiptWords(row) },
          ]}
        />
      </Panel>
    </>
  );
}

/** The sender's card where it is not admitted yet. */
function strangerIn(error: Failure | null): CardView | null {
  const card = error?.code === 'bundle.unknown-sender' ? cardViewSchema.safeParse(error.evidence) : null;
  return card?.success === true ? card.data : null;
}

function OpenedNotice({ report, onClose }: { readonly report: OpenReport; readonly onClose: () => void }) {
  return (
    <Alert
      type={report.nothingNew ? 'info' : 'success'}
      showIcon
      closable
      onClose={onClose}
      title={OPEN_JOB.said(report)}
      description={
        <>
          {report.journals.map((journal) => (
            <div key={journal.author}>
              {journal.name}：第 {journal.fromSeq} 至 {journal.toSeq} 条，新收 {journal.newLines} 条，签名已核验
            </div>
          ))}
          {report.nothingNew && <div>原有数据没有变化，不必再接收。</div>}
          <div>回执已写入，下次导出给对方时一并送回。</div>
        </>
      }
    />
  );
}
