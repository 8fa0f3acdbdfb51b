// Which cell of the grid a problem stands in: the same answer for the mark in the cell and for the words at the foot. Pure.

import type { MarkKind } from '../../../ui/sheet/sheet-types';
import type { PlanProblem, PlanReport } from '../plan-check';
import { FUND_COLUMNS, GOAL_COLUMNS } from '../plan-columns';

export interface CellProblem extends PlanProblem {
  readonly kind: MarkKind;
  /** What it rests on, where a rule says it. */
  readonly clause: string | undefined;
}

/** From the lightest to the gravest. */
const GRAVITY: readonly MarkKind[] = ['info', 'blank', 'warn', 'block'];

/** Lists stand in the cells of their first rows, and what has no columns of its own in the one that says the rest. */
export function cellOfPath(path: string): string {
  if (path === 'funds') return 'funds.0.amount';
  if (path === 'goals') return 'goals.0.name';
  const [root, index] = path.split('.');
  if (root === 'funds' && Number(index) >= FUND_COLUMNS) return 'funds.more';
  if (root === 'goals' && Number(index) >= GOAL_COLUMNS) return 'goals.more';
  return root === 'providerTypes' ? root : path;
}

/** What is to be said at this column's cell: all of the project at 检查, the gravest first. */
export function problemsIn(report: PlanReport, column: string): readonly CellProblem[] {
  const here = report.problems.filter(({ path }) => column === 'check' || cellOfPath(path) === column || (path === '' && column === 'number'));
  return here
    .map((problem): CellProblem => ({
      ...problem,
      kind: kindOf(problem),
      clause: report.findings.find(({ field, sentence }) => field === problem.path && sentence === problem.sentence)?.clause,
    }))
    .sort((a, b) => GRAVITY.indexOf(b.kind) - GRAVITY.indexOf(a.kind));
}

/** A field not filled in yet is not wrong. */
export function kindOf({ severity, blank }: PlanProblem): MarkKind {
  return severity === 'block' && blank ? 'blank' : severity;
}

/** The gravest of each cell. */
export function marksOf(problems: readonly PlanProblem[]): ReadonlyMap<string, MarkKind> {
  const marks = new Map<string, MarkKind>();
  for (const problem of problems) {
    const [cell, kind] = [cellOfPath(problem.path), kindOf(problem)];
    const held = marks.get(cell);
    if (held === undefined || GRAVITY.indexOf(kind) > GRAVITY.indexOf(held)) marks.set(cell, kind);
  }
  return marks;
}
