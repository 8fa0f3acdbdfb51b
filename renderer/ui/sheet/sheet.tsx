// The sheet: an editable grid over any rows, drawn by window in both directions. Keys, mouse and clipboard become commands; it keeps no data.

import {
  type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore,
} from 'react';
import { useSettings } from '../../bridge/settings';
import { type SheetEditor } from './sheet-input';
import { SheetActive } from './sheet-active';
import { clearRange, copied, goTo, perform, type SheetDesk } from './sheet-acts';
import { sheetAction } from './sheet-keys';
import { layoutOf, scrollFor } from './sheet-layout';
import { SheetHead } from './sheet-head';
import { type SheetContext, SheetRow } from './sheet-row';
import type { SheetColumn, SheetCommands, SheetRows, SheetSort } from './sheet-types';
import type { SheetPlace, SheetView } from './sheet-view';
import { useSheetWindow } from './use-sheet-window';
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
  const [editor] = useState<SheetEditor>(() => ({ take: () => null }));

  const { drawn, port, onScroll } = useSheetWindow(layout, count, scroller);
  useLayoutEffect(() => {
    view.fit(count, columns.length);
  }, [view, count, columns.length]);

  const reveal = useCallback(() => {
    const target = port.current.clientHeight === 0 ? null : scrollFor(layout, view.get(), port.current);
    if (target === null) return;
    scroller.current?.scrollTo({ ...target, behavior: 'instant' });
    // Its event comes with the next frame; a move that comes before starts from here.
    port.current = { ...port.current, scrollTop: target.top, scrollLeft: target.left };
  }, [layout, view, port]);
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

  /** The row the text that is being typed was begun in. */
  const typedIn = useRef<string | undefined>(undefined);
  const finish = useCallback(() => {
    const { row, column, mode } = view.get();
    if (mode === 'select') return;
    const text = editor.take();
    view.setMode('select');
    const key = layout.columns[column]?.column.key;
    if (text !== null && key !== undefined) commands.write([{ row, column: key, text, id: typedIn.current }], 'type');
    commands.typing(null);
  }, [commands, editor, layout, view]);

  // Rows may come, go and change places while a cell is being typed in: the text stays with the row it was begun in.
  useEffect(() => {
    let { mode } = view.get();
    const stopView = view.subscribe(() => {
      const now = view.get();
      if (mode === 'select' && now.mode !== 'select') typedIn.current = rows.idAt(now.row);
      ({ mode } = now);
    });
    const stopRows = rows.subscribe(() => {
      if (view.get().mode === 'select' || typedIn.current === undefined) return;
      const at = rows.indexOf(typedIn.current);
      // Gone from the list: what was typed goes where its row has gone.
      if (at === -1) finish();
      else view.shift(at);
    });
    return () => {
      stopView();
      stopRows();
    };
  }, [rows, view, finish]);

  const context = useMemo((): SheetContext<Row> => ({ layout, rows, view, onTick: commands.tick }), [layout, rows, view, commands]);
  const onTyping = useCallback((row: number, column: string, text: string) => { commands.typing({ row, column, text, id: typedIn.current }); }, [commands]);

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
      <div ref={scroller} className="sheet-scroll" onScroll={onScroll}>
        <div role="grid" aria-label={label} aria-rowcount={count + 1} aria-colcount={columns.length} aria-multiselectable>
          <SheetHead layout={layout} first={drawn.columns[0]} last={drawn.columns[1]} sort={sort} onSort={commands.sort} />
          <div role="rowgroup" className="sheet-rows" style={{ height: count * layout.rowPx, width: layout.totalPx }}>
            {indicesOf(drawn.rows).map((index) => (
              <SheetRow key={rows.idAt(index) ?? index} index={index} context={context} first={drawn.columns[0]} last={drawn.columns[1]} />
            ))}
          </div>
        </div>
        <SheetActive context={context} editor={editor} footId={footId} onTyping={onTyping} onLeave={finish} />
      </div>
    </div>
  );
}

function indicesOf([first, last]: readonly [number, number]): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function isSheetInput(target: EventTarget): boolean {
  return (target as Element).classList.contains('sheet-input');
}

function placeOf(target: EventTarget): SheetPlace | null {
  const cell = (target as Element).closest<HTMLElement>('[data-at]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell === null || row === null || row === undefined ? null : { row: Number(row.dataset['row']), column: Number(cell.dataset['at']) };
}
