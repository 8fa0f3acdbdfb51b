// 待办 by date: overdue, today, the next seven days, later, and what has no date; settled ones can be looked at again.

import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { todayInShanghai } from '#shared/base/date';
import type { Failure } from '#shared/base/result';
import { DEADLINE_GROUPS, type DeadlineGroup, groupOf } from '#shared/domain/deadlines/deadline';
import { isFinanceOffice } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { type AgendaEntry, openEntries, readAgenda } from '../../data/agenda';
import { markDone, unmarkDone } from '../../data/done-marks';
import { useLive } from '../../data/live';
import { AGENDA_LIMITS } from '../../text/deadlines';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Panel } from '../../ui/page';
import { AgendaRow } from './agenda-row';
import { planDraftsLink, planLink } from './links';
import { readUndated, type Undated } from './queries';

const GROUP_TITLES: Readonly<Record<DeadlineGroup, string>> = { overdue: '已逾期', today: '今天', week: '七天以内', later: '以后' };

export function AgendaPanel({ year }: { readonly year: number }) {
  const { station, operatorId } = useWorkplace();
  const own = station.stationId;
  const today = todayInShanghai(Date.now());
  const [failure, setFailure] = useState<Failure | null>(null);
  const agenda = useLive(() => readAgenda(own, today), [own, today]);
  const undated = useLive(() => readUndated(own, year), [own, year]);

  const settle = async ({ deadline, mark }: AgendaEntry) => {
    const saved = await (mark === null ? markDone(own, operatorId, deadline.key) : unmarkDone(mark));
    setFailure(saved.ok ? null : saved.error);
  };

  if (agenda === undefined || undated === undefined) return <Panel title="待办">{null}</Panel>;
  const open = openEntries(agenda);
  const settled = agenda.entries.filter(({ mark }) => mark !== null);
  const finance = isFinanceOffice(station.officeKind);
  const loose = looseEnds(undated, finance, year);
  const row = (entry: AgendaEntry) => <AgendaRow key={entry.deadline.key} entry={entry} today={today} onSettle={(one) => void settle(one)} />;

  return (
    <Panel title="待办" extra={<span className="soft">今天 {today}</span>}>
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      {open.length === 0 && loose.length === 0 && <NothingDue finance={finance} year={year} />}
      {DEADLINE_GROUPS.map((group) => (
        <Group key={group} title={GROUP_TITLES[group]} entries={open.filter(({ deadline }) => groupOf(deadline, today) === group)} row={row} />
      ))}
      {loose.length > 0 && (
        <section className="agenda-group">
          <h3>没有期限</h3>
          <ul className="agenda">
            {loose.map(({ text, to }) => (
              <li key={text} className="agenda-row" data-group="loose">
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {settled.length > 0 && (
        <details className="agenda-settled">
          <summary>已登记办结 {settled.length} 项</summary>
          <ul className="agenda">{settled.map(row)}</ul>
        </details>
      )}
      {agenda.entries.length > 0 && <p className="agenda-limits">{AGENDA_LIMITS}</p>}
    </Panel>
  );
}

function NothingDue({ finance, year }: { readonly finance: boolean; readonly year: number }) {
  return (
    <EmptyState
      what="没有待办事项。"
      why={`有期限的事项、没有办完的草稿和${finance ? '待审定的' : '退回的'}项目，到时列在这里。`}
      action={finance ? { label: '查看计划审定', to: planLink('received', year, 'submitted') } : { label: '查看年度计划', to: `/plan?year=${String(year)}` }}
    />
  );
}

interface GroupProps {
  readonly title: string;
  readonly entries: readonly AgendaEntry[];
  readonly row: (entry: AgendaEntry) => ReactNode;
}

/** Nobody reads further at once, and hundreds of rows would keep the page waiting. */
const SHOWN_AT_FIRST = 10;

function Group({ title, entries, row }: GroupProps) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <section className="agenda-group">
      <h3>
        {title}
        <span className="soft">　{entries.length} 项</span>
      </h3>
      <ul className="agenda">{shown.map(row)}</ul>
      {shown.length < entries.length && (
        <Button size="small" type="text" aria-label={`${title}，另有 ${String(entries.length - shown.length)} 项，全部列出`} onClick={() => { setAll(true); }}>
          另有 {entries.length - shown.length} 项，全部列出
        </Button>
      )}
    </section>
  );
}

function looseEnds({ drafts, pending, returned }: Undated, finance: boolean, year: number): readonly { text: string; to: string }[] {
  return [
    drafts.planItems > 0 && { text: `${String(year)} 年度计划草稿 ${String(drafts.planItems)} 份，尚未定稿`, to: planDraftsLink(year) },
    drafts.contracts > 0 && { text: `合同草稿 ${String(drafts.contracts)} 份，尚未定稿`, to: '/contracts' },
    drafts.acceptances > 0 && { text: `验收草稿 ${String(drafts.acceptances)} 份，尚未定稿`, to: '/acceptances' },
    drafts.decisions > 0 && { text: `未作出的审定 ${String(drafts.decisions)} 份`, to: planLink('received', year, 'pending') },
    finance && pending > 0 && { text: `待审定项目 ${String(pending)} 个`, to: planLink('received', year, 'pending') },
    returned > 0 && { text: `退回项目 ${String(returned)} 个，修改后重新送审`, to: planLink('own', year, 'returned') },
  ].filter((entry) => entry !== false);
}

