// One deadline: how far away, what it is, its arithmetic on demand, and the note that it was seen to. Its buttons are plain ones, because
// the list has dozens of them and everybody waits for it after signing in.

import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { BusinessDate } from '#shared/base/date';
import { formatYuan } from '#shared/base/money';
import { groupOf } from '#shared/domain/deadlines/deadline';
import type { AgendaEntry } from '../../data/agenda';
import { basisLabel, deadlineTitle, reckoningLines, remaining } from '../../text/deadlines';
import { ClauseButton } from '../../ui/clause-button';

interface AgendaRowProps {
  readonly entry: AgendaEntry;
  readonly today: BusinessDate;
  readonly onSettle: (entry: AgendaEntry) => void;
}

export function AgendaRow({ entry, today, onSettle }: AgendaRowProps) {
  const { deadline, subject, to, mark } = entry;
  const [open, setOpen] = useState(false);
  const id = useId();
  const title = deadlineTitle(deadline);
  return (
    <li className="agenda-row" data-group={mark === null ? groupOf(deadline, today) : 'settled'}>
      <span className="agenda-when">{mark === null ? remaining(deadline, today) : '已登记办结'}</span>
      <span className="agenda-what">
        {to === null ? title : <Link to={to}>{title}</Link>}
        <span className="agenda-subject">{subject}</span>
      </span>
      <span className="agenda-figures number">
        {deadline.amountFen !== null && <span>{formatYuan(deadline.amountFen)} 元</span>}
        <span className="agenda-day">{deadline.dueOn}</span>
      </span>
      <span className="agenda-acts">
        <button type="button" aria-expanded={open} aria-controls={id} aria-label={`${title}，${subject}，怎么算的`} onClick={() => { setOpen(!open); }}>
          怎么算的
        </button>
        {/* Only the receipt itself answers a bundle. */}
        {deadline.kind !== 'receipt' && (
          <button type="button" className="agenda-settle" aria-label={`${title}，${subject}，${mark === null ? '已办' : '撤销登记'}`} onClick={() => { onSettle(entry); }}>
            {mark === null ? '已办' : '撤销登记'}
          </button>
        )}
      </span>
      <div id={id} className="agenda-reckoning" hidden={!open}>
        {open && (
          <>
            {reckoningLines(deadline).map((line) => (
              <div key={line}>{line}</div>
            ))}
            {deadline.basis.kind === 'clause' && (
              <div>
                {basisLabel(deadline)}：<ClauseButton clause={deadline.basis.clause} />
              </div>
            )}
          </>
        )}
      </div>
    </li>
  );
}
