// The line under the grid: what is to be said about the active cell with its clause, and what the chosen block adds up to.

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { formatYuan } from '#shared/base/money';
import { formatQuantity } from '#shared/base/quantity';
import { ClauseButton } from '../../../ui/clause-button';
import { MARK_WORDS } from '../../../ui/sheet/sheet-types';
import type { SheetView } from '../../../ui/sheet/sheet-view';
import type { BookRow } from './book-row';
import { sumBlock } from './block-sum';
import { type CellProblem, problemsIn } from './cell-problems';
import type { PlanBook } from './plan-book';
import type { PlanFindings } from './plan-findings';
import type { PlanSheetColumn } from './sheet-columns';

interface GridFootProps {
  readonly id: string;
  readonly book: PlanBook;
  readonly view: SheetView;
  readonly findings: PlanFindings;
  readonly columns: readonly PlanSheetColumn[];
  readonly nameOf: (row: BookRow) => string;
  readonly onTakeOver: (row: BookRow) => void;
}

/** Longer than between two keys of somebody moving about. */
const SETTLE_MS = 160;

/** Of a project's problems in full sentences, and of the others by name: the foot leaves the room to the rows. */
const MOST_SAID = 4;
const MOST_NAMED = 8;

/** Follows the active cell a moment behind, so that moving about does not wait for it. */
function useSettled<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { setValue(read); }, SETTLE_MS);
    };
    later();
    const stop = subscribe(later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [subscribe, read]);
  return value;
}

export function GridFoot({ id, book, view, findings, columns, nameOf, onTakeOver }: GridFootProps) {
  const state = useSettled(view.subscribe, view.get);
  useSettled(book.subscribe, book.version);
  const row = book.rowAt(state.row);
  const column = columns[state.column];
  return (
    <div className="plan-foot">
      <div id={id} className="plan-foot-cell" aria-live="polite">
        {row !== undefined && column !== undefined && (
          <CellWords row={row} index={state.row} fresh={book.isFresh(state.row)} column={column} findings={findings} nameOf={nameOf} onTakeOver={onTakeOver} />
        )}
      </div>
      <BlockSum book={book} view={view} columns={columns} />
    </div>
  );
}

interface CellWordsProps {
  readonly row: BookRow;
  readonly index: number;
  readonly fresh: boolean;
  readonly column: PlanSheetColumn;
  readonly findings: PlanFindings;
  readonly nameOf: (row: BookRow) => string;
  readonly onTakeOver: (row: BookRow) => void;
}

function CellWords({ row, index, fresh, column, findings, nameOf, onTakeOver }: CellWordsProps) {
  const place = `第 ${String(index + 1)} 行　${column.title}`;
  if (fresh) return <span className="soft">{place}　直接输入即新增一个项目</span>;
  if (!row.editable) {
    return (
      <>
        <span>{place}</span>
        {row.draft === null ? (
          <span className="soft">已定稿，只能查看。Enter 打开</span>
        ) : (
          <>
            <span className="soft">由 {nameOf(row)} 编制，只能查看。Enter 打开审核</span>
            <Button size="small" onClick={() => { onTakeOver(row); }}>
              接手编制
            </Button>
          </>
        )}
      </>
    );
  }
  const report = findings.known(row);
  const problems = report === undefined ? [] : problemsIn(report, column.key);
  const isCheck = column.key === 'check';
  // Of what is only not filled in yet the names say enough.
  const said = isCheck ? problems.filter(({ kind }) => kind !== 'blank').slice(0, MOST_SAID) : problems;
  const rest = problems.filter((problem) => !said.includes(problem));
  return (
    <>
      <span>{place}</span>
      {said.map((problem) => (
        <ProblemWords key={problem.path + problem.sentence} problem={problem} named={isCheck} />
      ))}
      {rest.length > 0 && <RestWords problems={rest} />}
      {problems.length === 0 && column.hint !== undefined && <span className="soft">{column.hint}</span>}
    </>
  );
}

function ProblemWords({ problem: { kind, label, sentence, clause }, named }: { readonly problem: CellProblem; readonly named: boolean }) {
  return (
    <span className="plan-foot-finding" data-severity={kind}>
      <b>{MARK_WORDS[kind]}</b> {named && `${label}：`}{sentence} {clause !== undefined && <ClauseButton clause={clause} />}
    </span>
  );
}

function RestWords({ problems }: { readonly problems: readonly CellProblem[] }) {
  const allBlank = problems.every(({ kind }) => kind === 'blank');
  const labels = [...new Set(problems.map(({ label }) => label))];
  const more = labels.length > MOST_NAMED ? ` 等 ${String(labels.length)} 处` : '';
  return (
    <span className="plan-foot-finding" data-severity="blank">
      <b>{allBlank ? MARK_WORDS.blank : '另有'}</b> {labels.slice(0, MOST_NAMED).join('、')}{more}
    </span>
  );
}

/** 计数、合计 of the chosen cells, as a spreadsheet shows them. */
function BlockSum({ book, view, columns }: Pick<GridFootProps, 'book' | 'view' | 'columns'>) {
  const state = useSettled(view.subscribe, view.get);
  useSettled(book.subscribe, book.version);
  const top = Math.min(state.row, state.anchor.row);
  const bottom = Math.max(state.row, state.anchor.row);
  const left = Math.min(state.column, state.anchor.column);
  const right = Math.max(state.column, state.anchor.column);
  if (top === bottom && left === right) return null;
  const { count, fen, e4 } = sumBlock(cellsIn(book, columns.slice(left, right + 1), top, bottom));
  return (
    <div className="plan-foot-sum" role="status">
      <span>计数 <b>{count}</b></span>
      {fen !== null && <span>合计 <b className="number">{formatYuan(fen)}</b> 元</span>}
      {e4 !== null && <span>合计 <b className="number">{formatQuantity(e4)}</b></span>}
    </div>
  );
}

function* cellsIn(book: PlanBook, columns: readonly PlanSheetColumn[], top: number, bottom: number): Generator<readonly [PlanSheetColumn, string]> {
  for (let at = top; at <= bottom; at++) {
    const row = book.rowAt(at);
    if (row === undefined || book.isFresh(at)) continue;
    for (const column of columns) if (column.editor !== 'tick') yield [column, column.text(row)];
  }
}
