// The year's money as bars, one group per category. Each kind of bar has its own pattern, so that colour is never alone; the table
// under it holds the same figures, which is what a screen reader is led to.

import { formatYuan, type MoneyUnit } from '#shared/base/money';
import { amountAbout, UNIT_LABELS } from '../../ui/money-unit';
import { type MoneyRow, SERIES, SERIES_WORDS, tallest } from './money-rows';

interface MoneyChartProps {
  readonly label: string;
  readonly rows: readonly MoneyRow[];
  readonly unit: MoneyUnit;
}

/** Gridlines at quarters of a round figure above the tallest bar. */
const STEPS = 4;

export function MoneyChart({ label, rows, unit }: MoneyChartProps) {
  const top = roundedUp(tallest(rows));
  return (
    <figure className="chart">
      <figcaption className="chart-legend">
        {SERIES.map((series) => (
          <span key={series}>
            <i className="chart-bar" data-series={series} aria-hidden />
            {SERIES_WORDS[series].label}
          </span>
        ))}
        <span className="soft">单位：{UNIT_LABELS[unit]}</span>
      </figcaption>
      <div className="chart-plot" role="img" aria-label={spoken(label, rows, unit)}>
        <div className="chart-scale" aria-hidden>
          {Array.from({ length: STEPS + 1 }, (_, index) => (
            <span key={index}>{amountAbout(unit, Math.round((top / STEPS) * (STEPS - index)))}</span>
          ))}
        </div>
        <div className="chart-groups" aria-hidden>
          {rows.map((row) => (
            <div key={row.name} className="chart-group">
              <div className="chart-bars">
                {SERIES.map((series) => (
                  <div
                    key={series}
                    className="chart-bar"
                    data-series={series}
                    data-zero={row.fen[series] === 0}
                    style={{ height: `${String(top === 0 ? 0 : (row.fen[series] / top) * 100)}%` }}
                    title={`${row.name}　${SERIES_WORDS[series].label} ${formatYuan(row.fen[series])} 元`}
                  />
                ))}
              </div>
              <span className="chart-name">{row.name}</span>
            </div>
          ))}
        </div>
      </div>
    </figure>
  );
}

/** The next of 1, 2, 4, 5, 8 × 10ⁿ yuan, so that the gridlines are round; 0 stays 0. */
export function roundedUp(fen: number): number {
  if (fen === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(fen));
  const factor = [1, 2, 4, 5, 8, 10].find((one) => one * power >= fen) ?? 10;
  return factor * power;
}

function spoken(label: string, rows: readonly MoneyRow[], unit: MoneyUnit): string {
  const groups = rows
    .filter(({ fen }) => SERIES.some((series) => fen[series] > 0))
    .map(({ name, fen }) => `${name}：${SERIES.map((series) => `${SERIES_WORDS[series].label} ${amountAbout(unit, fen[series])} ${UNIT_LABELS[unit]}`).join('，')}`);
  return [label, ...(groups.length > 0 ? groups : ['还没有金额']), '同样的数字列在下面的表里'].join('；');
}
