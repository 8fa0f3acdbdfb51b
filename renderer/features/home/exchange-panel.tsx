// 报送与签收: what is to be sent and since when, which bundles wait for a receipt and how long, when the last ones went and came, and
// when all of it was backed up.

import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { daysBetween, todayInShanghai } from '#shared/base/date';
import { catalogueInForce } from '#shared/policy/catalogue';
import { useBackupState } from '../../bridge/backup-state';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { backupWorries, REASON_LABELS } from '../../text/backup-words';
import { formatMoment } from '../../text/format';
import { Panel } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { type ExchangeState, readExchangeState } from './queries';

const SHOWN = 4;

export function ExchangePanel() {
  const { station } = useWorkplace();
  const state = useLive(() => readExchangeState(station.stationId), [station.stationId]);
  const today = todayInShanghai(Date.now());
  const catalogue = catalogueInForce(today);
  return (
    <Panel title="报送与签收">
      {state !== undefined && (
        <dl className="home-facts">
          <Fact term="待报送">
            <ToSend state={state} />
          </Fact>
          <Fact term="待签收">
            <Waiting state={state} today={today} />
          </Fact>
          <Fact term="最近导出">{state.lastSentAt === null ? '尚未导出过' : formatMoment(state.lastSentAt)}</Fact>
          <Fact term="最近接收">
            {state.lastOpened === null ? '尚未接收过' : <>{formatMoment(state.lastOpened.at)}<div>{state.lastOpened.senderName}</div></>}
          </Fact>
          <Fact term="最近备份">
            <LastBackup />
          </Fact>
          {catalogue !== null && (
            <Fact term="指导性目录">
              <Link to="/catalogue">{catalogue.documentNumber}</Link>　<span className="moment">{catalogue.effectiveFrom}</span>
            </Fact>
          )}
        </dl>
      )}
    </Panel>
  );
}

function ToSend({ state: { canSend, unsentLines, lastSentAt } }: { readonly state: ExchangeState }) {
  if (unsentLines === 0) return '没有';
  return (
    <>
      <Link to={canSend ? '/exchange/send' : '/exchange/directory'}>新记录 {unsentLines} 条</Link>
      <div className="soft">
        {!canSend ? (
          '还没有互相准入的单位，先办理准入'
        ) : lastSentAt === null ? (
          '尚未导出过'
        ) : (
          <>
            自 <span className="moment">{formatMoment(lastSentAt)}</span> 导出以来
          </>
        )}
      </div>
    </>
  );
}

function Waiting({ state: { outstanding }, today }: { readonly state: ExchangeState; readonly today: string }) {
  if (outstanding.length === 0) return '没有';
  return (
    <>
      <Link to="/exchange/send">{outstanding.length} 个数据包</Link>
      <ul className="home-waiting">
        {outstanding.slice(0, SHOWN).map(({ dispatch, recipientName, sentOn }) => (
          <li key={dispatch.id}>
            <span>{recipientName}</span>
            <span className="number">{sentOn === today ? '今天' : `已 ${String(daysBetween(sentOn, today))} 天`}</span>
          </li>
        ))}
      </ul>
      {outstanding.length > SHOWN && <div className="soft">另有 {outstanding.length - SHOWN} 个</div>}
    </>
  );
}

/** That it lies on the same disk is said where it can be changed. */
function LastBackup() {
  const { state } = useBackupState();
  const [now] = useState(() => Date.now());
  if (state === undefined) return null;
  const worry = backupWorries(state, now).find(({ about }) => about !== 'same-disk');
  return (
    <>
      <Link to="/station">{state.last === null ? '去备份' : formatMoment(state.last.madeAt)}</Link>
      {worry === undefined ? <div className="soft">{state.last !== null && REASON_LABELS[state.last.reason]}</div> : <div><Tag tone="warn">{worry.short}</Tag></div>}
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
