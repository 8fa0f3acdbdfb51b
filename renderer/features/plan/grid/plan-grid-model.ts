// The plan grid's work: what typing, clearing, filling, pasting, inserting and deleting do to the year's projects. Every act is one step.
// It draws nothing; what only a person can answer it asks through `ask`.

import type { RecordId, StationId } from '#shared/base/ids';
import { parseDate } from '#shared/base/date';
import { secrecyGate } from '#shared/domain/rules/secrecy';
import { MOST_CHANGES } from '#shared/ipc/limits';
import type { DraftChange } from '../../../data/history';
import { newRecordId } from '../../../data/new-id';
import { type ClipboardFailure, parseClipboard } from '../../../tabular/clipboard';
import { cellText, pasted, type PastedCell, type PastePlan, planPaste } from '../../../tabular/paste';
import type { CellText, SheetRange } from '../../../ui/sheet/sheet-types';
import { planCellProblem } from '../plan-cell';
import type { PlanColumn } from '../plan-column';
import type { PlanTyped } from '../plan-typed';
import { recordSecrecyStop } from '../../../data/secrecy-stop';
import { blankRow, type BookRow, rewritten } from './book-row';
import type { PlanBook } from './plan-book';
import type { PlanWriter } from './plan-writer';
import type { PlanSheetColumn } from './sheet-columns';

export const SECRET = '出现国家秘密的标志用语，本系统不得录入国家秘密。';
const OTHERS = '此行不是您正在编制的草稿，不能修改。';

export interface PlanGridAsk {
  /** A word of state secrecy fell in a cell; nothing of it was kept. */
  readonly onSecret: (title: string) => void;
  readonly onPastePlan: (plan: PastePlan<PlanTyped>) => void;
  readonly onClipboardFailure: (failure: ClipboardFailure) => void;
  /** More rows at once than one step takes; nothing was done. */
  readonly onTooMany: (rows: number) => void;
}

export interface PlanGridModel {
  readonly write: (cells: readonly CellText[], how: 'type' | 'clear' | 'fill' | 'paste') => void;
  /** A pause in a cell that is not finished: its text is written so that nothing can lose it, and not shown yet. Finishing is one step with it. */
  readonly pause: (cell: CellText) => void;
  /** Nothing is being typed any more; what a pause wrote and nobody finished is taken back. */
  readonly endTyping: () => void;
  readonly paste: (data: { readonly plain: string; readonly html: string }, range: SheetRange) => void;
  /** Accepts a previewed paste: one step. */
  readonly acceptPaste: (plan: PastePlan<PlanTyped>, includeBad: boolean) => void;
  readonly insertRow: (above: number) => void;
  /** Own drafts among these rows go to the bin; the number of those that did. */
  readonly removeRows: (rows: readonly BookRow[]) => void;
}

interface Options {
  readonly station: StationId;
  readonly operator: RecordId;
  readonly book: PlanBook;
  readonly writer: PlanWriter;
  readonly fresh: () => PlanTyped | null;
  readonly columns: () => readonly PlanColumn[];
  readonly sheetColumns: () => readonly PlanSheetColumn[];
  readonly ask: PlanGridAsk;
  /** Several rows are about to change by one act. */
  readonly onMany: () => void;
}

