// The year's plan as a grid that is typed in: rows, findings, paste preview and the line at the foot. Acts on chosen rows are the page's.

import { App, Checkbox } from 'antd';
import { useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { Failure } from '#shared/base/result';
import type { RowOf } from '../../../data/db';
import { useStationState, useWorkplace } from '../../../bridge/station';
import { saveOnLeave } from '../../../data/leaving';
import type { PastePlan } from '../../../tabular/paste';
import { FailureNotice } from '../../../ui/failure-notice';
import { Sheet } from '../../../ui/sheet/sheet';
import type { SheetCommands, SheetMarks, SheetRows, SheetSort } from '../../../ui/sheet/sheet-types';
import type { SheetView } from '../../../ui/sheet/sheet-view';
import { amountOf } from '../plan-convert';
import { planColumns } from '../plan-columns';
import type { PlanTyped } from '../plan-typed';
import { useTakeOver } from '../use-take-over';
import type { BookRow } from './book-row';
import { GridFoot } from './grid-foot';
import { createMarkSearch } from './mark-search';
import { PasteDialog } from './paste-dialog';
import { createPlanGridModel, type PlanGridModel } from './plan-grid-model';
import { compareBy } from './plan-order';
import { type ColumnSet, planSheetColumns } from './sheet-columns';
import { createUnfinished } from './unfinished';
import { useBook } from './use-book';
import type { PlanGridState } from './use-plan-grid';
import './plan-grid.css';

const NO_MARKS: SheetMarks = new Map();
/** What a project's amount is reckoned from. */
const AMOUNT_PARTS: ReadonlySet<string> = new Set(['quantity', 'unitPrice']);

/** What the page's buttons do. */
export type PlanGridActs = PlanGridModel & { readonly turn: (which: 'undo' | 'redo') => void };

interface PlanGridProps {
  readonly year: number;
  readonly grid: PlanGridState;
  readonly view: SheetView;
  readonly buyers: readonly RowOf<'buyers'>[];
  readonly set: ColumnSet;
  readonly inWan: boolean;
  readonly onOpen: (row: BookRow) => void;
  readonly onRemove: (rows: readonly BookRow[]) => void;
  /** Handed to the page for its buttons. */
  readonly onActs: (acts: PlanGridActs) => void;
  readonly say: (words: string) => void;
}

export function PlanGrid({ year, grid, view, buyers, set, inWan, onOpen, onRemove, onActs, say }: PlanGridProps) {
  const { modal } = App.useApp();
  const { station, operatorId } = useWorkplace();
  const { operators } = useStationState().state;
  const footId = useId();
  const { book, writer, findings, kept, typing, fresh, reload } = grid;
  const askTakeOver = useTakeOver();
  /** Of an act that is no writing in cells. */
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pastePlan, setPastePlan] = useState<PastePlan<PlanTyped> | null>(null);
  const sort = useSyncExternalStore(book.subscribe, book.sorted);
  const anyApproved = useBook(book, () => book.all().some(({ approvedFen }) => approvedFen !== null));
  const columns = useMemo(() => planColumns(buyers), [buyers]);
  const sheetColumns = useMemo(
    () => planSheetColumns({ columns, set, inWan, anyApproved, findings, tickAll: () => <TickAll grid={grid} /> }),
    [columns, set, inWan, anyApproved, findings, grid],
  );

  // Commands are made once; what they need of the latest drawing is looked up when they run.
  const latest = useRef({ columns, sheetColumns, onOpen, onRemove, say });
  useEffect(() => {
    latest.current = { columns, sheetColumns, onOpen, onRemove, say };
  });

  const turn = useCallback(
    async (which: 'undo' | 'redo') => {
      const word = which === 'undo' ? '撤销' : '重做';
      const turned = await writer.turn(which);
      // What could not be saved is said above the grid already.
      setFailure(turned.ok || kept.read().phase === 'failed' ? null : turned.error);
      if (!turned.ok) latest.current.say(`未能${word}，原因见表格上方。`);
      else if (turned.value.label === null) latest.current.say(`没有可以${word}的操作。`);
      else latest.current.say(`已${word}：${turned.value.label}${turned.value.left > 0 ? `（${String(turned.value.left)} 项已被改动，未动）` : ''}`);
      await reload();
    },
    [writer, kept, reload],
  );

  const model = useMemo(
    () =>
      createPlanGridModel({
        station: station.stationId,
        operator: operatorId,
        book,
        writer,
        fresh,
        columns: () => latest.current.columns,
        sheetColumns: () => latest.current.sheetColumns,
        onMany: findings.hurry,
        ask: {
          onSecret: (title) => {
            modal.error({
              title: '已停止录入',
              content: `“${title}”中出现国家秘密的标志用语。本系统不得录入国家秘密：刚才的内容没有保存，该格已恢复为原来的内容，并已记录这次停止（不含内容）。如确属涉密项目，请按保密规定在涉密系统中办理。`,
              okText: '知道了',
            });
          },
          onPastePlan: setPastePlan,
          onClipboardFailure: ({ code }) => {
            latest.current.say(code === 'clipboard.empty' ? '剪贴板中没有文字。' : '复制的内容太多：一次最多 5000 行、200 列。请分几次粘贴。');
          },
          onTooMany: (rows) => { latest.current.say(`一次最多改动 5000 行，这次有 ${String(rows)} 行，没有改动。请分几次办理。`); },
        },
      }),
    [station.stationId, operatorId, book, findings.hurry, writer, fresh, modal],
  );
  useEffect(() => {
    onActs({ ...model, turn: (which) => void turn(which) });
  }, [model, turn, onActs]);

  const marks = useMemo(
    () => createMarkSearch({ book, findings, view, columns: () => latest.current.sheetColumns, say: (words) => { latest.current.say(words); } }),
    [book, findings, view],
  );
  useEffect(() => marks.stop, [marks]);

  const unfinished = useMemo(() => createUnfinished(model.pause), [model]);
  // The texts of finished cells are on their way already.
  useEffect(
    () =>
      saveOnLeave(() => {
        unfinished.write();
        return writer.unwritten();
      }),
    [unfinished, writer],
  );

  const commands = useMemo((): SheetCommands => {
    const at = (index: number) => (book.isFresh(index) ? undefined : book.rowAt(index));
    return {
      ...model,
      typing: (cell) => {
        unfinished.take(cell);
        if (cell === null) model.endTyping();
        const row = cell === null ? undefined : book.rowAt(cell.row);
        const column = AMOUNT_PARTS.has(cell?.column ?? '') ? latest.current.columns.find(({ key }) => key === cell?.column) : undefined;
        if (cell === null || row === undefined || column === undefined) {
          if (typing.read() !== null) typing.write(null);
        } else typing.write({ beforeFen: row.amountFen, nowFen: amountOf(column.write(row.typed, cell.text)) });
      },
      open: (index) => { const row = at(index); if (row !== undefined) latest.current.onOpen(row); },
      insertRow: (above) => {
        model.insertRow(above);
        view.go({ row: above, column: NAME_COLUMN });
        const number = at(above)?.number;
        if (number === undefined) return;
        // As in a spreadsheet it stays where it was put, until the rows are put in order the next time.
        const sortedBy = latest.current.sheetColumns.find(({ key }) => key === book.sorted()?.column)?.title;
        const order = sortedBy === undefined ? '各行按项目编号排列：表格重新打开后，这一行按编号归位。' : `表格现按“${sortedBy}”排序：再次排序或重新打开后，这一行归到相应的位置。`;
        latest.current.say(`已插入一行，编号 ${number}。${order}`);
      },
      removeRows: ({ top, bottom }) => { latest.current.onRemove(book.shown().slice(top, bottom + 1)); },
      undo: () => void turn('undo'),
      redo: () => void turn('redo'),
      save: () => void writer.settle(),
      nextMark: (direction) => void marks.next(direction),
      sort: (key, direction) => { sortBy(key, direction); },
      tick: (index) => { const row = at(index); if (row !== undefined && row.draft !== null) book.tick([row.id], !row.ticked); },
    };
    function sortBy(key: string, direction: SheetSort['direction']): void {
      const column = latest.current.sheetColumns.find((one) => one.key === key);
      if (column !== undefined && column.sortable !== false) book.sort({ column: key, direction }, compareBy(column, direction));
    }
  }, [model, book, view, writer, typing, turn, marks, unfinished]);

  const rows = useMemo(
    (): SheetRows<BookRow> => ({
      subscribe: book.subscribe,
      count: book.count,
      rowAt: book.rowAt,
      marksAt: (index) => {
        const row = book.isFresh(index) ? undefined : book.rowAt(index);
        return row === undefined || row.draft === null ? NO_MARKS : (findings.known(row)?.marks ?? NO_MARKS);
      },
      idAt: (index) => book.rowAt(index)?.id,
      indexOf: (id) => (id === '' ? book.count() - 1 : book.indexOf(id as RecordId)),
    }),
    [book, findings],
  );

  const nameOf = ({ draft }: BookRow) => operators.find(({ id }) => id === draft?.preparedBy)?.name ?? '其他经办人';
  return (
    <>
      <FailureNotice failure={failure} onClose={() => { setFailure(null); }} />
      <Sheet<BookRow> label={`${String(year)} 年购买服务项目`} columns={sheetColumns} rows={rows} view={view} commands={commands} sort={sort} footId={footId} />
      <GridFoot
        id={footId}
        book={book}
        view={view}
        findings={findings}
        columns={sheetColumns}
        nameOf={nameOf}
        onTakeOver={(row) => {
          if (row.draft === null) return;
          askTakeOver(row.draft.row, nameOf(row), (taken) => {
            setFailure(taken.ok ? null : taken.error);
            view.focus.wanted = true;
            void reload();
          });
        }}
      />
      {pastePlan !== null && (
        <PasteDialog
          plan={pastePlan}
          onClose={() => { setPastePlan(null); }}
          onAccept={(includeBad) => {
            model.acceptPaste(pastePlan, includeBad);
            setPastePlan(null);
            view.focus.wanted = true;
          }}
        />
      )}
    </>
  );
}

/** Where a new project begins: the boxes stand first, then number and name. */
export const NAME_COLUMN = 2;

function TickAll({ grid: { book } }: { readonly grid: PlanGridState }) {
  const state = useBook(book, () => {
    const drafts = book.shown().filter(({ draft }) => draft !== null);
    const ticked = drafts.reduce((count, row) => count + (row.ticked ? 1 : 0), 0);
    return drafts.length === 0 ? null : ticked === 0 ? 'none' : ticked === drafts.length ? 'all' : 'some';
  });
  if (state === null) return null;
  return (
    <Checkbox
      aria-label="全选草稿"
      checked={state === 'all'}
      indeterminate={state === 'some'}
      onChange={({ target }) => { book.tick(book.shown().flatMap(({ id, draft }) => (draft === null ? [] : [id])), target.checked); }}
    />
  );
}
