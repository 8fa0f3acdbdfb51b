// The sheet's acts over a small table: moving within its bounds, Tab runs and Enter, filling, clearing, copying.
import { describe, expect, it } from 'vitest';
import { clearRange, copied, goTo, perform, type SheetDesk } from '../../../../renderer/ui/sheet/sheet-acts';
import type { SheetAction } from '../../../../renderer/ui/sheet/sheet-keys';
import { columnWindow, layoutOf, rowWindow, scrollFor } from '../../../../renderer/ui/sheet/sheet-layout';
import type { CellText, SheetColumn } from '../../../../renderer/ui/sheet/sheet-types';
import { createSheetView } from '../../../../renderer/ui/sheet/sheet-view';

interface Row {
  readonly a: string;
  readonly b: string;
  readonly locked?: boolean;
}

const column = (key: 'a' | 'b', more: Partial<SheetColumn<Row>> = {}): SheetColumn<Row> => ({
  key, title: key, width: 10, editor: 'line', text: (row) => row[key], shown: (row) => row[key], isEditable: ({ locked }) => locked !== true, ...more,
});
const COLUMNS = [column('a', { frozen: true, keepAsText: true }), column('b'), column('b', { key: 'sum', editor: 'none', isEditable: () => false, text: () => '9', shown: () => '9.00' })];
const ROWS: readonly Row[] = [{ a: '一', b: '1' }, { a: '二', b: '2' }, { a: '三', b: '', locked: true }];

function desk() {
  const view = createSheetView();
  const writes: { readonly cells: readonly CellText[]; readonly how: string }[] = [];
  const said: string[] = [];
  const say = (word: string) => (...more: readonly unknown[]) => void said.push([word, ...more.map((one) => JSON.stringify(one))].join(' '));
  const one: SheetDesk<Row> = {
    view,
    columns: COLUMNS,
    rows: { subscribe: () => () => undefined, count: () => ROWS.length, rowAt: (index) => ROWS[index], marksAt: () => new Map(), idAt: String, indexOf: Number },
    commands: {
      write: (cells, how) => void writes.push({ cells, how }),
      typing: () => undefined, paste: () => undefined, open: say('open'), insertRow: say('insert'), removeRows: say('remove'), undo: say('undo'), redo: say('redo'), save: say('save'), nextMark: say('mark'), sort: say('sort'), tick: say('tick'),
    },
    finish: say('finish'),
    page: () => 10,
  };
  goTo(one, { row: 0, column: 0 });
  return { one, view, writes, said, act: (action: SheetAction) => perform(action, one), at: () => [view.get().row, view.get().column] };
}

describe('perform', () => {
  it('stays within the table however far a key leads', () => {
    const { act, at } = desk();
    act({ do: 'move', to: 'last', extend: false });
    expect(at()).toEqual([2, 2]);
    act({ do: 'move', to: 'page-down', extend: false });
    act({ do: 'move', to: 'right', extend: false });
    expect(at()).toEqual([2, 2]);
    act({ do: 'move', to: 'first', extend: false });
    expect(at()).toEqual([0, 0]);
  });

  it('goes on to the next row with Tab, and back with Enter to where the run of Tabs began', () => {
    const { act, at } = desk();
    for (let press = 0; press < 3; press++) act({ do: 'tab', back: false });
    expect(at()).toEqual([1, 0]);
    act({ do: 'move', to: 'right', extend: false });
    act({ do: 'tab', back: false });
    act({ do: 'enter', back: false });
    expect(at()).toEqual([2, 1]);
  });

  it('lets Tab out at the ends and after Esc', () => {
    const { act } = desk();
    expect(act({ do: 'tab', back: true })).toBe(false);
    act({ do: 'release' });
    expect(act({ do: 'tab', back: false })).toBe(false);
    act({ do: 'move', to: 'last', extend: false });
    expect(act({ do: 'tab', back: false })).toBe(false);
  });

  it('opens a row that cannot be written in with Enter, and goes on in any other', () => {
    const { act, at, said } = desk();
    act({ do: 'enter', back: false });
    act({ do: 'enter', back: false });
    expect(at()).toEqual([2, 0]);
    act({ do: 'enter', back: false });
    expect(said.filter((word) => word.startsWith('open'))).toEqual(['open 2']);
  });

  it('fills down from the row above, or from the first row of the block, into cells that may be written in', () => {
    const { act, writes } = desk();
    act({ do: 'move', to: 'down', extend: false });
    act({ do: 'fill-down' });
    act({ do: 'move', to: 'first', extend: false });
    act({ do: 'move', to: 'last', extend: true });
    act({ do: 'fill-down' });
    expect(writes).toEqual([
      { how: 'fill', cells: [{ row: 1, column: 'a', text: '一' }] },
      { how: 'fill', cells: [{ row: 1, column: 'a', text: '一' }, { row: 1, column: 'b', text: '1' }] },
    ]);
  });

  it('clears a block as one act and writes nothing where nothing stands', () => {
    const { one, act, writes } = desk();
    act({ do: 'select-all' });
    clearRange(one);
    expect(writes[0]?.cells).toHaveLength(4);
    act({ do: 'move', to: 'last', extend: false });
    clearRange(one);
    expect(writes).toHaveLength(1);
  });

  it('edits only what may be edited', () => {
    const { act, view } = desk();
    act({ do: 'edit' });
    expect(view.get().mode).toBe('edit');
    act({ do: 'restore' });
    act({ do: 'move', to: 'last', extend: false });
    act({ do: 'edit' });
    expect(view.get().mode).toBe('select');
  });
});

