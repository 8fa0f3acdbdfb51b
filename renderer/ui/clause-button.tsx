// Opens the clause a finding rests on: document, article, its words (exact or in summary), how far the text could be checked,
// and the way to the whole document.

import { Button, Popover } from 'antd';
import { Link, useInRouterContext } from 'react-router';
import { clauseById } from '#shared/policy/clauses';
import { clausePath, clauseWeight } from '../text/clause-words';

export function ClauseButton({ clause }: { readonly clause: string }) {
  const inDesk = useInRouterContext();
  const found = clauseById(clause);
  if (found === null) return <span className="soft">（{clause}）</span>;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={`${found.document} ${found.article}`}
      content={
        <div style={{ maxWidth: 460 }}>
          <p style={{ margin: '0 0 8px', whiteSpace: 'pre-wrap' }}>{found.text}</p>
          <span className="soft">{clauseWeight(found)}</span>
          {inDesk && (
            <>
              {'　'}
              <Link to={clausePath(clause)}>查看全文</Link>
            </>
          )}
        </div>
      }
    >
      <Button type="link" size="small" style={{ padding: 0, height: 'auto' }}>
        依据
      </Button>
    </Popover>
  );
}
