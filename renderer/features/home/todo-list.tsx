// 待办: drafts, what is not yet exported, what has no receipt, what waits for a decision, what came back.

import { Link } from 'react-router';
import { isFinanceOffice } from '#shared/domain/office';
import { useWorkplace } from '../../bridge/station';
import { useLive } from '../../data/live';
import { formatMoment } from '../../text/format';
import { Panel } from '../../ui/page';
import { readTodo, type Todo } from './queries';
import './home.css';

interface Entry {
  readonly text: string;
  readonly to: string;
}

export function TodoList({ year }: { readonly year: number }) {
  const { station } = useWorkplace();
  const todo = useLive(() => readTodo(station.stationId, year), [station.stationId, year]);
  const entries = todo === undefined ? [] : entriesOf(todo, isFinanceOffice(station.officeKind));
  return (
    <Panel title="待办">
      {todo !== undefined && entries.length === 0 && <p className="soft">没有待办事项。</p>}
      <ul className="todo">
        {entries.map((entry) => (
          <li key={entry.text}>
            <Link to={entry.to}>{entry.text}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function entriesOf(todo: Todo, finance: boolean): readonly Entry[] {
  const oldest = todo.outstanding[0];
  return [
    todo.drafts > 0 && { text: `草稿 ${String(todo.drafts)} 份，尚未定稿`, to: finance ? '/review' : '/plan' },
    finance && todo.pending > 0 && { text: `待审定项目 ${String(todo.pending)} 个`, to: '/review' },
    !finance && todo.returned > 0 && { text: `退回项目 ${String(todo.returned)} 个，修改后重新送审`, to: '/plan' },
    todo.canSend && todo.unsentLines > 0 && { text: `有 ${String(todo.unsentLines)} 条新记录尚未导出`, to: '/exchange/send' },
    oldest !== undefined && {
      text: `待签收数据包 ${String(todo.outstanding.length)} 个，最早 ${formatMoment(oldest.at)} 导出`,
      to: '/exchange/send',
    },
  ].filter((entry) => entry !== false);
}
