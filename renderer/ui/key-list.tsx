// Keys and what they do, as a list of two columns.

import type { HelpKey } from '../text/help/help-text';

export function KeyList({ keys }: { readonly keys: readonly HelpKey[] }) {
  return (
    <dl className="help-pairs help-keys">
      {keys.map(({ keys: names, does }) => (
        <div key={names + does}>
          <dt>
            {names.split(' ').map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
