// What the chosen cells add up to, as a spreadsheet tells it at its foot. Pure.

import { figureOf, type PlanSheetColumn } from './sheet-columns';

export interface BlockSum {
  /** Cells with something in them. */
  readonly count: number;
  /** null where no cell holds an amount of money, or they are too many to be exact. */
  readonly fen: number | null;
  /** Of quantities, where there is no money; as ten-thousandths. */
  readonly e4: number | null;
}

type SummedColumn = Pick<PlanSheetColumn, 'key' | 'kind'>;

export function sumBlock(cells: Iterable<readonly [column: SummedColumn, text: string]>): BlockSum {
  let count = 0;
  const sums = { money: [] as number[], others: [] as number[] };
  for (const [column, text] of cells) {
    if (text === '') continue;
    count += 1;
    const figure = isAmount(column) ? figureOf(column.kind, text) : undefined;
    if (figure !== undefined) sums[column.kind === 'money' ? 'money' : 'others'].push(figure);
  }
  return { count, fen: sumOf(sums.money), e4: sums.money.length > 0 ? null : sumOf(sums.others) };
}

/** A year is a figure, and nothing that can be added up. */
function isAmount({ key }: SummedColumn): boolean {
  return !key.endsWith('.year');
}

function sumOf(figures: readonly number[]): number | null {
  const sum = figures.reduce((total, one) => total + one, 0);
  return figures.length > 0 && Number.isSafeInteger(sum) ? sum : null;
}
