// A submitted project to be read: where it stands, what was decided, what every field says, and what may follow.

import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '#shared/base/money';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import type { PlanItem } from '#shared/domain/plan-item';
import type { Standing } from '#shared/domain/status';
import { useStationState, useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { useExchangeHeads } from '../../data/exchange-heads';
import { useRevisions } from '../../data/history';
import { planItemStanding } from '../../data/record-standing';
import { formatMoment } from '../../text/format';
import { planItemSheet } from '../../text/plan-item-sheet';
import { attachmentSection } from '../../text/sheet';
import { OUTCOME_LABELS } from '../../text/standing';
import { AttachmentView } from '../../ui/attachment-list';
import { FailureNotice } from '../../ui/failure-notice';
import { Page, Panel } from '../../ui/page';
import { RecordSheet } from '../../ui/record-sheet';
import { StandingTag } from '../../ui/standing-tag';
import { toVersions, VersionsButton } from '../../ui/versions-button';
import { revisePlanItem } from './commands';
import type { PlanSubject } from './queries';
import { usePlanRoute } from './use-narrowing';

interface Submitted extends PlanSubject {
  readonly item: RowOf<'planItems'>;
}

/** A new version may be written until the bundle has left, and again once the finance office has sent the item back. */
export function mayRevise(standing: Standing): boolean {
  return !standing.editing && (standing.word === 'finalised' || (standing.word === 'decided' && standing.outcome === 'returned'));
}

export function PlanSheetPage({ subject }: { readonly subject: Submitted }) {
  const { station, operatorId } = useWorkplace();
  const { operators } = useStationState().state;
  const navigate = useNavigate();
  const heads = useExchangeHeads(station.stationId);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { item, standing: judged, decision } = subject;
  const { body, rev, seq } = item;
  const list = usePlanRoute(body.year);
  const standing = heads === undefined ? null : planItemStanding(item, judged ?? undefined, heads, false);
  const versions = toVersions(useRevisions('planItems', item.id), (former: PlanItem) => [...planItemSheet(former), attachmentSection(former.attachments)]);
  const nameOf = (id: RecordId) => operators.find((operator) => operator.id === id)?.name ?? '（已不在册）';

  const revise = async () => {
    const kept = await revisePlanItem(item, operatorId);
    setFailure(kept.ok ? null : kept.error);
  };

  return (
    <Page
      reading
      title={body.name}
      intro={`${String(body.year)} 年　${body.number}　第 ${String(rev)} 版`}
      actions={
        <>
          <Button onClick={() => void navigate(list())}>返回列表</Button>
          <VersionsButton subject={body.name} versions={versions} />
          {standing !== null && mayRevise(standing) && (
            <Button type="primary" onClick={() => void revise()}>
              修改后重新送审
            </Button>
          )}
        </>
      }
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <Panel>
        <p className="plan-facts">
          {standing !== null && <StandingTag standing={standing} />}
          <span>编制人 {nameOf(body.preparedBy)}</span>
          <span>审核人 {nameOf(body.reviewedBy)}</span>
          <span>定稿 {formatMoment(item.at)}</span>
          <span className="soft">
            日志第 {seq} 条　<span className="code" title={`SM3 ${item.hash}`}>{item.hash.slice(0, 12)}</span>
          </span>
        </p>
      </Panel>
      {decision !== null && <DecisionNotice decision={decision} rev={rev} />}
      <Panel>
        <RecordSheet
          sections={planItemSheet(body)}
          remark={(field) => {
            const opinion = decision?.body.fieldOpinions.find((one) => one.field === field);
            return opinion === undefined ? null : <div className="plan-opinion">审定意见：{opinion.opinion}</div>;
          }}
        />
        <h3>附件</h3>
        <AttachmentView attachments={body.attachments} />
      </Panel>
    </Page>
  );
}

const ALERT_TYPES = { approved: 'success', cut: 'warning', returned: 'warning', refused: 'error' } as const;

function DecisionNotice({ decision, rev }: { readonly decision: RowOf<'decisions'>; readonly rev: number }) {
  const { outcome, amountFen, opinion, documentNumber, decidedOn, planItemRev } = decision.body;
  const granted = outcome === 'approved' || outcome === 'cut';
  return (
    <Alert
      type={planItemRev === rev ? ALERT_TYPES[outcome] : 'info'}
      showIcon
      title={`${planItemRev === rev ? '' : `对第 ${String(planItemRev)} 版的审定：`}${OUTCOME_LABELS[outcome]}${granted ? `，审定金额 ${formatYuan(amountFen)} 元` : ''}`}
      description={
        <>
          <div>
            {documentNumber}　{decidedOn}
          </div>
          {opinion !== '' && <div>{opinion}</div>}
        </>
      }
    />
  );
}
