// Step 2 查看与比较: what is inside a backup, and how it stands beside what this machine has.

import { Button, Descriptions } from 'antd';
import type { BackupView, Examination } from '#shared/ipc/backup';
import { comparisonWords, countWords, REASON_LABELS } from '../../text/backup-words';
import { formatMoment, formatSize } from '../../text/format';
import { OFFICE_LABELS } from '../../text/office';
import { WorkLine } from '../../ui/job-line';
import { StepHeading } from './step-heading';
import type { Work } from './use-work';

interface CompareStepProps {
  readonly backup: BackupView;
  /** null while every byte of it is being read. */
  readonly examination: Examination | null;
  readonly work: Work | null;
  readonly onStop: () => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function CompareStep({ backup, examination, work, onStop, onBack, onNext }: CompareStepProps) {
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
      {examination !== null && <Comparison examination={examination} />}
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