describe('copied', () => {
  it('gives the chosen block as it is shown', () => {
    const { one, act } = desk();
    act({ do: 'move', to: 'down', extend: true });
    act({ do: 'move', to: 'row-end', extend: true });
    expect(copied(one).plain).toBe('一\t1\t9.00\r\n二\t2\t9.00\r\n');
  });
});

describe('scrollFor', () => {
  const layout = layoutOf(COLUMNS, 16);
  const port = { scrollTop: 0, scrollLeft: 0, clientHeight: 200, clientWidth: 340 };

  it('asks for no scrolling while the cell is wholly on screen', () => {
    expect(scrollFor(layout, { row: 0, column: 1 }, port)).toBeNull();
    expect(scrollFor(layout, { row: 0, column: 0 }, { ...port, scrollLeft: 150 })).toBeNull();
  });

  it('brings a cell out from under the frozen columns and the head, and in from the edges', () => {
    expect(scrollFor(layout, { row: 0, column: 1 }, { ...port, scrollLeft: 100, scrollTop: 90 })).toEqual({ top: 0, left: 0 });
    expect(scrollFor(layout, { row: 20, column: 2 }, port)).toEqual({ top: 22 * layout.rowPx - 200, left: 140 });
  });
});

describe('columnWindow', () => {
  it('names the columns on screen with one more on either side', () => {
    const many = layoutOf(Array.from({ length: 30 }, (_, index) => column('b', { key: String(index), width: 5, frozen: index === 0 })), 16);
    const port = { scrollTop: 0, clientHeight: 200, clientWidth: 320 };
    expect(columnWindow(many, { ...port, scrollLeft: 0 })).toEqual([0, 4]);
    expect(columnWindow(many, { ...port, scrollLeft: 800 })).toEqual([10, 14]);
  });
});

describe('rowWindow', () => {
  const layout = layoutOf(COLUMNS, 16);
  const port = { scrollTop: 10 * layout.rowPx + 1, scrollLeft: 0, clientHeight: 4 * layout.rowPx, clientWidth: 340 };

  it('names the rows on screen, those cut off at its edges too, with as many more on either side as are asked for', () => {
    expect(rowWindow(layout, port, 100)).toEqual([10, 15]);
    expect(rowWindow(layout, port, 100, 6)).toEqual([4, 21]);
  });

  it('keeps within the rows there are', () => {
    expect(rowWindow(layout, { ...port, scrollTop: 0 }, 3, 6)).toEqual([0, 2]);
    expect(rowWindow(layout, port, 5)).toEqual([4, 4]);
    expect(rowWindow(layout, port, 0)).toEqual([0, -1]);
  });
});
