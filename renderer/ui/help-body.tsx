// One help text as it is read: purpose, steps, states, troubles, keys, clauses. The panel, the guide and the sheets show it.

import { Link, useInRouterContext } from 'react-router';
import { type ClauseId, clauseById } from '#shared/policy/clauses';
import { clauseName, clausePath } from '../text/clause-words';
import type { HelpText } from '../text/help/help-text';
import { KeyList } from './key-list';
import './help-body.css';

/** `level` is that of its own headings: they stand under the heading that names the page. */
export function HelpBody({ text, level }: { readonly text: HelpText; readonly level: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div className="help-body">
      <p className="help-purpose">{text.purpose}</p>
      <Heading>怎样办理</Heading>
      <ol>
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {text.troubles.length > 0 && (
        <>
          <Heading>出现问题时</Heading>
          {text.troubles.map(({ what, safe, next }) => (
            <div key={what} className="help-trouble">
              <b>{what}</b>
              <p>{safe}</p>
              <p>{next}</p>
            </div>
          ))}
        </>
      )}
      {text.states.length > 0 && (
        <>
          <Heading>状态的意思</Heading>
          <dl className="help-pairs">
            {text.states.map(([word, means]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Heading>按键</Heading>
      <KeyList keys={text.keys} />
      {text.clauses.length > 0 && (
        <>
          <Heading>依据的条文</Heading>
          <ul className="help-clauses">
            {text.clauses.map((id) => (
              <li key={id}>
                <ClauseLink id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Before sign-in there is no reader to go to: the name alone. */
function ClauseLink({ id }: { readonly id: ClauseId }) {
  const name = clauseName(clauseById(id));
  return useInRouterContext() ? <Link to={clausePath(id)}>{name}</Link> : name;
}
