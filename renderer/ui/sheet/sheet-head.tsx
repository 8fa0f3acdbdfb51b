// The sheet's head: titles that sort by a click, in step with the columns below.

import { memo } from 'react';
import type { SheetLayout } from './sheet-layout';
import type { SheetSort } from './sheet-types';

interface SheetHeadProps<Row> {
  readonly layout: SheetLayout<Row>;
  readonly first: number;
  readonly last: number;
  readonly sort: SheetSort | null;
  readonly onSort: (column: string, direction: SheetSort['direction']) => void;
}

function SheetHeadInner<Row>({ layout, first, last, sort, onSort }: SheetHeadProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className="sheet-head" style={{ width: layout.totalPx, height: layout.rowPx }}>
      {layout.columns.map(({ column, index, left, width }) => {
        if (column.frozen !== true && (index < first || index > last)) return null;
        const sorted = sort?.column === column.key ? sort.direction : undefined;
        const next = sorted === 'ascending' ? 'descending' : 'ascending';
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted}
            className="sheet-cell"
            data-frozen={column.frozen}
            data-align={column.align}
            style={{ left, width }}
          >
            {column.head !== undefined ? (
              column.head()
            ) : column.sortable === false ? (
              <span className="sheet-title">{column.title}</span>
            ) : (
              // Alt+Shift with the up and down arrows sorts from the keyboard.
              <button type="button" tabIndex={-1} className="sheet-title" title={`按${column.title}排序`} onClick={() => { onSort(column.key, next); }}>
                {column.title}
                {sorted !== undefined && <span aria-hidden>{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

export const SheetHead = memo(SheetHeadInner) as typeof SheetHeadInner;
