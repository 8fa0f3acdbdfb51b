// One row of the sheet, as it is looked at: nothing in it is typed in. A cell draws itself again only when what it shows changes.

import { memo, type ReactNode, useSyncExternalStore } from 'react';
import type { PlacedColumn, SheetLayout } from './sheet-layout';
import { MARK_SYMBOLS, MARK_WORDS, type MarkKind, type SheetRows } from './sheet-types';
import type { SheetView } from './sheet-view';

/** What all rows share; the same object until columns or text size change. */
export interface SheetContext<Row> {
  readonly layout: SheetLayout<Row>;
  readonly rows: SheetRows<Row>;
  readonly view: SheetView;
  readonly onTick: (row: number) => void;
}

interface SheetRowProps<Row> {
  readonly index: number;
  readonly context: SheetContext<Row>;
  readonly first: number;
  readonly last: number;
}

function SheetRowInner<Row>({ index, context, first, last }: SheetRowProps<Row>) {
  const { layout, rows, view, onTick } = context;
  const row = useSyncExternalStore(rows.subscribe, () => rows.rowAt(index));
  const marks = useSyncExternalStore(rows.subscribe, () => rows.marksAt(index));
  const [activeText = '', chosen = ''] = useSyncExternalStore(view.subscribe, () => view.rowState(index)).split('|');
  if (row === undefined) return null;
  const active = activeText === '' ? -1 : Number(activeText);
  const [left = 0, right = -1] = chosen === '' ? [] : chosen.split('-').map(Number);

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
        if (column.frozen !== true && (at < first || at > last)) return null;
        const editable = column.editor !== 'none' && column.isEditable(row);
        return (
          <SheetCell
            key={column.key}
            placed={placed}
            selected={at === active || (at >= left && at <= right)}
            chosen={at >= left && at <= right}
            editable={editable}
            mark={marks.get(column.key)}
          >
            {column.editor === 'tick' ? (
              editable && <SheetTick index={index} label={column.shown(row)} checked={column.text(row) !== ''} active={at === active} onTick={onTick} />
            ) : column.render === undefined ? (
              column.shown(row)
            ) : (
              column.render(row)
            )}
          </SheetCell>
        );
      })}
    </div>
  );
}

export const SheetRow = memo(SheetRowInner) as typeof SheetRowInner;

interface SheetCellProps {
  readonly placed: PlacedColumn<never>;
  /** The active cell, or one of the chosen block. */
  readonly selected: boolean;
  readonly chosen: boolean;
  readonly editable: boolean;
  readonly mark: MarkKind | undefined;
  readonly children: ReactNode;
}

const SheetCell = memo(function SheetCell({ placed: { column, index, left, width }, selected, chosen, editable, mark, children }: SheetCellProps) {
  return (
    <div
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={selected || undefined}
      aria-readonly={!editable || undefined}
      aria-invalid={mark === 'block' || undefined}
      className="sheet-cell"
      data-column={column.key}
      data-at={index}
      data-frozen={column.frozen}
      data-align={column.align}
      data-chosen={chosen || undefined}
      data-readonly={!editable || undefined}
      data-tick={column.editor === 'tick' || undefined}
      style={{ left, width }}
      lang={column.lang}
    >
      {children}
      {mark !== undefined && (
        <span className="sheet-mark" data-kind={mark} role="img" aria-label={MARK_WORDS[mark]}>
          {MARK_SYMBOLS[mark]}
        </span>
      )}
    </div>
  );
});

interface SheetTickProps {
  readonly index: number;
  readonly label: string;
  readonly checked: boolean;
  readonly active: boolean;
  readonly onTick: (row: number) => void;
}

/**
 * For the mouse, the whole cell being the target; the keyboard has the active cell's own box, which then speaks for this one. No label: it
 * would give this box the focus.
 */
const SheetTick = memo(function SheetTick({ index, label, checked, active, onTick }: SheetTickProps) {
  return (
    <span className="sheet-tick-target" aria-hidden={active || undefined} onClick={() => { onTick(index); }}>
      <input type="checkbox" className="sheet-tick" tabIndex={-1} aria-label={label} checked={checked} readOnly />
    </span>
  );
});
