// Areas of work, who is signed in, and the way out.

import { NavLink } from 'react-router';
import { callDesk } from '../bridge/desk';
import { useStationState, useWorkplace } from '../bridge/station';
import { HelpButton } from '../ui/help-frame';
import { useAskToLeave } from '../ui/ask-to-leave';
import type { Area } from './routes';
import { setSearchOpen } from './search-palette/search-open';

export function Sidebar({ areas }: { readonly areas: readonly Area[] }) {
  const { station, operator } = useWorkplace();
  const { state, refresh } = useStationState();
  const askToLeave = useAskToLeave();

  const leave = async () => {
    await callDesk('signOut', {});
    await refresh();
  };

  return (
    <aside className="sidebar">
      <div className="sidebar-brand">
        <b>购服台</b>
        <span>{station.name}</span>
      </div>
      <button type="button" className="sidebar-search" aria-keyshortcuts="Control+K" onClick={() => { setSearchOpen(true); }}>
        查找<kbd>Ctrl+K</kbd>
      </button>
      <nav aria-label="业务">
        {areas.filter(({ unlisted }) => unlisted !== true).map((area) => (
          <NavLink key={area.path} to={area.path}>
            {area.title}
          </NavLink>
        ))}
      </nav>
      <div className="sidebar-foot">
        <div className="sidebar-person">
          {operator.name}　{operator.post}
        </div>
        <div className="sidebar-person">密钥{state.keyUnlocked ? '已打开' : '未打开'}</div>
        <HelpButton />
        <button type="button" onClick={() => { askToLeave(() => void leave()); }}>
          锁定退出
        </button>
      </div>
    </aside>
  );
}
