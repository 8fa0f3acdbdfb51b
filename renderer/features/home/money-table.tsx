// The year's money in figures; each opens the records behind it.

import { Link } from 'react-router';
import { formatYuan, type MoneyUnit } from '#shared/base/money';
import { CATEGORIES } from '../../data/tally-layout';
import { amountAbout, UNIT_LABELS } from '../../ui/money-unit';
import { planLink, recordLink, type View } from './links';
import { type Money, type MoneyRow, type Series, SERIES, SERIES_WORDS } from './money-rows';

interface MoneyTableProps {
  readonly label: string;
  readonly money: Money;
  readonly unit: MoneyUnit;
  readonly view: View;
  readonly year: number;
}

export function MoneyTable({ label, money, unit, view, year }: MoneyTableProps) {
  const figure = (row: MoneyRow, series: Series) => {
    const text = amountAbout(unit, row.fen[series]);
    const exact = `${formatYuan(row.fen[series])} 元`;
    return (
      <td key={series} className="number" title={exact}>
        {row.fen[series] === 0 ? <span className="soft">{text}</span> : <Link to={linkOf(row, series, view, year)} aria-label={`${row.name}，${SERIES_WORDS[series].label} ${exact}，查看明细`}>{text}</Link>}
      </td>
    );
  };
  return (
    <table className="money-table">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">类别</th>
          {SERIES.map((series) => (
            <th key={series} scope="col" className="number">
              {SERIES_WORDS[series].label}（{UNIT_LABELS[unit]}）<small>{SERIES_WORDS[series].remark}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {money.rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {SERIES.map((series) => figure(row, series))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{money.sum.name}</th>
          {SERIES.map((series) => figure(money.sum, series))}
        </tr>
      </tfoot>
    </table>
  );
}

function linkOf({ place }: MoneyRow, series: Series, view: View, year: number): string {
  if (series === 'committed' || series === 'payable') {
    return recordLink(series === 'committed' ? 'contracts' : 'acceptances', year, view === 'own', place ?? undefined);
  }
  return planLink(view, year, series === 'asked' ? 'submitted' : 'approved', CATEGORIES.find((category) => category === place));
}
