// The plan grid's tools: looking for rows, choosing columns, and acts on the active or ticked rows.

import { Button, Select } from 'antd';
import { memo, useCallback, useSyncExternalStore } from 'react';
import { useSteps } from '../../../data/history';
import { SearchBox } from '../../../ui/search-box';
import type { SheetView } from '../../../ui/sheet/sheet-view';
import { ROW_FILTERS, type RowFilter } from './book-filter';
import type { BookRow } from './book-row';
import type { PlanBook } from './plan-book';
import { COLUMN_SETS, type ColumnSet } from './sheet-columns';
import { useBook } from './use-book';

interface PlanToolbarProps {
  readonly year: number;
  readonly book: PlanBook;
  readonly view: SheetView;
  readonly filter: RowFilter;
  readonly set: ColumnSet;
  readonly query: string;
  /** How often the search was emptied from outside: each time the box begins anew, with the keyboard in it. */
  readonly emptied: number;
  readonly onQuery: (query: string) => void;
  readonly onFilter: (filter: RowFilter) => void;
  readonly onSet: (set: ColumnSet) => void;
  readonly onOpen: (row: BookRow) => void;
  readonly onAdd: () => void;
  readonly onCopy: (row: BookRow) => void;
  readonly onRemove: (rows: readonly BookRow[]) => void;
  readonly onSubmit: (rows: readonly BookRow[]) => void;
  readonly turn: ((which: 'undo' | 'redo') => void) | undefined;
}

const FILTERS = Object.entries(ROW_FILTERS).map(([value, label]) => ({ value: value as RowFilter, label }));
const SETS = Object.entries(COLUMN_SETS).map(([value, { label }]) => ({ value: value as ColumnSet, label }));

export const PlanToolbar = memo(function PlanToolbar(props: PlanToolbarProps) {
  const { year, book, view, query, filter, set, onOpen, onCopy, onRemove, onSubmit } = props;
  const activeRow = useCallback(() => book.shown()[view.get().row], [book, view]);
  const tickedRows = () => book.shown().filter((row) => row.ticked && row.draft !== null);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [book.subscribe(listener), view.subscribe(listener)];
      return () => { for (const stop of stops) stop(); };
    },
    [book, view],
  );
  const active = useSyncExternalStore(subscribe, () => {
    const row = activeRow();
    return row === undefined ? 'none' : row.draft === null ? 'submitted' : 'draft';
  });
  const ticked = useBook(book, () => book.shown().reduce((count, row) => count + (row.ticked && row.draft !== null ? 1 : 0), 0));
  const withActive = (act: (row: BookRow) => void) => () => {
    const row = activeRow();
    if (row !== undefined) act(row);
  };
  return (
    <div className="plan-toolbar">
      <SearchBox key={props.emptied} autoFocus={props.emptied > 0} label="查找项目" placeholder="编号、名称或首字母" text={query} onSearch={props.onQuery} />
      <Select aria-label="筛选" value={filter} onChange={props.onFilter} popupMatchSelectWidth={false} options={FILTERS} />
      <Select aria-label="显示的列" value={set} onChange={props.onSet} popupMatchSelectWidth={false} options={SETS} />
      <Button disabled={active === 'none'} onClick={withActive(onOpen)}>
        打开
      </Button>
      <Button onClick={props.onAdd}>
        新增一行
      </Button>
      <Button disabled={active === 'none'} onClick={withActive(onCopy)}>
        复制为新项目
      </Button>
      <Button danger disabled={active !== 'draft' && ticked === 0} onClick={() => { onRemove(ticked > 0 ? tickedRows() : [activeRow()].filter((row) => row !== undefined)); }}>
        删除草稿
      </Button>
      <StepButtons year={year} turn={props.turn} />
      <Button disabled={ticked === 0} onClick={() => { onSubmit(tickedRows()); }}>
        一并送审、定稿{ticked > 0 && `（${String(ticked)}）`}
      </Button>
    </div>
  );
});

function StepButtons({ year, turn }: Pick<PlanToolbarProps, 'year' | 'turn'>) {
  const steps = useSteps(`planItems/${year}`);
  return (
    <>
      <Button disabled={steps.undo === null} title={steps.undo === null ? '没有可以撤销的操作' : `撤销：${steps.undo}（Ctrl+Z）`} onClick={() => turn?.('undo')}>
        撤销
      </Button>
      <Button disabled={steps.redo === null} title={steps.redo === null ? '没有可以重做的操作' : `重做：${steps.redo}（Ctrl+Y）`} onClick={() => turn?.('redo')}>
        重做
      </Button>
    </>
  );
}
