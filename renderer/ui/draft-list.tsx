// Unfinished forms of one kind: go on, or throw away after a question.

import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatMoment } from '../text/format';
import { Panel } from './page';
import './check-panel.css';

export interface DraftEntry {
  readonly id: RecordId;
  readonly title: string;
  /** When it was last saved, a UTC moment. */
  readonly at: string;
  readonly to: string;
}

export function DraftList({ drafts, onRemove }: { readonly drafts: readonly DraftEntry[]; readonly onRemove: (id: RecordId) => void }) {
  const { modal } = App.useApp();
  if (drafts.length === 0) return null;
  const ask = ({ id, title }: DraftEntry) =>
    modal.confirm({
      title: `删除草稿“${title}”？`,
      content: '可在回收站还原，保留 30 天。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '保留',
      onOk: () => { onRemove(id); },
    });
  return (
    <Panel title={`草稿 ${String(drafts.length)} 份`}>
      <ul className="check-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link to={draft.to}>{draft.title}</Link>
            <span>
              <span className="soft">{formatMoment(draft.at)} 保存　</span>
              <Button size="small" type="text" danger aria-label={`删除草稿${draft.title}`} onClick={() => { ask(draft); }}>
                删除
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
