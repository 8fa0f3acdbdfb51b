// The plan grid's work: what typing, clearing, filling, pasting, inserting and deleting do to the year's projects. Every act is one step.
// It draws nothing; what only a person can answer it asks through `ask`.

import type { RecordId, StationId } from '#shared/base/ids';
import { parseDate } from '#shared/base/date';
import { secrecyGate } from '#shared/domain/rules/secrecy';
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
}

export interface PlanGridModel {
  readonly write: (cells: readonly CellText[], how: 'type' | 'clear' | 'fill' | 'paste') => void;
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
}

export function createPlanGridModel({ station, operator, book, writer, fresh, columns, sheetColumns, ask }: Options): PlanGridModel {
  const columnOf = (key: string) => columns().find((column) => column.key === key);

  function keep(rows: readonly BookRow[], label: string, at?: number): void {
    if (rows.length === 0) return;
    book.put(rows, at);
    writer.step(label, rows.map(changeOf));
  }

  function stopped(row: BookRow, column: PlanColumn, text: string): boolean {
    if (secrecyGate([text]).length === 0) return false;
    void recordSecrecyStop(station, 'planItems', row.id === '' ? newRecordId(station) : row.id, column.key);
    ask.onSecret(column.title);
    return true;
  }

  function begun(ordinal: number): BookRow {
    const typed = fresh();
    return blankRow(newRecordId(station), typed === null ? ({} as PlanTyped) : ordinal === 0 ? typed : { ...typed, number: numberAfter(typed.number, ordinal) });
  }

  return {
    write(cells, how) {
      const rows = new Map<number, BookRow>();
      const changed = new Set<number>();
      for (const { row: index, column: key, text } of cells) {
        const column = columnOf(key);
        const row = rows.get(index) ?? (book.isFresh(index) ? begun(0) : book.rowAt(index));
        if (column === undefined || row === undefined || !row.editable) continue;
        rows.set(index, row);
        if (stopped(row, column, text)) continue;
        const typed = column.write(row.typed, settled(column, text));
        if (typed === row.typed) continue;
        rows.set(index, { ...row, typed });
        changed.add(index);
      }
      const written = [...rows].flatMap(([index, row]) => (changed.has(index) ? [rewritten(row, row.typed, operator)] : []));
      keep(written, labelOf(cells, how, columnOf));
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
      const plan = planPaste<PlanTyped>(block.value, {
        columns: shown.map(({ key, title }) => columnOf(key) ?? unwritable(key, title)),
        row: range.top,
        column: range.left,
        rowAt: (index) => (book.isFresh(index) ? undefined : book.rowAt(index)?.typed),
        refusal: (index) => (book.rowAt(index)?.editable === true ? null : OTHERS),
        blank: (ordinal) => begun(ordinal).typed,
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
        const held = row.isNew ? blankRow(newRecordId(station), row.before) : book.rowAt(row.index);
        return held === undefined || !held.editable || (typed === row.before && !row.isNew) ? [] : [rewritten(held, typed, operator)];
      });
      keep(rows, `粘贴 ${String(rows.length)} 行`);
    },
    insertRow(above) {
      if (fresh() === null) return;
      const row = begun(0);
      keep([rewritten(row, row.typed, operator)], '新增一行', Math.min(above, book.shown().length));
    },
    removeRows(rows) {
      const own = rows.filter(({ draft, editable }) => draft !== null && editable);
      if (own.length === 0) return;
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
