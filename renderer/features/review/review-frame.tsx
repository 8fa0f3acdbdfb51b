// The page of one submitted item: what it is, where it came from, what was said of it before; the ruling stands below.

import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { formatYuan } from '#shared/base/money';
import type { PlanItem } from '#shared/domain/plan-item';
import { useRevisions } from '../../data/history';
import { formatMoment } from '../../text/format';
import { planItemSheet } from '../../text/plan-item-sheet';
import { attachmentSection } from '../../text/sheet';
import { OUTCOME_LABELS } from '../../text/standing';
import { Page, Panel } from '../../ui/page';
import { toVersions, VersionsButton } from '../../ui/versions-button';
import type { ReviewSubject } from './queries';

interface ReviewFrameProps {
  readonly subject: ReviewSubject;
  /** Stands under the title, after where the item came from. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Nothing is to be filled in. */
  readonly reading?: boolean;
  readonly children: ReactNode;
}

export function ReviewFrame({ subject, note, actions, reading = false, children }: ReviewFrameProps) {
  const navigate = useNavigate();
  const { item, buyer, stationName, decisions } = subject;
  const revisions = useRevisions('planItems', item.id);
  const versions = toVersions(revisions, (body: PlanItem) => [...planItemSheet(body), attachmentSection(body.attachments)]);
  return (
    <Page
      title={item.body.name}
      reading={reading}
      intro={
        <>
          {buyer?.body.name ?? ''}　{item.body.number}　第 {item.rev} 次送审，{stationName}签名日志第 {item.seq} 条，{formatMoment(item.at)}
          {note !== undefined && <br />}
          {note}
        </>
      }
      actions={
        <>
          <Button onClick={() => void navigate(-1)}>返回列表</Button>
          <VersionsButton subject={item.body.name} versions={versions} />
          {decisions.length > 0 && (
            <Button onClick={() => void navigate(`/print/decisions?year=${String(item.body.year)}&buyer=${item.body.buyerId}`)}>打印审定表</Button>
          )}
          {actions}
        </>
      }
    >
      {decisions.length > 0 && <EarlierDecisions subject={subject} />}
      {children}
    </Page>
  );
}

function EarlierDecisions({ subject }: { readonly subject: ReviewSubject }) {
  return (
    <Panel title="已作出的审定">
      {subject.decisions.map(({ id, body }) => (
        <Flex key={id} vertical>
          <b>
            {OUTCOME_LABELS[body.outcome]}　{formatYuan(body.amountFen)} 元　{body.documentNumber}　{body.decidedOn}
            <span className="soft">（针对第 {body.planItemRev} 次送审）</span>
          </b>
          {body.opinion !== '' && <span>{body.opinion}</span>}
        </Flex>
      ))}
    </Panel>
  );
}
