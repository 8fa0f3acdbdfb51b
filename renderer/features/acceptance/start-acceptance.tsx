// 办理验收 from a contract: says whose duty it is, what is already under way, and begins a draft when asked.

import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { formatYuan, sumFen } from '#shared/base/money';
import type { Failure } from '#shared/base/result';
import { useWorkplace } from '../../bridge/station';
import type { RowOf } from '../../data/db';
import { useDrafts } from '../../data/drafts';
import { useLive } from '../../data/live';
import { FailureNotice } from '../../ui/failure-notice';
import { Figures } from '../../ui/figures';
import { NotFound } from '../../ui/not-found';
import { Page, Panel } from '../../ui/page';
import { Reading } from '../../ui/reading';
import { useRouteId } from '../../ui/use-route-id';
import { readTyped } from './acceptance-convert';
import { startAcceptance } from './commands';
import { DutyNotice } from './duty-notice';
import { type AcceptanceBasis, readAcceptanceBasis } from './queries';

export function StartAcceptance() {
  const id = useRouteId('contractId');
  const basis = useLive(() => (id === undefined ? null : readAcceptanceBasis(id)), [id]);
  const drafts = useDrafts('acceptances');
  if (basis === undefined || drafts === undefined) return <Reading />;
  if (basis === null) return <NotFound title="办理验收" words="没有找到这份合同" list="/acceptances/new" />;
  return <Start basis={basis} drafts={drafts.filter((row) => readTyped(row.body.form).contractId === basis.contract.id)} />;
}

function Start({ basis, drafts }: { readonly basis: AcceptanceBasis; readonly drafts: readonly RowOf<'drafts'>[] }) {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { contract, acceptances } = basis;
  const payableFen = sumFen(acceptances.map((row) => row.body.payableFen));
  const own = contract.author === station.stationId;

  const start = async () => {
    const started = await startAcceptance(station.stationId, basis);
    if (started.ok) void navigate(`/acceptances/${started.value}/edit`, { replace: true });
    else setFailure(started.error);
  };

  return (
    <Page
      title="办理验收"
      intro={`${contract.body.number}　${contract.body.name}`}
      actions={<Button onClick={() => void navigate(`/contracts/${contract.id}`)}>返回合同</Button>}
    >
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <DutyNotice basis={basis} />
      <Panel title={`承接主体：${contract.body.supplier.name}`}>
        <Figures
          figures={[
            { label: '合同金额（元）', value: formatYuan(contract.body.amountFen) },
            { label: '已验收应付（元）', value: formatYuan(payableFen), remark: `${String(acceptances.length)} 次验收` },
            { label: '未验收（元）', value: formatYuan(contract.body.amountFen - payableFen) },
          ]}
        />
      </Panel>
      <Panel title="验收">
        {drafts.map((draft) => (
          <p key={draft.id}>
            <Link to={`/acceptances/${draft.id}/edit`}>继续填写未定稿的验收 {readTyped(draft.body.form).number}</Link>
          </p>
        ))}
        <Flex gap="middle" align="center">
          <Button type="primary" disabled={!own} onClick={() => void start()}>
            新建验收
          </Button>
          {!own && <span className="soft">这是其他单位的合同，由该单位验收。</span>}
        </Flex>
      </Panel>
    </Page>
  );
}
