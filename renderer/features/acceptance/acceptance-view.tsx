// An acceptance as finalised: read only, line by line against the contract.

import { Alert, Button, Table } from 'antd';
import { useNavigate } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatYuan, multiplyQuantity } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { Acceptance, AcceptanceLine } from '#shared/domain/acceptance';
import { useWorkplace } from '../../bridge/station';
import { db, type RowOf } from '../../data/db';
import { useExchangeHeads } from '../../data/exchange-heads';
import { useRevisions } from '../../data/history';
import { useLive } from '../../data/live';
import { recordStanding } from '../../data/record-standing';
import { acceptanceSheet, acceptanceWholeSheet } from '../../text/acceptance-sheet';
import { formatMoment } from '../../text/format';
import { AttachmentView } from '../../ui/attachment-list';
import { NotFound } from '../../ui/not-found';
import { Page, Panel } from '../../ui/page';
import { Reading } from '../../ui/reading';
import { RecordSheet } from '../../ui/record-sheet';
import { StandingTag } from '../../ui/standing-tag';
import { useRouteId } from '../../ui/use-route-id';
import { toVersions, VersionsButton } from '../../ui/versions-button';
import { AmountsPanel } from './amounts-panel';
import { type AcceptanceBasis, type Closed, readAcceptanceBasis, readAcceptanceSubject, whyClosed } from './queries';

const CLOSED_WORDS: { readonly [Why in Closed]: string } = {
  foreign: '这是其他单位的验收，只能查看。',
  left: '验收已导出报送，不能再更正。',
};

export function AcceptanceView() {
  const id = useRouteId('acceptanceId');
  const found = useLive(() => (id === undefined ? null : readAcceptancePage(id)), [id]);

  if (found === undefined) return <Reading />;
  if (found === null) return <NotFound title="验收" words="没有找到这次验收" list="/acceptances" />;
  return <AcceptancePage {...found} />;
}

interface AcceptancePageData {
  readonly acceptance: RowOf<'acceptances'>;
  readonly hasDraft: boolean;
  /** null when the contract is not here. */
  readonly basis: AcceptanceBasis | null;
  readonly acceptedBy: string;
}

async function readAcceptancePage(id: RecordId): Promise<AcceptancePageData | null> {
  const { acceptance, draft } = await readAcceptanceSubject(id);
  if (acceptance === null) return null;
  const [basis, operator] = await Promise.all([
    readAcceptanceBasis(acceptance.body.contractId),
    db.operators.get(acceptance.body.acceptedBy),
  ]);
  return { acceptance, hasDraft: draft !== null, basis, acceptedBy: operator?.body.name ?? '' };
}

function AcceptancePage({ acceptance, hasDraft, basis, acceptedBy }: AcceptancePageData) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const heads = useExchangeHeads(station.stationId);
  const { body } = acceptance;
  const contract = basis?.contract.body;
  const closed = heads === undefined ? 'left' : whyClosed(acceptance, station.stationId, heads);
  const agreedOf = (line: AcceptanceLine) => contract?.lines.find((agreed) => agreed.lineNo === line.lineNo);

  const contractName = contract === undefined ? '合同不在本机' : `${contract.number}　${contract.name}`;
  const versions = toVersions(useRevisions('acceptances', acceptance.id), (former: Acceptance, name) =>
    acceptanceWholeSheet(former, { contract: contractName, acceptedBy: name }, (lineNo) => contract?.lines.find((agreed) => agreed.lineNo === lineNo)?.name ?? ''),
  );

  return (
    <Page
      reading
      title={`验收 ${body.number}`}
      intro={
        <>
          {heads !== undefined && <StandingTag standing={recordStanding(acceptance, station.stationId, heads, hasDraft)} />}
          第 {acceptance.rev} 版，{formatMoment(acceptance.at)} 定稿{hasDraft && '；有未定稿的更正'}
        </>
      }
      actions={
        <>
          <Button onClick={() => void navigate('/acceptances')}>返回列表</Button>
          <Button onClick={() => void navigate(`/print/acceptances/${acceptance.id}`)}>打印</Button>
          <Button onClick={() => void navigate(`/contracts/${body.contractId}`)}>查看合同</Button>
          <VersionsButton subject={`验收 ${body.number}`} versions={versions} />
          {closed === null && <Button onClick={() => void navigate(`/acceptances/${acceptance.id}/edit`)}>更正验收</Button>}
        </>
      }
    >
      {heads !== undefined && closed !== null && <Alert type="info" showIcon title={CLOSED_WORDS[closed]} />}
      <AmountsPanel acceptance={body} contract={contract} />
      <Panel title="验收">
        <RecordSheet
          sections={acceptanceSheet(body, {
            contract: contractName,
            acceptedBy,
          })}
        />
      </Panel>
      <Panel title="逐项验收">
        <Table<AcceptanceLine>
          size="small"
          rowKey="lineNo"
          pagination={false}
          dataSource={[...body.lines]}
          columns={[
            { title: '序号', dataIndex: 'lineNo', width: 64 },
            { title: '名称', render: (_, line) => agreedOf(line)?.name ?? '' },
            { title: '约定', align: 'right', render: (_, line) => quantityText(agreedOf(line)?.quantityE4) },
            { title: '交付', align: 'right', render: (_, line) => quantityText(line.deliveredE4) },
            { title: '验收', align: 'right', render: (_, line) => quantityText(line.acceptedE4) },
            { title: '符合', render: (_, line) => (line.conforms ? '符合' : '不符合') },
            { title: '实际情况', dataIndex: 'actual' },
            {
              title: '金额（元）',
              align: 'right',
              render: (_, line) => {
                const agreed = agreedOf(line);
                return agreed === undefined ? '' : formatYuan(multiplyQuantity(line.acceptedE4, agreed.unitPriceFen).fen);
              },
            },
          ]}
        />
      </Panel>
      <Panel title="附件">
        <AttachmentView attachments={body.attachments} />
      </Panel>
    </Page>
  );
}

function quantityText(quantityE4: number | undefined): string {
  return quantityE4 === undefined ? '' : formatQuantity(quantityE4);
}
