// Which rows and columns of the sheet are drawn: those on screen, and some rows on either side that are about to come.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { columnWindow, rowWindow, type SheetLayout, type SheetPort } from './sheet-layout';

export interface SheetWindow {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

export interface WindowState {
  readonly drawn: SheetWindow;
  /** What is on screen, as last seen: asking the page for it in the middle of a move would make it lay itself out. */
  readonly port: RefObject<SheetPort>;
  /** The scroller has scrolled. */
  readonly onScroll: () => void;
}

/** Rows beyond the screen on either side. */
const MORE = 6;
const START: SheetWindow = { rows: [0, 24], columns: [0, 12] };

export function useSheetWindow(layout: SheetLayout<never>, count: number, scroller: RefObject<HTMLElement | null>): WindowState {
  const port = useRef<SheetPort>({ scrollTop: 0, scrollLeft: 0, clientHeight: 0, clientWidth: 0 });
  const [drawn, setDrawn] = useState(START);
  const latest = useRef(drawn);
  const later = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const draw = useCallback(() => {
    clearTimeout(later.current);
    later.current = undefined;
    // Not measured yet: a screenful is drawn at a guess.
    if (port.current.clientHeight === 0) return;
    const next: SheetWindow = { rows: rowWindow(layout, port.current, count, MORE), columns: columnWindow(layout, port.current) };
    if (same(next.rows, latest.current.rows) && same(next.columns, latest.current.columns)) return;
    latest.current = next;
    setDrawn(next);
  }, [layout, count]);

  const onScroll = useCallback(() => {
    const { current } = scroller;
    if (current === null) return;
    port.current = portOf(current);
    const seen = rowWindow(layout, port.current, count);
    const { rows, columns } = latest.current;
    // What would be missing on screen is drawn before it is painted; rows that are only about to come can wait until it has been.
    if (seen[0] < rows[0] || seen[1] > rows[1] || !same(columnWindow(layout, port.current), columns)) flushSync(draw);
    else later.current ??= setTimeout(draw);
  }, [scroller, layout, count, draw]);

  useLayoutEffect(draw, [draw]);
  useEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      port.current = portOf(current);
      draw();
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      clearTimeout(later.current);
      later.current = undefined;
    };
  }, [scroller, draw]);

  return { drawn, port, onScroll };
}

function portOf({ scrollTop, scrollLeft, clientHeight, clientWidth }: Element): SheetPort {
  return { scrollTop, scrollLeft, clientHeight, clientWidth };
}

function same(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
