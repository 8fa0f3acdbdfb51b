// The sheet: an editable grid over any rows, drawn by window in both directions. Keys, mouse and clipboard become commands; it keeps no data.

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore,
} from 'react';
import { useSettings } from '../../bridge/settings';
import { type SheetEditor } from './sheet-input';
import { clearRange, copied, goTo, perform, type SheetDesk } from './sheet-acts';
import { sheetAction } from './sheet-keys';
import { columnWindow, layoutOf, scrollFor } from './sheet-layout';
import { SheetHead } from './sheet-head';
import { type SheetContext, SheetRow } from './sheet-row';
import type { SheetColumn, SheetCommands, SheetRows, SheetSort } from './sheet-types';
import type { SheetPlace, SheetView } from './sheet-view';
import '../mongolian.css';
import './sheet.css';

interface SheetProps<Row> {
  readonly label: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: SheetRows<Row>;
  readonly view: SheetView;
  readonly commands: SheetCommands;
  readonly sort: SheetSort | null;
  /** Id of the line at the foot that speaks of the active cell. */
  readonly footId: string;
}

/** The sheet's text against the page's. */
const TEXT_SCALE = 0.92;

export function Sheet<Row>({ label, columns, rows, view, commands, sort, footId }: SheetProps<Row>) {
  const id = useId();
  const { fontPercent } = useSettings();
  const layout = useMemo(() => layoutOf(columns, (16 * fontPercent * TEXT_SCALE) / 100), [columns, fontPercent]);
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const count = useSyncExternalStore(rows.subscribe, rows.count);
  const activeRow = useSyncExternalStore(view.subscribe, () => view.get().row);
  const [shown, setShown] = useState<readonly [number, number]>([0, 12]);
  const [editor] = useState<SheetEditor>(() => ({ take: () => null }));

  // The active row is always drawn: its input must not lose the focus while the list scrolls away from it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range);
      return activeRow >= range.count || inView.includes(activeRow) ? inView : [...inView, activeRow].sort((a, b) => a - b);
    },
    [activeRow],
  );
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => layout.rowPx, overscan: 6, rangeExtractor });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, layout.rowPx]);
  useLayoutEffect(() => {
    view.fit(count, columns.length);
  }, [view, count, columns.length]);

  /** What is on screen, as last seen: asking the page for it in the middle of a move would make it lay itself out. */
  const port = useRef({ scrollTop: 0, scrollLeft: 0, clientHeight: 0, clientWidth: 0 });
  const look = useCallback(() => {
    const { current } = scroller;
    if (current === null) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = current;
    port.current = { scrollTop, scrollLeft, clientHeight, clientWidth };
    const [first, last] = columnWindow(layout, scrollLeft, clientWidth);
    setShown((held) => (held[0] === first && held[1] === last ? held : [first, last]));
  }, [layout]);
  useEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => { observer.disconnect(); };
  }, [look]);

  const reveal = useCallback(() => {
    const target = port.current.clientHeight === 0 ? null : scrollFor(layout, view.get(), port.current);
    if (target === null) return;
    scroller.current?.scrollTo({ ...target, behavior: 'instant' });
    look();
  }, [layout, view, look]);
  // To another row once it is there: it may have been made just now. To another column at once.
  useLayoutEffect(reveal, [reveal, activeRow]);
  useEffect(() => {
    let { column } = view.get();
    return view.subscribe(() => {
      const now = view.get();
      if (now.column !== column) reveal();
      column = now.column;
    });
  }, [view, reveal]);

  // Rows may come, go and change places while a cell is being typed in: the text stays with the row it was begun in.
  const typedIn = useRef<string | undefined>(undefined);
  useEffect(() => {
    let { mode } = view.get();
    const stopView = view.subscribe(() => {
      const now = view.get();
      if (mode === 'select' && now.mode !== 'select') typedIn.current = rows.idAt(now.row);
      ({ mode } = now);
    });
    const stopRows = rows.subscribe(() => {
      const at = view.get().mode === 'select' || typedIn.current === undefined ? -1 : rows.indexOf(typedIn.current);
      if (at !== -1) view.shift(at);
    });
    return () => {
      stopView();
      stopRows();
    };
  }, [rows, view]);

  const finish = useCallback(() => {
    const { row, column, mode } = view.get();
    if (mode === 'select') return;
    const text = editor.take();
    view.setMode('select');
    const key = layout.columns[column]?.column.key;
    if (text !== null && key !== undefined) commands.write([{ row, column: key, text, id: typedIn.current }], 'type');
    commands.typing(null);
  }, [commands, editor, layout, view]);

  const context = useMemo(
    (): SheetContext<Row> => ({
      layout,
      rows,
      view,
      editor,
      footId,
      onTyping: (row, column, text) => { commands.typing({ row, column, text, id: typedIn.current }); },
      onLeave: finish,
      onTick: commands.tick,
    }),
    [layout, rows, view, editor, footId, commands, finish],
  );

  const desk: SheetDesk<Row> = { view, rows, columns, commands, finish, page: () => Math.max(1, Math.floor(port.current.clientHeight / layout.rowPx) - 2) };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSheetInput(event.target)) return;
    const action = sheetAction(event.nativeEvent, view.get().mode);
    if (action !== null && perform(action, desk)) event.preventDefault();
  };

  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0) return;
    const { row, column, mode } = view.get();
    const same = place.row === row && place.column === column;
    if (same && mode !== 'select') return;
    if (columns[place.column]?.editor === 'tick') {
      view.go(place);
      return;
    }
    event.preventDefault();
    finish();
    dragging.current = true;
    goTo(desk, place, { extend: event.shiftKey });
    root.current?.querySelector<HTMLElement>('.sheet-input')?.focus({ preventScroll: true });
  };
  const onMouseOver = (event: MouseEvent) => {
    if (!dragging.current) return;
    if ((event.buttons & 1) === 0) {
      dragging.current = false;
      return;
    }
    const place = placeOf(event.target);
    const { row, column } = view.get();
    if (place !== null && (place.row !== row || place.column !== column)) goTo(desk, place, { extend: true });
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const held = place === null ? undefined : rows.rowAt(place.row);
    if (place === null || held === undefined || view.get().mode !== 'select') return;
    const column = columns[place.column];
    if (column?.editor === 'tick') return;
    if (column?.isEditable(held) === true) view.setMode('edit');
    else commands.open(place.row);
  };

  const onCopy = (event: ClipboardEvent, cut = false) => {
    if (view.get().mode !== 'select' || !isSheetInput(event.target)) return;
    event.preventDefault();
    const { plain, html } = copied(desk);
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
    if (cut) clearRange(desk);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (view.get().mode !== 'select' || !isSheetInput(event.target)) return;
    event.preventDefault();
    commands.paste({ plain: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') }, view.range());
  };

  return (
    <div
      ref={root}
      id={id}
      className="sheet"
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      style={{ fontSize: layout.fontPx, '--sheet-row': `${String(layout.rowPx - 1)}px` } as CSSProperties}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
      onMouseOver={onMouseOver}
      onDoubleClick={onDoubleClick}
      onCopy={onCopy}
      onCut={(event) => { onCopy(event, true); }}
      onPaste={onPaste}
      onFocus={() => { view.focus.within = true; }}
      onBlur={({ relatedTarget }) => { if (relatedTarget !== null && root.current?.contains(relatedTarget) !== true) view.focus.within = false; }}
    >
      <div ref={scroller} className="sheet-scroll" onScroll={look}>
        <SheetHead layout={layout} first={shown[0]} last={shown[1]} sort={sort} onSort={commands.sort} />
        <div role="rowgroup" className="sheet-rows" style={{ height: virtualizer.getTotalSize(), width: layout.totalPx }}>
          {virtualizer.getVirtualItems().map(({ index, key }) => (
            <SheetRow key={rows.idAt(index) ?? key} index={index} context={context} first={shown[0]} last={shown[1]} />
          ))}
        </div>
      </div>
    </div>
  );
}

function isSheetInput(target: EventTarget): boolean {
  return (target as Element).classList.contains('sheet-input');
}

function placeOf(target: EventTarget): SheetPlace | null {
  const cell = (target as Element).closest<HTMLElement>('[data-at]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell === null || row === null || row === undefined ? null : { row: Number(row.dataset['row']), column: Number(cell.dataset['at']) };
}
