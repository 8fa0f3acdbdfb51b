// A long list drawn by hand over TanStack Virtual: one row height that follows the text size, sticky head, keyboard movement,
// rows fetched by window.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type GridColumn, gridTracks } from './grid-column';
import { type GridTicks, TICK_WIDTH, TickAll, TickBox, toggleTick } from './grid-ticks';
import './virtual-grid.css';

interface VirtualGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly count: number;
  /** The row at an index, or undefined while it is being fetched. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which window is on screen, so that the rows can be fetched. */
  readonly onWindow?: (first: number, last: number) => void;
  readonly onOpen?: (index: number) => void;
  /** Told which row is chosen; the row then stays marked while buttons beside the grid have the focus. */
  readonly onActive?: (index: number) => void;
  /** Rows can be ticked: a column of boxes stands first, and the space bar ticks the row it is at. */
  readonly ticks?: GridTicks<Row>;
  readonly empty: ReactNode;
}

export function VirtualGrid<Row>({
  label,
  columns,
  count,
  rowAt,
  onWindow,
  onOpen,
  onActive,
  ticks,
  empty,
}: VirtualGridProps<Row>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(frame);
  const [chosen, setActive] = useState(0);
  // The list may have become shorter since.
  const active = Math.min(chosen, Math.max(0, count - 1));
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // The head stands before the first row, and over the row that is scrolled to.
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 8,
  });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (count > 0) onWindow?.(first, last);
  }, [first, last, count, onWindow]);

  const withTicks = ticks !== undefined;
  const tracks = useMemo(() => gridTracks(withTicks ? [{ width: TICK_WIDTH }, ...columns] : columns), [withTicks, columns]);

  const choose = (index: number) => {
    setActive(index);
    onActive?.(index);
  };

  const tick = (index: number) => {
    const row = rowAt(index);
    if (ticks !== undefined && row !== undefined) toggleTick(ticks, row);
  };

  // The same functions for all rows and all times: what they do is looked up when they are called.
  const latest = useRef({ choose, onOpen, tick });
  useEffect(() => {
    latest.current = { choose, onOpen, tick };
  });
  const [events] = useState(() => ({
    choose: (index: number) => { latest.current.choose(index); },
    open: (index: number) => { latest.current.onOpen?.(index); },
    tick: (index: number) => { latest.current.tick(index); },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const next = Math.min(count - 1, Math.max(0, target));
      choose(next);
      virtualizer.scrollToIndex(next);
      return;
    }
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onOpen?.(active);
    if (event.key === ' ' && ticks !== undefined) {
      event.preventDefault();
      tick(active);
    }
  };

  const head = (
    <div role="rowgroup" className="grid-head" style={{ minWidth: tracks.minWidth, height: rowHeight }}>
      <div role="row" className="grid-tracks" aria-rowindex={1} style={{ gridTemplateColumns: tracks.gridTemplateColumns }}>
        {ticks !== undefined && (
          <div role="columnheader" className="grid-cell">
            <TickAll {...ticks} />
          </div>
        )}
        {columns.map((column) => (
          <div key={column.key} role="columnheader" className="grid-cell" data-align={column.align}>
            {column.title}
          </div>
        ))}
      </div>
    </div>
  );
  // What stands in an empty list is no row of the grid: words and a button, beside it.
  if (count === 0) {
    return (
      <div ref={frame} className="grid-frame">
        <div role="grid" aria-label={label} aria-rowcount={1}>
          {head}
        </div>
        <div className="grid-empty">{empty}</div>
      </div>
    );
  }
  return (
    <div ref={frame} className="grid-frame">
      <div
        ref={scroller}
        className="grid-scroll"
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={count + 1}
        aria-multiselectable={ticks !== undefined}
        data-choosing={onActive !== undefined}
        aria-activedescendant={active >= first && active <= last ? `${id}-${String(active)}` : undefined}
        onKeyDown={onKeyDown}
      >
        {head}
        <div role="rowgroup" className="grid-rows" style={{ height: virtualizer.getTotalSize() - rowHeight, minWidth: tracks.minWidth }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <GridRow<Row>
                key={item.key}
                id={`${id}-${String(item.index)}`}
                row={row}
                index={item.index}
                top={item.start - rowHeight}
                height={rowHeight}
                columns={columns}
                tracks={tracks.gridTemplateColumns}
                active={item.index === active}
                withTicks={withTicks}
                tickLabel={row === undefined ? null : (ticks?.labelOf(row) ?? null)}
                ticked={row !== undefined && ticks?.isTicked(row) === true}
                events={events}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface GridRowProps<Row> {
  readonly id: string;
  /** undefined while it is being fetched. */
  readonly row: Row | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly tracks: string;
  readonly active: boolean;
  readonly withTicks: boolean;
  /** null where this row cannot be ticked. */
  readonly tickLabel: string | null;
  readonly ticked: boolean;
  readonly events: Readonly<Record<'choose' | 'open' | 'tick', (index: number) => void>>;
}

/** Drawn again only when it changes, so that scrolling draws the rows that come and no others. */
const GridRow = memo(function GridRow<Row>({ id, row, index, top, height, columns, tracks, active, withTicks, tickLabel, ticked, events }: GridRowProps<Row>) {
  if (row === undefined) return <RowToCome id={id} index={index} top={top} height={height} cells={columns.length + (withTicks ? 1 : 0)} active={active} />;
  return (
    <div
      id={id}
      role="row"
      aria-selected={withTicks ? ticked : undefined}
      aria-rowindex={index + 2}
      className="grid-row grid-tracks"
      data-active={active}
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${String(top)}px)` }}
      onClick={() => { events.choose(index); }}
      onDoubleClick={() => { events.open(index); }}
    >
      {withTicks && (
        <div role="gridcell" className="grid-cell">
          {tickLabel !== null && <TickBox label={tickLabel} ticked={ticked} onTick={() => { events.tick(index); }} />}
        </div>
      )}
      {columns.map((column) => {
        const shown = column.render(row);
        return (
          // A text that is cut off can be read whole under the mouse.
          <div key={column.key} role="gridcell" className="grid-cell" data-align={column.align} title={typeof shown === 'string' ? shown : undefined}>
            {shown}
          </div>
        );
      })}
    </div>
  );
}) as <Row>(props: GridRowProps<Row>) => ReactNode;

interface RowToComeProps extends Pick<GridRowProps<never>, 'id' | 'index' | 'top' | 'height' | 'active'> {
  readonly cells: number;
}

/** One empty cell: a list that is drawn along fast shows little else, and nobody reads it. */
function RowToCome({ id, index, top, height, cells, active }: RowToComeProps) {
  return (
    <div id={id} role="row" aria-rowindex={index + 2} aria-busy className="grid-row" data-active={active} style={{ height, transform: `translateY(${String(top)}px)` }}>
      <div role="gridcell" aria-colspan={cells} />
    </div>
  );
}

/** Two and three quarter lines of the text as it is now; the text size may be changed while the list stands. */
function useRowHeight(frame: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(44);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => { setHeight(Math.round(parseFloat(getComputedStyle(element).fontSize) * 2.75)); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, [frame]);
  return height;
}
