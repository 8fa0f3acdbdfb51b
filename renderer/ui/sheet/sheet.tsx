// The sheet: an editable grid over any rows, drawn by window in both directions. Keys, mouse and clipboard become commands; it keeps no data.

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore,
} from 'react';
import { useSettings } from '../../bridge/settings';
import { blockToClipboard } from '../../tabular/clipboard';
import { type SheetEditor } from './sheet-input';
import { type SheetAction, sheetAction } from './sheet-keys';
import { columnWindow, layoutOf, scrollFor } from './sheet-layout';
import { SheetHead } from './sheet-head';
import { type SheetContext, SheetRow } from './sheet-row';
import type { CellText, SheetColumn, SheetCommands, SheetRange, SheetRows, SheetSort } from './sheet-types';
import { moved, type SheetPlace, type SheetView } from './sheet-view';
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

  const look = useCallback(() => {
    const { current } = scroller;
    if (current === null) return;
    const [first, last] = columnWindow(layout, current.scrollLeft, current.clientWidth);
    setShown((held) => (held[0] === first && held[1] === last ? held : [first, last]));
  }, [layout]);
  useEffect(() => {
    const { current } = scroller;
    if (current === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => { observer.disconnect(); };
  }, [look]);

  const finish = useCallback(() => {
    const { row, column, mode } = view.get();
    if (mode === 'select') return;
    const text = editor.take();
    view.setMode('select');
    commands.typing(null);
    const key = layout.columns[column]?.column.key;
    if (text !== null && key !== undefined) commands.write([{ row, column: key, text }], 'type');
  }, [commands, editor, layout, view]);

  const context = useMemo(
    (): SheetContext<Row> => ({
      layout,
      rows,
      view,
      editor,
      footId,
      onTyping: (row, column, text) => { commands.typing({ row, column, text }); },
      onLeave: finish,
      onTick: commands.tick,
    }),
    [layout, rows, view, editor, footId, commands, finish],
  );

  const go = (to: SheetPlace, options?: Parameters<SheetView['go']>[1]) => {
    // What was finished just now may have made a row.
    view.fit(rows.count(), columns.length);
    view.go(to, options);
    const { current } = scroller;
    const target = current === null ? null : scrollFor(layout, view.get(), current);
    if (target !== null) current?.scrollTo({ ...target, behavior: 'instant' });
  };

  /** False when the key stays the browser's. */
  const perform = (action: SheetAction): boolean => {
    const { row, column, mode, tabHome, released } = view.get();
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / layout.rowPx) - 2);
    switch (action.do) {
      case 'move':
        finish();
        go(moved({ row, column }, action.to, page), { extend: action.extend });
        return true;
      case 'tab': {
        if (released) return false;
        const step = action.back ? -1 : 1;
        const wraps = column + step < 0 || column + step >= columns.length;
        if (wraps && (row + step < 0 || row + step >= count)) return false;
        finish();
        go(wraps ? { row: row + step, column: action.back ? columns.length - 1 : 0 } : { row, column: column + step }, { tabHome: tabHome ?? column });
        return true;
      }
      case 'enter': {
        const held = rows.rowAt(row);
        if (mode === 'select' && held !== undefined && columns.every((one) => one.editor === 'tick' || !one.isEditable(held))) commands.open(row);
        else {
          finish();
          go({ row: row + (action.back ? -1 : 1), column: tabHome ?? column });
        }
        return true;
      }
      case 'edit':
      case 'choices': {
        const held = rows.rowAt(row);
        const at = columns[column];
        if (held !== undefined && at?.isEditable(held) === true && at.editor !== 'tick') view.setMode('edit');
        return true;
      }
      case 'restore':
        view.setMode('select');
        commands.typing(null);
        return true;
      case 'release':
        view.release();
        return true;
      case 'line-break': {
        const control = root.current?.querySelector('textarea.sheet-input');
        if (mode === 'select' || !(control instanceof HTMLTextAreaElement)) return true;
        control.setRangeText('\n', control.selectionStart, control.selectionEnd, 'end');
        control.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      }
      case 'clear':
        writeRange(view.range(), () => '', 'clear');
        return true;
      case 'fill-down': {
        const range = view.range();
        const from = range.top === range.bottom ? range.top - 1 : range.top;
        const source = rows.rowAt(from);
        if (source !== undefined) writeRange({ ...range, top: from + 1 }, (one) => one.text(source), 'fill');
        return true;
      }
      case 'save':
        finish();
        commands.save();
        return true;
      case 'open':
        finish();
        commands.open(row);
        return true;
      case 'insert-row':
        commands.insertRow(row);
        return true;
      case 'remove-rows':
        commands.removeRows(view.range());
        return true;
      case 'undo':
        commands.undo();
        return true;
      case 'redo':
        commands.redo();
        return true;
      case 'next-mark':
        finish();
        commands.nextMark(action.direction);
        return true;
      case 'sort': {
        const key = columns[column]?.key;
        if (key !== undefined) commands.sort(key, action.direction);
        return true;
      }
      case 'select-all':
        view.choose({ top: 0, bottom: count - 1, left: 0, right: columns.length - 1 });
        return true;
      default:
        return action satisfies never;
    }
  };

  const writeRange = (range: SheetRange, textOf: (column: SheetColumn<Row>) => string, how: 'clear' | 'fill') => {
    const cells: CellText[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const held = rows.rowAt(row);
      if (held === undefined) continue;
      for (const column of columns.slice(range.left, range.right + 1)) {
        if (column.editor === 'tick' || !column.isEditable(held)) continue;
        const text = textOf(column);
        if (text !== column.text(held)) cells.push({ row, column: column.key, text });
      }
    }
    if (cells.length > 0) commands.write(cells, how);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).classList.contains('sheet-input')) return;
    const action = sheetAction(event.nativeEvent, view.get().mode);
    if (action !== null && perform(action)) event.preventDefault();
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
    go(place, { extend: event.shiftKey });
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
    if (place !== null && (place.row !== row || place.column !== column)) go(place, { extend: true });
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
    if (view.get().mode !== 'select' || !(event.target as Element).classList.contains('sheet-input')) return;
    event.preventDefault();
    const { top, bottom, left, right } = view.range();
    const chosen = columns.slice(left, right + 1);
    const block: string[][] = [];
    for (let row = top; row <= bottom; row++) {
      const held = rows.rowAt(row);
      block.push(chosen.map((column) => (held === undefined || column.editor === 'tick' ? '' : column.shown(held))));
    }
    const { plain, html } = blockToClipboard(block, chosen.map(({ keepAsText }) => keepAsText === true));
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
    if (cut) writeRange({ top, bottom, left, right }, () => '', 'clear');
  };
  const onPaste = (event: ClipboardEvent) => {
    if (view.get().mode !== 'select' || !(event.target as Element).classList.contains('sheet-input')) return;
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
            <SheetRow key={key} index={index} context={context} first={shown[0]} last={shown[1]} />
          ))}
        </div>
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): SheetPlace | null {
  const cell = (target as Element).closest<HTMLElement>('[data-at]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell === null || row === null || row === undefined ? null : { row: Number(row.dataset['row']), column: Number(cell.dataset['at']) };
}
