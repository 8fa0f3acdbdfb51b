// The overview of all keys.

import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { KEY_GROUPS } from '../../text/help/keyboard';
import { KeyList } from '../../ui/key-list';
import { Page, Panel } from '../../ui/page';
import './help.css';

export function KeysPage() {
  const navigate = useNavigate();
  return (
    <Page
      title="按键一览"
      intro="不用鼠标也能办理全部业务。"
      actions={
        <>
          <Button onClick={() => void navigate('/help')}>操作指南</Button>
          <Button onClick={() => void navigate('/help/sheets?sheet=keys')}>打印</Button>
        </>
      }
    >
      <div className="key-groups" tabIndex={0} role="region" aria-label="按键">
        {KEY_GROUPS.map(({ title, keys }) => (
          <Panel key={title} title={title}>
            <KeyList keys={keys} />
          </Panel>
        ))}
      </div>
    </Page>
  );
}
