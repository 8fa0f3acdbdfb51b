// Ticking rows of a long list: the column of boxes with one for all at its head. What is ticked is the caller's to keep.

import { Checkbox } from 'antd';
import type { GridColumn } from './grid-column';

export interface GridTicks<Row> {
  /** Name of the box that ticks all; left out while there is nothing to tick. */
  readonly allLabel: string | null;
  readonly all: 'none' | 'some' | 'all';
  readonly onTickAll: (on: boolean) => void;
  /** Name of a row's box; null when the row cannot be ticked. */
  readonly labelOf: (row: Row) => string | null;
  readonly isTicked: (row: Row) => boolean;
  readonly onTick: (row: Row, on: boolean) => void;
}

export function tickColumn<Row>({ allLabel, all, onTickAll, labelOf, isTicked, onTick }: GridTicks<Row>): GridColumn<Row> {
  return {
    key: 'tick',
    title: allLabel !== null && (
      <Checkbox
        aria-label={allLabel}
        checked={all === 'all'}
        indeterminate={all === 'some'}
        onChange={({ target }) => { onTickAll(target.checked); }}
      />
    ),
    width: '44px',
    render: (row) => {
      const label = labelOf(row);
      if (label === null) return '';
      // Not a stop of its own for the Tab key: the grid's space bar ticks the row it is at.
      return <Checkbox aria-label={label} tabIndex={-1} checked={isTicked(row)} onChange={({ target }) => { onTick(row, target.checked); }} />;
    },
  };
}

/** The space bar's work. */
export function toggleTick<Row>({ labelOf, isTicked, onTick }: GridTicks<Row>, row: Row): void {
  if (labelOf(row) !== null) onTick(row, !isTicked(row));
}