export function createPlanGridModel({ station, operator, book, writer, fresh, columns, sheetColumns, ask, onMany }: Options): PlanGridModel {
  const columnOf = (key: string) => columns().find((column) => column.key === key);

  /** Whose texts a previewed paste was worked out from. */
  const pasteOver = new WeakMap<PlanTyped, RecordId>();
  /** The cell whose unfinished text has been written. */
  let paused: { readonly before: BookRow; readonly cell: CellText; readonly step: string } | null = null;

  function keep(rows: readonly BookRow[], label: string, at?: number, step?: string): void {
    if (rows.length === 0 || tooMany(rows)) return;
    if (rows.length > 1) onMany();
    book.put(rows, at);
    writer.step(label, rows.map(changeOf), step);
  }

  function tooMany({ length }: readonly BookRow[]): boolean {
    if (length <= MOST_CHANGES) return false;
    ask.onTooMany(length);
    return true;
  }

  /** The row a cell belongs to, begun anew where it is the empty one. */
  function rowOf({ row: index, id }: CellText): BookRow | undefined {
    if (id === '' || (id === undefined && book.isFresh(index))) return begun();
    return id === undefined ? book.rowAt(index) : book.find(id as RecordId);
  }

  function isPaused({ column, id, row }: CellText): boolean {
    return paused !== null && paused.cell.column === column && (id === undefined ? paused.cell.row === row : paused.cell.id === id);
  }

  function stopped(row: BookRow, column: PlanColumn, text: string): boolean {
    if (secrecyGate([text]).length === 0) return false;
    void recordSecrecyStop(station, 'planItems', row.id === '' ? newRecordId(station) : row.id, column.key);
    ask.onSecret(column.title);
    return true;
  }

  function begun(): BookRow {
    return blankRow(newRecordId(station), fresh() ?? ({} as PlanTyped));
  }

  return {
    write(cells, how) {
      const [first] = cells;
      const open = how === 'type' && first !== undefined && isPaused(first) ? paused : null;
      const rows = new Map<number, BookRow>();
      const changed = new Set<number>();
      const several = cells.some(({ row }) => row !== first?.row);
      for (const cell of cells) {
        const { row: index, column: key, text } = cell;
        const column = columnOf(key);
        // A block that reaches over the empty row at the end begins no project, and there is nothing to clear in it.
        if (book.isFresh(index) && (several || how === 'clear')) continue;
        const row = rows.get(index) ?? open?.before ?? rowOf(cell);
        if (column === undefined || row === undefined || !row.editable) continue;
        rows.set(index, row);
        // One word about it, however many cells it would have gone to.
        if (stopped(row, column, text)) break;
        const typed = column.write(row.typed, settled(column, text));
        if (typed === row.typed) continue;
        rows.set(index, { ...row, typed });
        changed.add(index);
      }
      const written = [...rows].flatMap(([index, row]) => (changed.has(index) ? [rewritten(row, row.typed, operator)] : []));
      if (open !== null && written.length > 0) paused = null;
      keep(written, labelOf(cells, how, columnOf), undefined, open?.step);
      if (paused === null) writer.hold(null);
    },
    pause(cell) {
      const column = columnOf(cell.column);
      const open = isPaused(cell) ? paused : null;
      const before = open?.before ?? rowOf(cell);
      // Half a choice is none, and a word of state secrecy is told of when the cell is finished.
      if (column === undefined || before === undefined || !before.editable || column.choices !== undefined || secrecyGate([cell.text]).length > 0) return;
      const typed = column.write(before.typed, cell.text);
      if (typed === before.typed && open === null) return;
      paused = { before, cell, step: open?.step ?? crypto.randomUUID() };
      writer.hold(before.id);
      writer.step(labelOf([cell], 'type', columnOf), [changeOf(rewritten(before, typed, operator))], paused.step);
    },
    endTyping() {
      if (paused === null) return;
      const { before, cell, step } = paused;
      paused = null;
      writer.step(labelOf([cell], 'type', columnOf), [changeOf(before)], step);
      writer.hold(null);
    },
    paste(data, range) {
      const block = parseClipboard(data);
      if (!block.ok) {
        ask.onClipboardFailure(block.error);
        return;
      }
      const shown = sheetColumns();
      const single = block.value.length === 1 && block.value[0]?.length === 1 ? block.value[0][0] : undefined;
      if (single !== undefined) {
        this.write(cellsOf(range, shown, single), 'paste');
        return;
      }
      const first = fresh() ?? ({} as PlanTyped);
      const plan = planPaste<PlanTyped>(block.value, {
        columns: shown.map(({ key, title }) => columnOf(key) ?? unwritable(key, title)),
        row: range.top,
        column: range.left,
        rowAt: (index) => {
          const row = book.isFresh(index) ? undefined : book.rowAt(index);
          if (row !== undefined) pasteOver.set(row.typed, row.id);
          return row?.typed;
        },
        refusal: (index) => (book.rowAt(index)?.editable === true ? null : OTHERS),
        blank: (ordinal) => (ordinal === 0 ? first : { ...first, number: numberAfter(first.number, ordinal) }),
        problem: (column, text) => (secrecyGate([text]).length > 0 ? SECRET : planCellProblem(column, text)),
      });
      const secret = plan.rows.flatMap(({ cells }) => cells).find(isSecret);
      if (secret !== undefined) void recordSecrecyStop(station, 'planItems', newRecordId(station), secret.column.key);
      ask.onPastePlan(plan);
    },
    acceptPaste(plan, includeBad) {
      const accept = (cell: PastedCell<PlanTyped>) => includeBad && !isSecret(cell) && cell.reason !== OTHERS;
      const rows = plan.rows.flatMap((row): BookRow[] => {
        const typed = pasted(row, accept);
        if (row.isNew) return [rewritten(blankRow(newRecordId(station), row.before), typed, operator)];
        // The row that was looked at, wherever it stands now and whatever has been written in its other cells since.
        const id = pasteOver.get(row.before);
        const held = id === undefined ? undefined : book.find(id);
        return held === undefined || !held.editable || typed === row.before ? [] : [rewritten(held, pasted({ ...row, before: held.typed }, accept), operator)];
      });
      keep(rows, `粘贴 ${String(rows.length)} 行`);
    },
    insertRow(above) {
      if (fresh() === null) return;
      const row = begun();
      keep([rewritten(row, row.typed, operator)], '新增一行', Math.min(above, book.shown().length));
    },
    removeRows(rows) {
      const own = rows.filter(({ draft, editable }) => draft !== null && editable);
      if (own.length === 0 || tooMany(own)) return;
      const official = own.filter(({ standing }) => standing.word !== 'draft');
      book.remove(new Set(own.filter((row) => !official.includes(row)).map(({ id }) => id)));
      writer.step(`删除 ${String(own.length)} 行`, own.map(({ id }): DraftChange => ({ id, draft: null })));
    },
  };
}

