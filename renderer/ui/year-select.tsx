// Choosing a year in a page's head, and keeping the choice in the route so that it survives going into a record and back.

import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { FIRST_PLAN_YEAR, LAST_PLAN_YEAR } from '#shared/domain/fields';

interface YearSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: number;
  /** Years to choose from, in any order; the chosen one is always among them. */
  readonly years: readonly number[];
  readonly onChange: (year: number) => void;
  /** '年度' for a plan's year, '年' for a calendar year. */
  readonly unit?: '年度' | '年';
}

export function YearSelect({ id, label = '年度', value, years, onChange, unit = '年度' }: YearSelectProps) {
  const choices = [...new Set([value, ...years])].sort((a, b) => b - a);
  return (
    <Select<number>
      {...(id === undefined ? { 'aria-label': label } : { id })}
      value={value}
      onChange={onChange}
      style={{ width: '8.2em' }}
      options={choices.map((year) => ({ value: year, label: `${String(year)} ${unit}` }))}
    />
  );
}

/** The year in the route's ?year=, else `fallback`. */
export function useRouteYear(fallback: number): readonly [year: number, setYear: (year: number) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= FIRST_PLAN_YEAR && asked <= LAST_PLAN_YEAR ? asked : fallback;
  const setYear = (next: number) => {
    setSearch(
      (held) => {
        held.set('year', String(next));
        return held;
      },
      { replace: true },
    );
  };
  return [year, setYear];
}
