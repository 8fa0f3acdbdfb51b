// One row of the sheet. It draws itself again only when its own data, marks or part of the selection change.

import { memo, useSyncExternalStore } from 'react';
import { SheetInput, type SheetEditor } from './sheet-input';
import type { SheetMode } from './sheet-keys';
import type { PlacedColumn, SheetLayout } from './sheet-layout';
import { MARK_SYMBOLS, MARK_WORDS, type MarkKind, type SheetColumn, type SheetRows } from './sheet-types';
import type { SheetView } from './sheet-view';

/** What all rows share; the same object until columns or text size change. */
export interface SheetContext<Row> {
  readonly layout: SheetLayout<Row>;
  readonly rows: SheetRows<Row>;
  readonly view: SheetView;
  readonly editor: SheetEditor;
  readonly footId: string;
  readonly onTyping: (row: number, column: string, text: string) => void;
  readonly onLeave: (row: number, column: string) => void;
  readonly onTick: (row: number) => void;
}

interface SheetRowProps<Row> {
  readonly index: number;
  readonly context: SheetContext<Row>;
  readonly first: number;
  readonly last: number;
}

function SheetRowInner<Row>({ index, context, first, last }: SheetRowProps<Row>) {
  const { layout, rows, view } = context;
  const row = useSyncExternalStore(rows.subscribe, () => rows.rowAt(index));
  const marks = useSyncExternalStore(rows.subscribe, () => rows.marksAt(index));
  const [activeText = '', mode = 'select', chosen = ''] = useSyncExternalStore(view.subscribe, () => view.rowState(index)).split('|');
  if (row === undefined) return null;
  const active = activeText === '' ? -1 : Number(activeText);
  const [left, right] = chosen === '' ? [0, -1] : chosen.split('-').map(Number);

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="sheet-row"
      data-row={index}
      data-active={active !== -1}
      style={{ top: index * layout.rowPx, height: layout.rowPx, width: layout.totalPx }}
    >
      {layout.columns.map((placed) => {
        const { column, index: at } = placed;
        if (column.frozen !== true && (at < first || at > last) && at !== active) return null;
        return (
          <SheetCell
            key={column.key}
            placed={placed}
            row={row}
            rowIndex={index}
            mark={marks.get(column.key)}
            mode={at === active ? (mode as SheetMode) : null}
            chosen={at >= (left ?? 0) && at <= (right ?? -1)}
            context={context}
          />
        );
      })}
    </div>
  );
}

export const SheetRow = memo(SheetRowInner) as typeof SheetRowInner;

interface SheetCellProps<Row> {
  readonly placed: PlacedColumn<Row>;
  readonly row: Row;
  readonly rowIndex: number;
  readonly mark: MarkKind | undefined;
  /** null while it is not the active cell. */
  readonly mode: SheetMode | null;
  readonly chosen: boolean;
  readonly context: SheetContext<Row>;
}

function SheetCell<Row>({ placed: { column, index, left, width }, row, rowIndex, mark, mode, chosen, context }: SheetCellProps<Row>) {
  const editable = column.editor !== 'none' && column.isEditable(row);
  return (
    <div
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={mode !== null || chosen || undefined}
      aria-readonly={!editable || undefined}
      aria-invalid={mark === 'block' || undefined}
      className="sheet-cell"
      data-column={column.key}
      data-at={index}
      data-frozen={column.frozen}
      data-align={column.align}
      data-chosen={chosen || undefined}
      data-mode={mode ?? undefined}
      data-readonly={!editable || undefined}
      data-tick={column.editor === 'tick' || undefined}
      style={{ left, width }}
      lang={column.lang}
    >
      {column.editor === 'tick' ? (
        <SheetTick column={column} row={row} rowIndex={rowIndex} active={mode !== null} context={context} />
      ) : (
        <>
          {/* Under the active cell's input too, which is see-through until something is typed. */}
          {column.render === undefined ? column.shown(row) : column.render(row)}
          {mode !== null && (
            <SheetInput
              column={column}
              row={row}
              mode={mode}
              label={`${column.title}，第 ${String(rowIndex + 1)} 行`}
              describedBy={context.footId}
              view={context.view}
              editor={context.editor}
              onTyping={(text) => { context.onTyping(rowIndex, column.key, text); }}
              onLeave={() => { context.onLeave(rowIndex, column.key); }}
            />
          )}
        </>
      )}
      {mark !== undefined && mode !== 'edit' && mode !== 'type' && (
        <span className="sheet-mark" data-kind={mark} role="img" aria-label={MARK_WORDS[mark]}>
          {MARK_SYMBOLS[mark]}
        </span>
      )}
    </div>
  );
}

interface SheetTickProps<Row> {
  readonly column: SheetColumn<Row>;
  readonly row: Row;
  readonly rowIndex: number;
  readonly active: boolean;
  readonly context: SheetContext<Row>;
}

function SheetTick<Row>({ column, row, rowIndex, active, context }: SheetTickProps<Row>) {
  const label = column.shown(row);
  // A row that cannot be ticked still holds the focus when it is come to.
  const disabled = !column.isEditable(row);
  if (disabled && !active) return null;
  return (
    // The whole cell is the target.
    <label className="sheet-tick-target">
      <input
        type="checkbox"
        ref={(box) => {
          if (box === null || !active || !(context.view.focus.wanted || (context.view.focus.within && document.activeElement === document.body))) return;
          box.focus({ preventScroll: true });
          context.view.focus.wanted = false;
        }}
        className={active ? 'sheet-tick sheet-input' : 'sheet-tick'}
        tabIndex={active ? 0 : -1}
        aria-label={label === '' ? column.title : label}
        aria-disabled={disabled}
        checked={column.text(row) !== ''}
        onChange={() => { if (!disabled) context.onTick(rowIndex); }}
      />
    </label>
  );
}
