// 审核: a draft another operator prepared, to be read, checked and made official, or gone on with by this operator.

import { Alert, Button, Checkbox, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import type { Failure } from '#shared/base/result';
import { attachmentsSchema } from '#shared/domain/fields';
import { useStationState, useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { planItemSheet } from '../../text/plan-item-sheet';
import { AttachmentView } from '../../ui/attachment-list';
import { FailureNotice } from '../../ui/failure-notice';
import { Page, Panel } from '../../ui/page';
import { RecordSheet } from '../../ui/record-sheet';
import { useFocusReturn } from '../../ui/use-focus-return';
import { finalisePlanItems } from './commands';
import { readDraft } from './drafts';
import { type PlanProblem, toPlanItem } from './plan-check';
import { planDraftSheet } from './plan-draft-sheet';
import type { PlanNeighbours } from './plan-report';
import { examineDraft, toConfirm } from './submission';
import { usePlanRoute } from './use-narrowing';
import { useTakeOver } from './use-take-over';

export function PlanReviewPage({ row, neighbours }: { readonly row: RowOf<'drafts'>; readonly neighbours: PlanNeighbours }) {
  const { operatorId } = useWorkplace();
  const { operators } = useStationState().state;
  const askTakeOver = useTakeOver();
  const navigate = useNavigate();
  const [confirming, setConfirming] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const today = todayInShanghai(Date.now());
  const examined = useMemo(() => examineDraft(row, operatorId, today, neighbours), [row, operatorId, today, neighbours]);
  const { typed, preparedBy } = readDraft(row.body, row.by);
  const item = toPlanItem(typed, { preparedBy, reviewedBy: operatorId, submittedOn: today });
  const list = usePlanRoute(typed.year);
  const preparer = operators.find((operator) => operator.id === preparedBy)?.name ?? '另一位经办人';
  const stops = examined.problems.filter(({ severity }) => severity === 'block');

  const finalise = async () => {
    if (examined.outcome !== 'finalise') return;
    const written = await finalisePlanItems([examined.reviewed]);
    setConfirming(false);
    setFailure(written.ok ? null : written.error);
  };

  return (
    <Page
      title="审核购买项目"
      intro={`${String(typed.year)} 年　${typed.number}　${typed.name}　编制人：${preparer}`}
      actions={
        <>
          <Button onClick={() => void navigate(list())}>返回列表</Button>
          <Button onClick={() => { askTakeOver(row, preparer, (taken) => { setFailure(taken.ok ? null : taken.error); }); }}>接手编制</Button>
          <Button type="primary" disabled={examined.outcome !== 'finalise'} onClick={() => { setConfirming(true); }}>
            审核定稿
          </Button>
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      {examined.outcome === 'not-handed-over' && <Alert type="info" showIcon title={`${preparer}还没有送审，现在只能查看。`} />}
      {stops.length > 0 && (
        <Alert type="error" showIcon title={`有 ${String(stops.length)} 处须填写或改正，不能定稿。请 ${preparer} 登录后补齐。`} description={<ProblemList problems={stops} />} />
      )}
      {toConfirm(examined).length > 0 && (
        <Alert type="warning" showIcon title="审核时请核实" description={<ProblemList problems={toConfirm(examined)} />} />
      )}
      <Panel>
        <RecordSheet sections={item === null ? planDraftSheet(typed, neighbours.buyers) : planItemSheet(item)} />
        <h3>附件</h3>
        <AttachmentView attachments={attachmentsSchema.safeParse(typed.attachments).data ?? []} />
      </Panel>
      {confirming && (
        <ConfirmDialog warnings={toConfirm(examined)} preparer={preparer} onConfirm={() => void finalise()} onClose={() => { setConfirming(false); }} />
      )}
    </Page>
  );
}

function ProblemList({ problems }: { readonly problems: readonly PlanProblem[] }) {
  return (
    <ul className="plan-problem-list">
      {problems.map(({ path, label, sentence }, index) => (
        <li key={`${path} ${String(index)}`}>
          {label}：{sentence}
        </li>
      ))}
    </ul>
  );
}

interface ConfirmDialogProps {
  readonly warnings: readonly PlanProblem[];
  readonly preparer: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function ConfirmDialog({ warnings, preparer, onConfirm, onClose }: ConfirmDialogProps) {
  useFocusReturn();
  const { operator } = useWorkplace();
  const [verified, setVerified] = useState(warnings.length === 0);
  const [busy, setBusy] = useState(false);
  return (
    <Modal
      title="审核定稿"
      open
      okText="确认定稿"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: !verified }}
      onOk={() => {
        setBusy(true);
        onConfirm();
      }}
      onCancel={onClose}
    >
      <p>
        编制人 {preparer}，审核人 {operator.name}。定稿后写入正式日志，不能更改；如需修改，在导出之前或被退回之后可以形成新版本。
      </p>
      {warnings.length > 0 && (
        <>
          <ProblemList problems={warnings} />
          <Checkbox checked={verified} onChange={({ target }) => { setVerified(target.checked); }}>
            以上 {warnings.length} 处已逐项核实
          </Checkbox>
        </>
      )}
    </Modal>
  );
}
