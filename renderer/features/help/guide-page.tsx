// All help texts this office can use, one opened at a time, and the ways to the keys, the sheets and the first steps.

import { Button } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useWorkplace } from '../../bridge/station';
import { HELP_TEXTS } from '../../text/help/topics';
import { HelpBody } from '../../ui/help-body';
import { Page, Panel } from '../../ui/page';
import './help.css';

export function GuidePage() {
  const { station } = useWorkplace();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const texts = HELP_TEXTS.filter(({ offices }) => offices.includes(station.officeKind));
  const chosen = texts.find(({ id }) => id === search.get('topic')) ?? texts[0];

  return (
    <Page
      title="操作指南"
      intro="在任何页面按 F1，看那一页的帮助。"
      actions={
        <>
          <Button onClick={() => void navigate('/home?steps=shown')}>五步入门</Button>
          <Button onClick={() => void navigate('/help/keys')}>按键一览</Button>
          <Button type="primary" onClick={() => void navigate('/help/sheets')}>
            打印操作单
          </Button>
        </>
      }
    >
      <div className="guide">
        <nav className="guide-topics" aria-label="各页的说明">
          {texts.map(({ id, title }) => (
            <button key={id} type="button" aria-current={id === chosen?.id ? 'true' : undefined} onClick={() => { setSearch({ topic: id }, { replace: true }); }}>
              {title}
            </button>
          ))}
        </nav>
        {chosen !== undefined && (
          <Panel title={chosen.title}>
            <HelpBody text={chosen} level={3} />
          </Panel>
        )}
      </div>
    </Page>
  );
}
