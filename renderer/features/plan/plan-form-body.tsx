// The body of the plan form: summary, section list and sections. It draws itself once; fields follow their own values.

import { memo, type ReactNode } from 'react';
import type { RecordId } from '#shared/base/ids';
import type { FindingView } from '../../ui/findings';
import { Panel } from '../../ui/page';
import type { Cell } from './cell';
import { PLAN_SECTIONS, type PlanSectionId } from './plan-fields';
import { ProblemSummary, SectionList } from './plan-guide';
import { type PlanNeighbours, PlanReports } from './plan-report';
import type { PlanTyped } from './plan-typed';
import { AttachmentsSection, ExclusionsSection, GoalsSection, GroundsSection, MethodSection, PrioritySection, SuitabilitySection } from './sections-grounds';
import { BudgetSection, FundsSection } from './sections-money';
import { AmountsSection, BasicsSection, ContentsSection, TermSection } from './sections-subject';
import './plan.css';

interface PlanFormBodyProps {
  readonly id: RecordId;
  readonly typed: Cell<PlanTyped>;
  readonly neighbours: PlanNeighbours;
  readonly checked: boolean;
  readonly opinions: readonly FindingView[];
}

export const PlanFormBody = memo(function PlanFormBody({ id, typed, neighbours, checked, opinions }: PlanFormBodyProps) {
  const bodies: Readonly<Record<PlanSectionId, ReactNode>> = {
    basics: <BasicsSection buyers={neighbours.buyers} />,
    contents: <ContentsSection />,
    amounts: <AmountsSection />,
    term: <TermSection />,
    funds: <FundsSection year={typed.read().year} />,
    budget: <BudgetSection />,
    goals: <GoalsSection />,
    priority: <PrioritySection />,
    grounds: <GroundsSection />,
    suitability: <SuitabilitySection />,
    exclusions: <ExclusionsSection />,
    method: <MethodSection />,
    attachments: <AttachmentsSection />,
  };
  return (
    <PlanReports id={id} typed={typed} neighbours={neighbours} checked={checked} opinions={opinions}>
      <div className="plan-form">
        <SectionList />
        <div className="plan-sections">
          <ProblemSummary />
          {PLAN_SECTIONS.map(({ id: section, title }) => (
            <div key={section} id={`plan-${section}`} className="plan-section">
              <Panel title={title}>{bodies[section]}</Panel>
            </div>
          ))}
        </div>
      </div>
    </PlanReports>
  );
});
