// A contract as finalised: read only, with its standing, the chain of funds of its project, and its acceptances.

import { Alert, Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import type { ContractLine, Instalment } from '#shared/domain/contract';
import { labelOf, PAYMENT_KINDS } from '#shared/policy/code-lists';
import { useWorkplace } from '../../bridge/station';
import { db, type RowOf } from '../../data/db';
import { useExchangeHeads } from '../../data/exchange-heads';
import { useRevisions } from '../../data/history';
import { useLive } from '../../data/live';
import { recordStanding } from '../../data/record-standing';
import { ACCEPTANCE_OUTCOME_LABELS } from '../../text/acceptance';
import { contractClosingSheet, contractElementSheet, contractHeadSheet, contractWholeSheet } from '../../text/contract-sheet';
import { formatMoment } from '../../text/format';
import { AttachmentView } from '../../ui/attachment-list';
import { EmptyState } from '../../ui/empty-state';
import { NotFound } from '../../ui/not-found';
import { Page, Panel } from '../../ui/page';
import { Reading } from '../../ui/reading';
import { RecordSheet } from '../../ui/record-sheet';
import { StandingTag } from '../../ui/standing-tag';
import { useRouteId } from '../../ui/use-route-id';
import { toVersions, VersionsButton } from '../../ui/versions-button';
import { FundsPanel } from './funds-panel';
import { type Closed, type ContractBasis, readContractBasis, readContractSubject, whyClosed } from './queries';

const CLOSED_WORDS: { readonly [Why in Closed]: string } = {
  foreign: '这是其他单位的合同，只能查看。',
  left: '合同已导出报送，不能再修订。',
  accepted: '合同已有验收记录，不能再修订。',
};

export function ContractView() {
  const id = useRouteId('contractId');
  const found = useLive(() => (id === undefined ? null : readContractPage(id)), [id]);

  if (found === undefined) return <Reading />;
  if (found === null) return <NotFound title="合同" words="没有找到这份合同" list="/contracts" />;
  return <ContractPage {...found} />;
}

interface ContractPageData {
  readonly contract: RowOf<'contracts'>;
  readonly hasDraft: boolean;
  readonly basis: ContractBasis;
  readonly handledBy: string;
}

async function readContractPage(id: RecordId): Promise<ContractPageData | null> {
  const { contract, draft } = await readContractSubject(id);
  if (contract === null) return null;
  const [basis, handler] = await Promise.all([readContractBasis(contract.body.planItemId), db.operators.get(contract.body.handledBy)]);
  return { contract, hasDraft: draft !== null, basis, handledBy: handler?.body.name ?? '' };
}

function ContractPage({ contract, hasDraft, basis, handledBy }: ContractPageData) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const heads = useExchangeHeads(station.stationId);
  const { body } = contract;
  const acceptances = basis.acceptances.filter((row) => row.body.contractId === contract.id);
  const closed = heads === undefined ? 'left' : whyClosed(contract, station.stationId, heads, acceptances);
  const own = contract.author === station.stationId;
  const versions = toVersions(useRevisions('contracts', contract.id), contractWholeSheet);

  return (
    <Page
      reading
      title={body.name}
      intro={
        <>
          {heads !== undefined && <StandingTag standing={recordStanding(contract, station.stationId, heads, hasDraft)} />}
          {body.number}　第 {contract.rev} 版，{formatMoment(contract.at)} 定稿
          {hasDraft && '；有未定稿的修订'}
        </>
      }
      actions={
        <>
          <Button onClick={() => void navigate('/contracts')}>返回列表</Button>
          <Button onClick={() => void navigate(`/print/contracts/${contract.id}`)}>打印</Button>
          <VersionsButton subject={body.name} versions={versions} />
          {closed === null && <Button onClick={() => void navigate(`/contracts/${contract.id}/edit`)}>修订合同</Button>}
          {own && (
            <Button type="primary" onClick={() => void navigate(`/acceptances/new/${contract.id}`)}>
              办理验收
            </Button>
          )}
        </>
      }
    >
      {heads !== undefined && closed !== null && <Alert type="info" showIcon title={CLOSED_WORDS[closed]} />}
      <FundsPanel contract={contract} basis={basis} />
      <Panel title="合同内容">
        <RecordSheet sections={contractHeadSheet(body, handledBy)} />
        <TableOf title="三、数量">
          <Table<ContractLine>
            size="small"
            rowKey="lineNo"
            pagination={false}
            dataSource={[...body.lines]}
            columns={[
              { title: '序号', dataIndex: 'lineNo', width: 64 },
              { title: '名称', dataIndex: 'name' },
              { title: '要求', dataIndex: 'requirement' },
              { title: '数量', align: 'right', render: (_, line) => `${formatQuantity(line.quantityE4)} ${line.unit}` },
              { title: '单价（元）', align: 'right', render: (_, line) => formatYuan(line.unitPriceFen) },
              { title: '金额（元）', align: 'right', render: (_, line) => formatYuan(line.amountFen) },
            ]}
          />
        </TableOf>
        <RecordSheet sections={contractElementSheet(body)} />
        <TableOf title="六、资金支付方式">
          <p className="record-sheet-value">{body.paymentTerms}</p>
          <Table<Instalment>
            size="small"
            rowKey={(instalment) => body.schedule.indexOf(instalment)}
            pagination={false}
            dataSource={[...body.schedule]}
            columns={[
              { title: '付款类型', render: (_, one) => labelOf(PAYMENT_KINDS, one.kind) ?? one.kind },
              { title: '付款日期', dataIndex: 'dueOn' },
              { title: '付款条件', dataIndex: 'condition' },
              { title: '金额（元）', align: 'right', render: (_, one) => formatYuan(one.amountFen) },
            ]}
          />
        </TableOf>
        <RecordSheet sections={contractClosingSheet(body)} />
      </Panel>
      <Panel title="附件">
        <AttachmentView attachments={body.attachments} />
      </Panel>
      <Panel title={`验收 ${String(acceptances.length)} 次`}>
        <Table<RowOf<'acceptances'>>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={acceptances}
          locale={{ emptyText: <EmptyState what="还没有验收。" {...(own ? { action: { label: '办理验收', to: `/acceptances/new/${contract.id}` } } : {})} /> }}
          columns={[
            { title: '验收编号', render: (_, row) => <Link to={`/acceptances/${row.id}`}>{row.body.number}</Link> },
            { title: '验收日期', render: (_, row) => row.body.acceptedOn },
            { title: '结论', render: (_, row) => ACCEPTANCE_OUTCOME_LABELS[row.body.outcome] },
            { title: '应付（元）', align: 'right', render: (_, row) => formatYuan(row.body.payableFen) },
          ]}
        />
      </Panel>
    </Page>
  );
}

function TableOf({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="record-sheet-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
