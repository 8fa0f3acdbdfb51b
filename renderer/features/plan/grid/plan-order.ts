// Orders of the grid: rows by a column, and the next cell of which there is something to say. Pure.

import type { SheetSort } from '../../../ui/sheet/sheet-types';
import type { SheetPlace } from '../../../ui/sheet/sheet-view';
import type { BookRow } from './book-row';
import type { PlanBook } from './plan-book';
import type { PlanFindings } from './plan-findings';
import { figureOf, type PlanSheetColumn } from './sheet-columns';

const words = new Intl.Collator('zh-CN', { numeric: true });

/** Figures by their size, then words as a Chinese dictionary has them; empty cells last either way. */
export function compareBy(column: PlanSheetColumn, direction: SheetSort['direction']): (a: BookRow, b: BookRow) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  const keys = new WeakMap<BookRow, string | number>();
  const keyOf = (row: BookRow) => {
    let key = keys.get(row);
    if (key === undefined) {
      key = figureOf(column.kind, column.text(row)) ?? column.shown(row);
      keys.set(row, key);
    }
    return key;
  };
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
    if (typeof left === 'string' && typeof right === 'string') return words.compare(left, right) * sign;
    if (typeof left === 'number' && typeof right === 'number') return (left - right) * sign;
    return (typeof left === 'number' ? -1 : 1) * sign;
  };
}

/** Cells are told by row and column, because both may move while the search goes on. */
export interface MarkedCell {
  readonly id: string;
  readonly column: string;
}

/** The next or former cell with a mark among the columns shown, looked for row by row: null for each row without one, and the cell last. */
export function* searchMarks(
  from: SheetPlace,
  direction: 1 | -1,
  book: PlanBook,
  findings: PlanFindings,
  columns: readonly PlanSheetColumn[],
): Generator<MarkedCell | null> {
  const rows = book.shown();
  for (let step = 0; step <= rows.length; step++) {
    const held = rows[(((from.row + step * direction) % rows.length) + rows.length) % rows.length];
    // As it stands by now.
    const row = held === undefined ? undefined : book.rowAt(book.indexOf(held.id));
    if (row === undefined || row.draft === null) {
      yield null;
      continue;
    }
    const { marks } = findings.report(row);
    const marked = columns.filter(({ key }, column) => {
      const kind = marks.get(key);
      const beyond = direction === 1 ? column > from.column : column < from.column;
      const here = step === 0 ? beyond : step === rows.length ? !beyond : true;
      return kind !== undefined && kind !== 'info' && here;
    });
    const found = direction === 1 ? marked[0] : marked.at(-1);
    if (found !== undefined) {
      yield { id: row.id, column: found.key };
      return;
    }
    yield null;
  }
}