function changeOf({ id, draft }: BookRow): DraftChange {
  return { id, draft: draft?.row.body ?? null };
}

/** A day in the one spelling, everything else as typed. */
function settled(column: PlanColumn, text: string): string {
  if (column.kind !== 'date') return text;
  const date = parseDate(cellText(column, text));
  return date.ok ? date.value : text;
}

function isSecret({ reason }: PastedCell<PlanTyped>): boolean {
  return reason === SECRET;
}

function cellsOf({ top, bottom, left, right }: SheetRange, columns: readonly PlanSheetColumn[], text: string): readonly CellText[] {
  const cells: CellText[] = [];
  for (let row = top; row <= bottom; row++) {
    for (const { key } of columns.slice(left, right + 1)) cells.push({ row, column: key, text });
  }
  return cells;
}

/** Columns of the list that are no texts of the project: a block that covers them leaves them alone. */
function unwritable(key: string, title: string): PlanColumn {
  return { key, title, kind: 'text', derived: true, read: () => '', write: (typed) => typed };
}

function labelOf(cells: readonly CellText[], how: 'type' | 'clear' | 'fill' | 'paste', columnOf: (key: string) => PlanColumn | undefined): string {
  const [first] = cells;
  if (how === 'type' && first !== undefined) return `填写${columnOf(first.column)?.title ?? ''}`.slice(0, 40);
  return `${{ type: '填写', clear: '清除', fill: '填充', paste: '粘贴' }[how]} ${String(cells.length)} 格`;
}

/** '2027-006' two after '2027-004'. */
function numberAfter(number: string, steps: number): string {
  const match = /^(.*?)(\d{1,6})$/.exec(number);
  return match === null ? number : `${match[1] ?? ''}${String(Number(match[2]) + steps).padStart(match[2]?.length ?? 3, '0')}`;
}
