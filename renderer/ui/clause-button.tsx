// Opens the clause a finding rests on: document, article, its words (exact or in summary), how far the text could be checked,
// and the way to the whole document.

import { Popover } from 'antd';
import { useState } from 'react';
import { Link, useInRouterContext } from 'react-router';
import { clauseById } from '#shared/policy/clauses';
import { clausePath, clauseWeight } from '../text/clause-words';
import './clause-button.css';

/**
 * A plain button, because lists of findings and the foot of the grid draw many of them at once. The popover comes with the first press: the
 * kit makes and drops its style sheet with the only one on the page.
 */
export function ClauseButton({ clause }: { readonly clause: string }) {
  const [asked, setAsked] = useState(false);
  const found = clauseById(clause);
  if (found === null) return <span className="soft">（{clause}）</span>;
  if (asked) return <OpenClause found={found} />;
  return (
    <button type="button" className="clause-button" onClick={() => { setAsked(true); }}>
      依据
    </button>
  );
}

function OpenClause({ found }: { readonly found: NonNullable<ReturnType<typeof clauseById>> }) {
  const inDesk = useInRouterContext();
  return (
    <Popover
      defaultOpen
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
              <Link to={clausePath(found.id)}>查看全文</Link>
            </>
          )}
        </div>
      }
    >
      {/* It stands where the pressed one stood. */}
      <button type="button" className="clause-button" autoFocus>
        依据
      </button>
    </Popover>
  );
}
