// Where set-up lies on the path of a new office: the five steps in one line, what is done, what is now. Without numbers: set-up's own
// steps, just below, have them.

import type { OfficeKind } from '#shared/domain/office';
import { firstPath } from '../../text/first-path';
import './path-strip.css';

export function PathStrip({ office, now }: { readonly office: OfficeKind; readonly now: number }) {
  return (
    <div className="path-strip">
      <span>五步入门</span>
      <ol>
        {firstPath(office).map(({ name }, index) => (
          <li key={name} data-done={index < now} aria-current={index === now ? 'step' : undefined}>
            {index < now && <span aria-hidden>✓</span>}
            {name}
            {index < now && <span className="visually-hidden">（已办）</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
