// The way from a figure of the home page to the plan: the route it writes is read back as the rows it counts.
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Candidate, Standing } from '../../../../renderer/data/db';
import type { DecisionOutcome } from '../../../../renderer/data/outcomes';
import { planDraftsLink, planLink } from '../../../../renderer/features/home/links';
import { acceptsRow } from '../../../../renderer/features/plan/grid/book-filter';
import { type BookRow, toBookRows } from '../../../../renderer/features/plan/grid/book-row';
import { createPlanBook } from '../../../../renderer/features/plan/grid/plan-book';
import { createPlanFindings } from '../../../../renderer/features/plan/grid/plan-findings';
import { toPlanItem } from '../../../../renderer/features/plan/plan-check';
import { useNarrowing } from '../../../../renderer/features/plan/use-narrowing';
import { completePlan, draftRow, idOf, itemRow, PREPARER, REVIEWER, TODAY } from './support';

const body = toPlanItem(completePlan(), { preparedBy: PREPARER, reviewedBy: REVIEWER, submittedOn: TODAY })!;

function decided(seed: number, outcome: DecisionOutcome, more: Partial<Standing> = {}): Standing {
  const candidate = { decisionId: idOf(seed + 60), decidedOn: '2026-11-25', documentNumber: seed === 14 ? '某财预〔2026〕13号' : '某财预〔2026〕12号' } as Candidate;
  return { id: idOf(seed), current: true, decisionId: candidate.decisionId, outcome, approvedFen: 0, decidedRev: 1, candidates: [candidate], ...more };
}

/** By name, so that a failure says which row is there too many. */
const CASES = { 未批复: 11, 同意: 12, 核减: 13, 另文同意: 14, 退回后修改: 15, 不予同意: 16, 旧版同意: 17 };
const STANDINGS = [decided(12, 'approved'), decided(13, 'cut'), decided(14, 'approved'), decided(15, 'returned'), decided(16, 'refused'), decided(17, 'approved', { current: false })];

function plan(): readonly BookRow[] {
  const items = Object.entries(CASES).map(([name, seed]) => itemRow({ ...body, name, catalogueCode: seed === 12 || seed === 15 ? '4.08' : '1.07' }, idOf(seed)));
  const drafts = [
    draftRow({ typed: completePlan({ name: '退回后修改', catalogueCode: '1.07' }) }, 1, idOf(15)),
    draftRow({ typed: completePlan({ name: '新草稿' }) }, 0, idOf(18)),
  ];
  return toBookRows({ items, drafts, standings: new Map(STANDINGS.map((one) => [one.id, one])) }, { exportedSeq: 0, receivedSeq: 0 }, PREPARER);
}

function shownAt(route: string): readonly string[] {
  let names: readonly string[] = [];
  function Probe() {
    const [narrowing] = useNarrowing();
    const accepts = acceptsRow(narrowing, '', createPlanFindings(createPlanBook(() => null)).latest);
    names = plan().filter((row) => accepts?.(row) !== false).map(({ name }) => name);
    return null;
  }
  renderToStaticMarkup(<MemoryRouter initialEntries={[route]}><Probe /></MemoryRouter>);
  return [...names].sort();
}

const sorted = (...names: readonly string[]) => [...names].sort();

describe('useNarrowing', () => {
  it('shows behind the submitted projects every official one, being revised or not, and no mere draft', () => {
    expect(shownAt(planLink('own', 2027, 'submitted'))).toEqual(sorted(...Object.keys(CASES)));
  });

  it('shows what is decided of the present revision only', () => {
    expect(shownAt(planLink('own', 2027, 'decided'))).toEqual(sorted('同意', '核减', '另文同意', '退回后修改', '不予同意'));
    expect(shownAt(planLink('own', 2027, 'approved'))).toEqual(sorted('同意', '核减', '另文同意'));
    expect(shownAt(planLink('own', 2027, 'returned'))).toEqual(['退回后修改']);
  });

  it('goes by the category that was submitted, not by the one being drafted', () => {
    expect(shownAt(planLink('own', 2027, 'submitted', 4))).toEqual(sorted('同意', '退回后修改'));
    expect(shownAt(planLink('own', 2027, 'approved', 4))).toEqual(['同意']);
  });

  it('shows behind the drafts all of them', () => {
    expect(shownAt(planDraftsLink(2027))).toEqual(sorted('退回后修改', '新草稿'));
  });

  it('shows what one document approved, and everything where the route says nothing it knows', () => {
    expect(shownAt(`/plan?${new URLSearchParams({ decidedOn: '2026-11-25', document: '某财预〔2026〕12号' }).toString()}`)).toEqual(sorted('同意', '核减'));
    expect(shownAt('/plan?year=2027&filter=toString&category=9&decidedOn=never&document=x')).toEqual(sorted(...Object.keys(CASES), '新草稿'));
  });
});
