// One clause as it is read: its headings, its words with what was looked for marked, its weight, and what rests on it.

import { memo } from 'react';
import { canBlock, type Clause } from '#shared/policy/clauses';
import { clauseDate, clauseName, clauseWeight } from '../../text/clause-words';
import { ClauseUsesView } from './clause-uses-view';
import { cut } from './find-in-text';
import { headingLevel, numberedTitle } from './outline';

interface ClauseArticleProps {
  readonly clause: Clause;
  readonly pattern: RegExp | null;
  /** The clause the address names: marked, and open. */
  readonly isCurrent: boolean;
}

export const ClauseArticle = memo(function ClauseArticle({ clause, pattern, isCurrent }: ClauseArticleProps) {
  const lines = clause.text.split('\n');
  return (
    <article id={elementId(clause.id)} className="clause" data-current={isCurrent} tabIndex={-1} aria-label={clauseName(clause)}>
      {clause.headings.map((heading) =>
        headingLevel(heading) === 1 ? (
          <h2 key={heading}>
            <Marked text={heading} pattern={pattern} />
          </h2>
        ) : (
          <h3 key={heading}>
            <Marked text={heading} pattern={pattern} />
          </h3>
        ),
      )}
      {clause.isGoverning ? (
        lines.map((line, index) => (
          <p key={line} className={lineClass(clause, index)}>
            <Numbered line={line} pattern={pattern} />
          </p>
        ))
      ) : (
        <>
          {clause.article !== '' && <h4>{clause.article}</h4>}
          <p className="clause-summary">
            <Marked text={clause.text} pattern={pattern} />
          </p>
          <p className="clause-weight">
            {clauseWeight(clause)}；{clauseDate(clause)}
            {canBlock(clause) ? '' : '；本系统据此只提示，不拦阻'}
          </p>
        </>
      )}
      <ClauseUsesView id={clause.id} open={isCurrent} />
    </article>
  );
});

/** The texts in which a clause is searched, in the order of the page. */
export function searchedTexts(clause: Clause): readonly string[] {
  return [...clause.headings, ...clause.text.split('\n')];
}

export function elementId(id: string): string {
  return `clause-${id.replaceAll(' ', '-')}`;
}

/** '2.科学安排，注重实效。坚持…': the first sentence names the clause. */
function Numbered({ line, pattern }: { readonly line: string; readonly pattern: RegExp | null }) {
  const end = numberedTitle(line) === null ? 0 : line.indexOf('。') + 1;
  if (end === 0 || pattern !== null) return <Marked text={line} pattern={pattern} />;
  return (
    <>
      <b>{line.slice(0, end)}</b>
      {line.slice(end)}
    </>
  );
}

function Marked({ text, pattern }: { readonly text: string; readonly pattern: RegExp | null }) {
  // The pieces of a text never change their order, so that their place is their name.
  return cut(text, pattern).map((piece, place) => (piece.hit === null ? piece.text : <mark key={place}>{piece.text}</mark>));
}

/** The document's head and foot are set as on paper: names and title in the middle, the addressees at the margin. */
function lineClass({ article }: Clause, index: number): string {
  if (article === '附注') return 'clause-flush';
  if (article !== '题头') return 'clause-text';
  if (index < 3) return 'clause-centre';
  if (index === 3) return 'clause-title';
  return index === 4 ? 'clause-flush' : 'clause-text';
}
