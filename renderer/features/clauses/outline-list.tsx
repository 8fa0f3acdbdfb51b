// The table of contents at the left of the reader.

import { Link } from 'react-router';
import { clausePath } from '../../text/clause-words';
import { OUTLINE } from './outline';

export function OutlineList({ current }: { readonly current: string | null }) {
  return (
    <nav className="clause-outline" aria-label="目录">
      <ul>
        {OUTLINE.map(({ level, title, id }) => (
          <li key={`${String(level)}${title}`} data-level={level}>
            <Link to={clausePath(id)} replace aria-current={id === current ? 'location' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
