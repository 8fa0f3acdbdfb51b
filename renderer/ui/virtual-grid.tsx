// A long list drawn by hand over TanStack Virtual: fixed row height, sticky head, keyboard movement, rows fetched by window.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { GridColumn } from './grid-column';
import { type GridTicks, tickColumn, toggleTick } from './grid-ticks';
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
  readonly rowHeight?: number;
  readonly empty: ReactNode;
}

export function VirtualGrid<Row>({
  label,
  columns: given,
  count,
  rowAt,
  onWindow,
  onOpen,
  onActive,
  ticks,
  rowHeight = 44,
  empty,
}: VirtualGridProps<Row>) {
  const id = useId();
  const columns = ticks === undefined ? given : [tickColumn(ticks), ...given];
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setActive] = useState(0);
  // The list may have become shorter since.
  const active = Math.min(chosen, Math.max(0, count - 1));
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (count > 0) onWindow?.(first, last);
  }, [first, last, count, onWindow]);

  const tracks: CSSProperties = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };

  const choose = (index: number) => {
    setActive(index);
    onActive?.(index);
  };

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
      const row = rowAt(active);
      if (row !== undefined) toggleTick(ticks, row);
    }
  };

  const head = (
    <div className="grid-head" role="row" style={tracks}>
      {columns.map((column) => (
        <div key={column.key} role="columnheader" className="grid-cell" data-align={column.align}>
          {column.title}
        </div>
      ))}
    </div>
  );
  // What stands in an empty list is no row of the grid: words and a button, beside it.
  if (count === 0) {
    return (
      <div className="grid-frame">
        <div role="grid" aria-label={label} aria-rowcount={1}>
          {head}
        </div>
        <div className="grid-empty">{empty}</div>
      </div>
    );
  }
  return (
    <div className="grid-frame" role="grid" aria-label={label} aria-rowcount={count + 1} aria-multiselectable={ticks !== undefined}>
      {head}
      <div
        ref={scroller}
        className="grid-scroll"
        tabIndex={0}
        role="rowgroup"
        data-choosing={onActive !== undefined}
        aria-label={`${label}，共 ${String(count)} 行`}
        aria-activedescendant={active >= first && active <= last ? `${id}-${String(active)}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <div
                key={item.key}
                id={`${id}-${String(item.index)}`}
                role="row"
                aria-selected={ticks === undefined || row === undefined ? undefined : ticks.isTicked(row)}
                aria-rowindex={item.index + 2}
                className="grid-row"
                data-active={item.index === active}
                style={{ ...tracks, height: rowHeight, transform: `translateY(${String(item.start)}px)` }}
                onClick={() => { choose(item.index); }}
                onDoubleClick={() => onOpen?.(item.index)}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" className="grid-cell" data-align={column.align}>
                    {row === undefined ? '' : column.render(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
