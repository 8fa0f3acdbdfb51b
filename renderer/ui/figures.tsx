// A row of figures: label above, number below, an optional remark. Numbers are already words.

import { Link } from 'react-router';
import './figures.css';

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly remark?: string;
  /** Where the records behind it are listed. */
  readonly to?: string;
}

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label} className="figure">
          <dt>{figure.label}</dt>
          <dd>{figure.to === undefined ? figure.value : <Link to={figure.to}>{figure.value}</Link>}</dd>
          {figure.remark !== undefined && <dd className="figure-remark">{figure.remark}</dd>}
        </div>
      ))}
    </dl>
  );
}
