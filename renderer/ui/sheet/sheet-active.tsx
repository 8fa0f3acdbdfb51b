// The active cell's control, laid over the cell it belongs to. One element moves along with the active cell: a move takes no focus away
// and gives none back, and no row has to be drawn for it.

import { useRef, useSyncExternalStore } from 'react';
import { type SheetEditor, SheetInput } from './sheet-input';
import type { SheetContext } from './sheet-row';
import type { SheetColumn } from './sheet-types';
import type { SheetView } from './sheet-view';
import { useSheetFocus } from './use-sheet-focus';

interface SheetActiveProps<Row> {
  readonly context: SheetContext<Row>;
  readonly editor: SheetEditor;
  readonly footId: string;
  readonly onTyping: (row: number, column: string, text: string) => void;
  /** The cell is left otherwise than by a key of the sheet's. */
  readonly onLeave: () => void;
}

export function SheetActive<Row>({ context: { layout, rows, view, onTick }, editor, footId, onTyping, onLeave }: SheetActiveProps<Row>) {
  const { row: index, column: at, mode } = useSyncExternalStore(view.subscribe, view.get);
  const row = useSyncExternalStore(rows.subscribe, () => rows.rowAt(index));
  const placed = layout.columns[at];
  if (row === undefined || placed === undefined) return null;
  const { column, left, width } = placed;
  // Its text too: while the cell is only chosen, the input itself holds none.
  const label = [`${column.title}，第 ${String(index + 1)} 行`, mode === 'select' ? column.shown(row) : ''].filter(Boolean).join('，');
  return (
    <div
      className="sheet-active"
      data-above={column.frozen === true || mode !== 'select' || undefined}
      style={{ top: (index + 1) * layout.rowPx, height: layout.rowPx, width: layout.totalPx }}
    >
      <div
        className="sheet-active-cell"
        data-mode={mode}
        data-frozen={column.frozen}
        data-align={column.align}
        style={{ left, width }}
        lang={column.lang}
      >
        {column.editor === 'tick' ? (
          <ActiveTick column={column} row={row} view={view} onTick={() => { onTick(index); }} />
        ) : (
          <SheetInput
            column={column}
            row={row}
            mode={mode}
            label={label}
            describedBy={footId}
            view={view}
            editor={editor}
            onTyping={(text) => { onTyping(index, column.key, text); }}
            onLeave={onLeave}
          />
        )}
      </div>
    </div>
  );
}

interface ActiveTickProps<Row> {
  readonly column: SheetColumn<Row>;
  readonly row: Row;
  readonly view: SheetView;
  readonly onTick: () => void;
}

/** A row that cannot be ticked still holds the focus when it is come to. */
function ActiveTick<Row>({ column, row, view, onTick }: ActiveTickProps<Row>) {
  const ref = useRef<HTMLInputElement>(null);
  useSheetFocus(view, ref);
  const disabled = !column.isEditable(row);
  const label = column.shown(row);
  return (
    <input
      ref={ref}
      type="checkbox"
      className="sheet-tick sheet-input"
      aria-label={label === '' ? column.title : label}
      aria-disabled={disabled}
      checked={column.text(row) !== ''}
      onChange={() => { if (!disabled) onTick(); }}
    />
  );
}
