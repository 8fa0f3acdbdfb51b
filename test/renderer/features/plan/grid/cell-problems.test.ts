// Every mark in a cell has its sentence at the foot of that cell, and the cell 检查 says all of them.
import { describe, expect, it } from 'vitest';
import { cellOfPath, marksOf, problemsIn } from '../../../../../renderer/features/plan/grid/cell-problems';
import { checkPlan } from '../../../../../renderer/features/plan/plan-check';
import { PLAN_COLUMNS } from '../../../../../renderer/features/plan/plan-columns';
import type { PlanTyped } from '../../../../../renderer/features/plan/plan-typed';
import { buyerRow, completePlan, idOf, TODAY } from '../support';
import { fresh } from './support';

function reportOf(typed: PlanTyped) {
  return checkPlan(typed, { id: idOf(50), today: TODAY, buyer: buyerRow.body, yearItems: [] });
}

const fund = completePlan().funds[0]!;

describe('problemsIn', () => {
  it('says at a marked cell what the mark means, the clause with it', () => {
    const report = reportOf(completePlan({ funds: [{ ...fund, amount: '1.00' }], goals: [] }));
    const funds = problemsIn(report, 'funds.0.amount').find(({ path }) => path === 'funds');
    expect(funds).toMatchObject({ kind: 'block', label: '资金安排' });
    expect(funds?.clause).not.toBeUndefined();
    expect(problemsIn(report, 'goals.0.name').map(({ path }) => path)).toContain('goals');
  });

  it('asks about a name in private Mongolian codes, and says that no document does', () => {
    const [problem] = problemsIn(reportOf(completePlan({ mongolianName: '\ue234\ue300' })), 'mongolianName');
    expect(problem?.kind).toBe('warn');
    expect(problem?.sentence).toMatch(/^本系统提示：/);
  });

  it('has words for every mark of a project that is hardly begun', () => {
    const report = reportOf(fresh());
    const shown = new Set(PLAN_COLUMNS.map(({ key }) => key));
    const marked = [...marksOf(report.problems)].filter(([key]) => shown.has(key));
    expect(marked.length).toBeGreaterThan(10);
    for (const [key, kind] of marked) expect([key, problemsIn(report, key)[0]?.kind]).toEqual([key, kind]);
  });

  it('says all of a project at 检查, the gravest first', () => {
    const report = reportOf(completePlan({ name: '', funds: [{ ...fund, amount: '1.00' }] }));
    const kinds = problemsIn(report, 'check').map(({ kind }) => kind);
    expect(kinds).toHaveLength(report.problems.length);
    expect([kinds[0], kinds.at(-1)]).toEqual(['block', 'blank']);
    expect(kinds).toContain('warn');
  });
});

describe('cellOfPath', () => {
  it('leads what is beyond a list’s own columns to the cell that says the rest', () => {
    expect(['funds.2.amount', 'funds.3.amount', 'goals.3.name', 'providerTypes.0', 'need.source'].map(cellOfPath)).toEqual(['funds.2.amount', 'funds.more', 'goals.more', 'providerTypes', 'need.source']);
  });
});
