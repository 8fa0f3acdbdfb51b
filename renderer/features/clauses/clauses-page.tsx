// 政策依据: the governing document whole, the later rules as far as we hold them, with search and what rests on each clause.

import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Route, Routes, useNavigate, useParams } from 'react-router';
import { GOVERNING_DOCUMENT } from '#shared/policy/clauses';
import { clausePath } from '../../text/clause-words';
import { Page } from '../../ui/page';
import { ClauseArticle, elementId, searchedTexts } from './clause-article';
import { ClauseSearch } from './clause-search';
import { ClausesPrint } from './clauses-print';
import { countHits, patternOf } from './find-in-text';
import { GOVERNING_PART, LATER_PART, READING_ORDER } from './outline';
import { OutlineList } from './outline-list';
import './clauses.css';

export default function ClausesArea() {
  return (
    <Routes>
      <Route index element={<ClausesPage />} />
      <Route path="print" element={<ClausesPrint />} />
      <Route path=":clauseId" element={<ClausesPage />} />
    </Routes>
  );
}

function ClausesPage() {
  const { clauseId } = useParams();
  const navigate = useNavigate();
  const place = READING_ORDER.findIndex(({ id }) => id === clauseId);
  const current = READING_ORDER[place]?.id ?? null;
  const [query, setQuery] = useState('');
  const pattern = useMemo(() => patternOf(query), [query]);
  const hits = useMemo(() => READING_ORDER.reduce((sum, clause) => sum + countHits(searchedTexts(clause), pattern), 0), [pattern]);
  const reader = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (current === null) return;
    const article = document.getElementById(elementId(current));
    article?.scrollIntoView({ block: 'start' });
    article?.focus({ preventScroll: true });
  }, [current]);

  const step = (by: 1 | -1) => {
    const next = READING_ORDER[place === -1 && by === -1 ? 0 : place + by];
    if (next !== undefined) void navigate(clausePath(next.id), { replace: true });
  };
  useAltArrows(step);

  return (
    <Page
      title="政策依据"
      intro={`${GOVERNING_DOCUMENT.number}全文，和后来文件的要点`}
      actions={
        <>
          {clauseId !== undefined && <Button onClick={() => void navigate(-1)}>返回</Button>}
          <Button disabled={place <= 0} onClick={() => { step(-1); }}>
            上一条
          </Button>
          <Button disabled={place === READING_ORDER.length - 1} onClick={() => { step(1); }}>
            下一条
          </Button>
          <Button onClick={() => void navigate('/clauses/print')}>打印</Button>
        </>
      }
    >
      <div className="clauses">
        <OutlineList current={current} />
        <div className="clause-reader">
          <ClauseSearch query={query} onQuery={setQuery} hits={hits} reader={reader} />
          <div ref={reader} className="clause-scroll" tabIndex={0} role="region" aria-label="条文">
            {GOVERNING_PART.map((clause) => (
              <ClauseArticle key={clause.id} clause={clause} pattern={pattern} isCurrent={clause.id === current} />
            ))}
            <h2 className="clause-part">后来的文件（要点）</h2>
            <p className="clause-note">
              以下是后来文件的要点，由本系统归纳，不是原文；每条写明核对到什么程度、施行日期是否确定。办理时请对照正式文件。
            </p>
            {LATER_PART.map(({ name, clauses }) => (
              <section key={name}>
                <h3>{name}</h3>
                {clauses.map((clause) => (
                  <ClauseArticle key={clause.id} clause={clause} pattern={pattern} isCurrent={clause.id === current} />
                ))}
              </section>
            ))}
          </div>
        </div>
      </div>
    </Page>
  );
}

/** Alt+↑ and Alt+↓ go from clause to clause. */
function useAltArrows(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => { latest.current = step; });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      latest.current(event.key === 'ArrowUp' ? -1 : 1);
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, []);
}
