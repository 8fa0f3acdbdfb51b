// The plan of one year at work: tools above, the grid, sums and the state of saving below, and the dialogs of what is done with rows.
// It is drawn again when the view of the year changes, never because of what is typed.

import { App, Button } from 'antd';
import { memo, useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RowOf } from '../../../data/db';
import { EmptyState } from '../../../ui/empty-state';
import { useMoneyUnit } from '../../../ui/money-unit';
import { FilterNote, type ListNarrowing } from '../../../ui/route-filter';
import { createSheetView } from '../../../ui/sheet/sheet-view';
import { BulkDialog } from '../bulk-dialog';
import { CopyDialog } from '../copy-dialog';
import { NARROWING_PARAMS, useNarrowing, usePlanRoute } from '../use-narrowing';
import { type Narrowing, ROW_FILTERS } from './book-filter';
import type { BookRow } from './book-row';
import { PlanBottom, PlanKeys, PlanSaveTrouble } from './plan-bottom';
import { NAME_COLUMN, PlanGrid, type PlanGridActs } from './plan-grid';
import { PlanToolbar } from './plan-toolbar';
import { createRowsShown, type Judging } from './row-filter';
import type { ColumnSet } from './sheet-columns';
import { useBook } from './use-book';
import type { PlanGridState } from './use-plan-grid';

interface PlanDeskProps {
  readonly year: number;
  readonly buyers: readonly RowOf<'buyers'>[];
  readonly grid: PlanGridState;
}

export const PlanDesk = memo(function PlanDesk({ year, buyers, grid }: PlanDeskProps) {
  const { book, writer, reload } = grid;
  const navigate = useNavigate();
  const routeTo = usePlanRoute(year);
  const { modal } = App.useApp();
  const [view] = useState(() => createSheetView());
  const [acts, setActs] = useState<PlanGridActs | null>(null);
  const [query, setQuery] = useState('');
  /** Counts up when the words looked for are taken out of their box. */
  const [searches, setSearches] = useState(0);
  const [narrowing, setFilter, clearNarrowing] = useNarrowing();
  const [set, setSet] = useState<ColumnSet>('usual');
  const unit = useMoneyUnit();
  const inWan = unit === 'wan';
  const [begun, setBegun] = useState(false);
  const [copying, setCopying] = useState<BookRow | null>(null);
  const [submitting, setSubmitting] = useState<readonly BookRow[] | null>(null);
  const [said, setSaid] = useState('');
  const isEmpty = useBook(book, () => book.all().length === 0);
  const noRows = isEmpty && !begun;
  const noneShown = useBook(book, () => book.shown().length === 0);

  const [judging, setJudging] = useState<Judging | null>(null);
  const [rows] = useState(() => createRowsShown(book, grid.findings, setJudging));
  useEffect(() => {
    void rows.show(narrowing, query);
    return rows.stop;
  }, [rows, narrowing, query]);

  const open = useCallback(
    (row: BookRow) =>
      void writer.settle().then((unwritten) => {
        // The form would show, and save, what was there before.
        if (unwritten !== null || writer.unsaved().has(row.id)) setSaid('表格中还有内容没有保存，不能打开整表；内容仍在表格中，原因见表格上方。');
        else void navigate(routeTo(row.id));
      }),
    [writer, navigate, routeTo],
  );
  const remove = useCallback(
    (rows: readonly BookRow[]) => {
      const own = rows.filter((row) => row.editable && row.draft !== null);
      const [first] = own;
      if (first === undefined) {
        setSaid('只能删除自己编制的草稿；同事的草稿请先接手编制。');
        return;
      }
      modal.confirm({
        title: own.length === 1 ? `删除草稿“${first.number} ${first.name}”？` : `删除 ${String(own.length)} 项草稿？`,
        content: `${own.every(({ standing }) => standing.word === 'draft') ? '' : '已定稿的内容不变，只删除修改中的草稿。'}删除后可在回收站还原，也可按 Ctrl+Z 撤销。`,
        okText: '删除',
        okButtonProps: { danger: true },
        cancelText: '取消',
        onOk: () => {
          acts?.removeRows(own);
          void reload();
        },
      });
    },
    [modal, acts, reload],
  );
  const addRow = useCallback(() => {
    setBegun(true);
    acts?.insertRow(book.shown().length);
    view.go({ row: book.shown().length - 1, column: NAME_COLUMN });
  }, [acts, book, view]);
  const showAll = () => {
    setQuery('');
    clearNarrowing();
    setSearches(searches + 1);
  };
  const begin = () => {
    setBegun(true);
    view.go({ row: 0, column: NAME_COLUMN });
  };

  return (
    <div className="plan-list">
      <PlanToolbar
        year={year}
        book={book}
        view={view}
        filter={narrowing.filter}
        set={set}
        query={query}
        emptied={searches}
        onQuery={setQuery}
        onFilter={setFilter}
        onSet={setSet}
        onOpen={open}
        onAdd={addRow}
        onCopy={setCopying}
        onRemove={remove}
        onSubmit={setSubmitting}
        turn={acts?.turn}
      />
      <FilterNote also={beside(narrowing)} />
      <PlanSaveTrouble kept={grid.kept} />
      {judging !== null && (
        <p className="plan-none" role="status">
          正在逐项检查：{judging.done}／{judging.total} 项。查完后只显示有须改正或未填的项目，期间可以继续录入。
          <Button size="small" onClick={() => { setFilter('all'); }}>
            停止检查
          </Button>
        </p>
      )}
      {noneShown && !isEmpty && (
        <p className="plan-none" role="status">
          没有查到符合条件的项目。
          <Button size="small" onClick={showAll}>
            清空查找和筛选
          </Button>
        </p>
      )}
      {noRows ? (
        <EmptyState
          what={`${String(year)} 年还没有项目。`}
          why="可以在表格中逐行填写，也可以从 Excel 或 WPS 整块粘贴。"
          action={{ label: '编制第一个项目', onClick: begin }}
        />
      ) : (
        <PlanGrid year={year} grid={grid} view={view} buyers={buyers} set={set} inWan={inWan} onOpen={open} onRemove={remove} onActs={setActs} say={setSaid} />
      )}
      <PlanBottom grid={grid} unit={unit} said={said} />
      {!noRows && <PlanKeys />}
      {copying !== null && <CopyDialog row={copying} onClose={() => { setCopying(null); }} />}
      {submitting !== null && (
        <BulkDialog
          rows={submitting}
          onClose={() => {
            setSubmitting(null);
            book.tick(submitting.map(({ id }) => id), false);
          }}
        />
      )}
    </div>
  );
});

/** Beside the category: in words, and where it stands in the route. */
function beside({ filter, approval }: Narrowing): readonly ListNarrowing[] {
  return [
    ...(filter === 'all' ? [] : [{ words: ROW_FILTERS[filter], params: NARROWING_PARAMS.filter }]),
    ...(approval === null ? [] : [{ words: `${approval.documentNumber}（${approval.decidedOn}）批复的`, params: NARROWING_PARAMS.approval }]),
  ];
}
