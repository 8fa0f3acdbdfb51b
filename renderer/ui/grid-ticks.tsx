// Ticking rows of a long list: a column of boxes with one for all at its head. What is ticked is the caller's to keep.

import './grid-ticks.css';

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

/** Width of the column of boxes, as a column's. */
export const TICK_WIDTH = '44px';

export function TickAll({ allLabel, all, onTickAll }: Pick<GridTicks<never>, 'allLabel' | 'all' | 'onTickAll'>) {
  if (allLabel === null) return null;
  const showSome = (box: HTMLInputElement | null) => {
    if (box !== null) box.indeterminate = all === 'some';
  };
  return (
    <label className="tick-target">
      <input ref={showSome} type="checkbox" aria-label={allLabel} checked={all === 'all'} onChange={({ target }) => { onTickAll(target.checked); }} />
    </label>
  );
}

/** The browser's own box, because scrolling draws many. No stop for the Tab key: the grid's space bar ticks the row it is at. */
export function TickBox({ label, ticked, onTick }: { readonly label: string; readonly ticked: boolean; readonly onTick: () => void }) {
  return (
    <label className="tick-target">
      <input type="checkbox" aria-label={label} tabIndex={-1} checked={ticked} onChange={onTick} />
    </label>
  );
}

/** The space bar's work, and a box's. */
export function toggleTick<Row>({ labelOf, isTicked, onTick }: GridTicks<Row>, row: Row): void {
  if (labelOf(row) !== null) onTick(row, !isTicked(row));
}
