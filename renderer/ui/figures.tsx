// A row of figures: label above, number below, an optional remark. Numbers are already words.

import { Link } from 'react-router';
import './figures.css';

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly remark?: string;
  /** An amount in capital numerals. */
  readonly capitals?: string;
  /** The exact figure where a rounded one is shown. */
  readonly title?: string;
  /** Where the records behind it are listed. */
  readonly to?: string;
}

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label} className="figure" title={figure.title}>
          <dt>{figure.label}</dt>
          <dd>{figure.to === undefined ? figure.value : <Link to={figure.to}>{figure.value}</Link>}</dd>
          {figure.capitals !== undefined && <dd className="figure-remark">{figure.capitals}</dd>}
          {figure.remark !== undefined && <dd className="figure-remark">{figure.remark}</dd>}
        </div>
      ))}
    </dl>
  );
}
