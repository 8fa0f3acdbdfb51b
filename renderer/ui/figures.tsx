// A row of figures: label above, number below, an optional remark. Numbers are already words.

import './figures.css';

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly remark?: string;
}

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label} className="figure">
          <dt>{figure.label}</dt>
          <dd>{figure.value}</dd>
          {figure.remark !== undefined && <dd className="figure-remark">{figure.remark}</dd>}
        </div>
      ))}
    </dl>
  );
}
