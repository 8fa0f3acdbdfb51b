// Step 2 查看与比较: what is inside a backup, and how it stands beside what this machine has.

import { Button, Descriptions } from 'antd';
import type { Failure } from '#shared/base/result';
import type { BackupView, Examination } from '#shared/ipc/backup';
import type { ReplyOf } from '#shared/ipc/contract';
import { bundlesWords, comparisonWords, countWords, REASON_LABELS } from '../../text/backup-words';
import { formatMoment, formatSize } from '../../text/format';
import { OFFICE_LABELS } from '../../text/office';
import { FailureNotice } from '../../ui/failure-notice';
import { WorkLine } from '../../ui/job-line';
import { StepHeading } from './step-heading';
import type { Work } from './use-work';

export type BundlesFolder = NonNullable<ReplyOf<'chooseSentBundles'>['folder']>;

interface CompareStepProps {
  readonly backup: BackupView;
  /** null while every byte of it is being read. */
  readonly examination: Examination | null;
  readonly work: Work | null;
  readonly bundles: BundlesFolder | null;
  readonly failure: Failure | null;
  readonly onBundles: () => void;
  readonly onStop: () => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function CompareStep({ backup, examination, work, bundles, failure, onBundles, onStop, onBack, onNext }: CompareStepProps) {
  return (
    <>
      <StepHeading>查看与比较</StepHeading>
      <Descriptions
        size="small"
        column={{ xs: 2, md: 4 }}
        items={[
          { key: 'office', label: '单位', children: `${backup.name}（${OFFICE_LABELS[backup.officeKind]}）`, span: 'filled' },
          { key: 'moment', label: '备份时间', children: `${formatMoment(backup.madeAt)}（${REASON_LABELS[backup.reason]}）`, span: 2 },
          { key: 'size', label: '大小', children: formatSize(backup.sizeBytes), span: 2 },
          ...countWords(backup).map(([label, children]) => ({ key: label, label, children })),
        ]}
      />
      {work !== null && <WorkLine title="核对备份" named progress={work.progress} startedAt={work.startedAt} stopping={work.stopping} onStop={onStop} />}
      <FailureNotice failure={failure} />
      {examination !== null && <Comparison examination={examination} />}
      {examination !== null && !(examination.needless && bundles === null) && <Exported examination={examination} bundles={bundles} onBundles={onBundles} />}
      <div className="restore-ways">
        <Button disabled={work !== null} onClick={onBack}>
          上一步
        </Button>
        {examination?.needless !== true && (
          <Button type="primary" disabled={examination === null} onClick={onNext}>
            下一步
          </Button>
        )}
      </div>
    </>
  );
}

/** What was exported after the backup is known to others: it must come back as it was. */
function Exported({ examination, bundles, onBundles }: { readonly examination: Examination } & Pick<CompareStepProps, 'bundles' | 'onBundles'>) {
  return (
    <section aria-label="备份之后导出的数据包">
      <p>备份之后如果导出过数据包，请插好存有这些数据包的优盘：里面有本单位当时的记录，可以一并找回，恢复后上级照常签收。</p>
      <p>
        <Button onClick={onBundles}>{bundles === null ? '选择存有数据包的优盘或文件夹' : '另选优盘或文件夹'}</Button>
      </p>
      {bundles !== null && <p role="status">{bundlesWords(bundles.label, examination)}</p>}
    </section>
  );
}

/** Comes when the reading is over, and is read out then. */
function Comparison({ examination }: { readonly examination: Examination }) {
  return (
    <section role="status" aria-label="与本机比较">
      <p>备份已逐字节核对，完好。与本机比较：</p>
      <ul>
        {comparisonWords(examination).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
