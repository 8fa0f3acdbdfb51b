// One submitted item and the word on it: the item read through, an opinion beside any field, the ruling at the foot.

import { Button, Flex } from 'antd';
import { useParams, useNavigate } from 'react-router';
import { recordIdSchema } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { useLive } from '../../data/live';
import { formatMoment } from '../../text/format';
import { planItemSheet } from '../../text/plan-item-sheet';
import { OUTCOME_LABELS } from '../../text/standing';
import { NotFound } from '../../ui/not-found';
import { Page, Panel } from '../../ui/page';
import { RecordSheet } from '../../ui/record-sheet';
import { readReviewSubject, type ReviewSubject } from './queries';
import { RulingForm } from './ruling-form';

export function ReviewDetail() {
  const { itemId = '' } = useParams();
  const navigate = useNavigate();
  const id = recordIdSchema.safeParse(itemId);
  const subject = useLive(() => (id.success ? readReviewSubject(id.data) : null), [itemId]);

  if (subject === undefined) return null;
  if (subject === null) return <NotFound title="计划审定" words="没有找到这个项目" list="/review" />;
  const { item, buyer, stationName, standing } = subject;
  const decided = standing?.current === true && standing.outcome !== 'returned';
  return (
    <Page
      title={item.body.name}
      intro={`${buyer?.body.name ?? ''}　${item.body.number}　第 ${String(item.rev)} 次送审，${stationName}签名日志第 ${String(item.seq)} 条，${formatMoment(item.at)}`}
      actions={
        <>
          <Button onClick={() => void navigate(-1)}>返回列表</Button>
          {subject.decisions.length > 0 && (
            <Button onClick={() => void navigate(`/print/decisions?year=${String(item.body.year)}&buyer=${item.body.buyerId}`)}>打印审定表</Button>
          )}
        </>
      }
    >
      {subject.decisions.length > 0 && <EarlierDecisions subject={subject} />}
      {decided ? (
        <Panel title="送审内容">
          <RecordSheet sections={planItemSheet(item.body)} />
        </Panel>
      ) : (
        <RulingForm key={item.hash} subject={subject} />
      )}
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
