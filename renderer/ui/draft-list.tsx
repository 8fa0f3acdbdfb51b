// Unfinished forms of one kind: go on, or throw away after a question.

import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RecordId } from '#shared/base/ids';
import { formatMoment } from '../text/format';
import { binQuestion } from './bin-question';
import { Panel } from './page';
import './check-panel.css';

export interface DraftEntry {
  readonly id: RecordId;
  readonly title: string;
  /** When it was last saved, a UTC moment. */
  readonly at: string;
  readonly to: string;
}

interface DraftListProps {
  readonly drafts: readonly DraftEntry[];
  /** What they are: 草稿. */
  readonly title?: string;
  readonly onRemove: (id: RecordId) => void;
}

/** Nobody looks further at once, and the list below wants its room. */
const SHOWN_AT_FIRST = 3;

export function DraftList({ drafts, title = '草稿', onRemove }: DraftListProps) {
  const [all, setAll] = useState(false);
  const { modal } = App.useApp();
  if (drafts.length === 0) return null;
  const ask = ({ id, title: named }: DraftEntry) =>
    modal.confirm(binQuestion(`删除草稿“${named}”？`, () => { onRemove(id); }));
  return (
    <Panel title={`${title} ${String(drafts.length)} 份`}>
      <ul className="check-list">
        {(all ? drafts : drafts.slice(0, SHOWN_AT_FIRST)).map((draft) => (
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
      {!all && drafts.length > SHOWN_AT_FIRST && (
        <Button type="text" onClick={() => { setAll(true); }}>
          另有 {drafts.length - SHOWN_AT_FIRST} 份，全部列出
        </Button>
      )}
    </Panel>
  );
}
