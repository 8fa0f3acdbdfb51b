// What is to be said about the form as it stands, for its fields, its summary and its section list, while typing goes on.

import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react';
import type { RecordId } from '#shared/base/ids';
import { todayInShanghai } from '#shared/base/date';
import type { PlanItemSurroundings } from '#shared/domain/rules/plan-item/plan-item-rule';
import type { RowOf } from '../../data/db';
import { FindingsProvider, type FindingView } from '../../ui/findings';
import { useSame } from '../../ui/use-same';
import { type Cell, useCell } from './cell';
import type { Neighbour } from './queries';
import { checkPlan, isBlankAt, type PlanProblem } from './plan-check';
import type { PlanTyped } from './plan-typed';

export interface PlanNeighbours {
  readonly buyers: readonly RowOf<'buyers'>[];
  readonly siblings: readonly Neighbour[];
}

export function surroundingsOf(id: RecordId, typed: PlanTyped, { buyers, siblings }: PlanNeighbours): PlanItemSurroundings {
  return {
    id,
    today: todayInShanghai(Date.now()),
    buyer: buyers.find((row) => row.id === typed.buyerId)?.body,
    yearItems: siblings.filter((sibling) => sibling.buyerId === typed.buyerId),
  };
}

const ProblemsContext = createContext<readonly PlanProblem[]>([]);

export function usePlanProblems(): readonly PlanProblem[] {
  return useContext(ProblemsContext);
}

interface PlanReportsProps {
  readonly id: RecordId;
  readonly typed: Cell<PlanTyped>;
  readonly neighbours: PlanNeighbours;
  /** After the first try to hand over, empty fields are told of as well. */
  readonly checked: boolean;
  /** Opinions of the finance office on the revision before, shown beside their fields. */
  readonly opinions: readonly FindingView[];
  readonly children: ReactNode;
}

export function PlanReports({ id, typed: cell, neighbours, checked, opinions, children }: PlanReportsProps) {
  const typed = useDeferredValue(useCell(cell));
  const report = useSame(useMemo(() => checkPlan(typed, surroundingsOf(id, typed, neighbours)), [id, typed, neighbours]));
  const shown = useSame(
    useMemo(
      () => [...opinions, ...report.findings.filter((finding) => checked || !isBlankAt(typed, finding.field))],
      [opinions, report, checked, typed],
    ),
  );
  return (
    <ProblemsContext.Provider value={report.problems}>
      <FindingsProvider findings={shown}>{children}</FindingsProvider>
    </ProblemsContext.Provider>
  );
}
