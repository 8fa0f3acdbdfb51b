// The plan list: each project once, where it stands, and the year's totals.
import { describe, expect, it } from 'vitest';
import { MAX_FEN } from '#shared/base/money';
import type { Standing } from '../../../../renderer/data/db';
import { nextNumber, readDraft, toDraft } from '../../../../renderer/features/plan/drafts';
import { toPlanItem } from '../../../../renderer/features/plan/plan-check';
import { planTotals, toPlanRows } from '../../../../renderer/features/plan/plan-rows';
import { mayRevise } from '../../../../renderer/features/plan/plan-sheet-page';
import { fillTarget } from '../../../../renderer/features/plan/sections-money';
import { completePlan, draftRow, idOf, itemRow, PREPARER, REVIEWER, TODAY } from './support';

const heads = { exportedSeq: 0, receivedSeq: 0 };
const signatures = { preparedBy: PREPARER, reviewedBy: REVIEWER, submittedOn: TODAY };
const body = toPlanItem(completePlan(), signatures)!;
const judged = (id: Standing['id'], more: Partial<Standing>): Standing => ({
  id, current: true, decisionId: idOf(40), outcome: 'approved', approvedFen: 9_000_000, decidedRev: 1, candidates: [], ...more,
});

describe('toPlanRows', () => {
  it('shows a revised project once, with the draft’s values and the official standing', () => {
    const id = idOf(8);
    const draft = draftRow({ typed: completePlan({ name: '改后名称' }), forReview: false }, 1, id);
    const rows = toPlanRows({ items: [itemRow(body, id)], drafts: [draft], standings: new Map() }, heads);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ name: '改后名称', standing: { word: 'finalised', editing: true }, draft: { preparedBy: PREPARER } });
  });

  it('orders by number and follows export, receipt and decision', () => {
    const ids = [idOf(11), idOf(12), idOf(13), idOf(14)] as const;
    const items = ids.map((id, index) => itemRow({ ...body, number: `2027-00${String(4 - index)}` }, id, 1, 10 + index));
    const rows = toPlanRows({ items, drafts: [], standings: new Map([[ids[3], judged(ids[3], { outcome: 'returned', approvedFen: 0 })]]) }, { exportedSeq: 11, receivedSeq: 10 });
    expect(rows.map(({ number }) => number)).toStrictEqual(['2027-001', '2027-002', '2027-003', '2027-004']);
    expect(rows.map(({ standing }) => standing.word)).toStrictEqual(['decided', 'finalised', 'exported', 'received']);
  });

  it('does not carry an amount approved for an earlier revision', () => {
    const id = idOf(8);
    const rows = toPlanRows({ items: [itemRow(body, id, 2)], drafts: [], standings: new Map([[id, judged(id, { current: false })]]) }, heads);
    expect(rows[0]).toMatchObject({ approvedFen: null, standing: { word: 'finalised' } });
  });
});

describe('planTotals', () => {
  it('sums drafts and submitted projects to the fen', () => {
    const rows = toPlanRows({ items: [itemRow(body)], drafts: [draftRow({ typed: completePlan({ number: '2027-002', unitPrice: '0.01' }) })], standings: new Map() }, heads);
    expect(planTotals(rows)).toStrictEqual({ count: 2, drafts: 1, amountFen: 10_261_200, approvedFen: 0, withinRange: true });
  });

  it('shows no sum beyond the largest amount', () => {
    const rows = toPlanRows({ items: [itemRow({ ...body, amountFen: MAX_FEN }, idOf(8)), itemRow({ ...body, amountFen: 1 }, idOf(7))], drafts: [], standings: new Map() }, heads);
    expect(planTotals(rows).withinRange).toBe(false);
  });
});

describe('mayRevise', () => {
  it.each([
    [{ word: 'finalised', editing: false }, true],
    [{ word: 'decided', outcome: 'returned', editing: false }, true],
    [{ word: 'exported', editing: false }, false],
    [{ word: 'received', editing: false }, false],
    [{ word: 'decided', outcome: 'approved', editing: false }, false],
    [{ word: 'decided', outcome: 'refused', editing: false }, false],
    [{ word: 'finalised', editing: true }, false],
  ] as const)('%o → %s', (standing, expected) => {
    expect(mayRevise(standing)).toBe(expected);
  });
});

describe('readDraft', () => {
  it('gives back what was kept', () => {
    const draft = { typed: completePlan(), preparedBy: PREPARER, forReview: true };
    expect(readDraft(toDraft(draft, 0), REVIEWER)).toStrictEqual(draft);
  });

  it('takes who wrote the line for the preparer when none is named', () => {
    expect(readDraft({ kind: 'planItems', year: 2027, basedOnRev: 0, form: {} }, REVIEWER)).toMatchObject({ preparedBy: REVIEWER, forReview: false });
  });
});

describe('nextNumber', () => {
  it('follows the highest number of the year and ignores others', () => {
    expect(nextNumber(2027, ['2027-003', '2027-010', '2026-099', '2027-附加', '旧-1'])).toBe('2027-011');
  });

  it('starts at one', () => {
    expect(nextNumber(2027, [])).toBe('2027-001');
  });
});

describe('fillTarget', () => {
  const fund = (amount: string) => ({ source: '1', year: '2027', amount, origin: 'existing', fromProject: '', approvalDocument: '' });

  it('fills the first empty slice', () => {
    expect(fillTarget([fund('10'), fund(''), fund('')], 12_345)).toStrictEqual({ index: 1, amount: '123.45' });
  });

  it('adds to the last slice when none is empty, or takes away from it', () => {
    expect(fillTarget([fund('10'), fund('1')], 50)).toStrictEqual({ index: 1, amount: '1.50' });
    expect(fillTarget([fund('10'), fund('1')], -50)).toStrictEqual({ index: 1, amount: '0.50' });
  });

  it('makes no slice negative, and touches none that cannot be read', () => {
    expect(fillTarget([fund('10'), fund('1')], -150)).toBeNull();
    expect(fillTarget([fund('10'), fund('1元5')], 50)).toBeNull();
    expect(fillTarget([fund('10')], 0)).toBeNull();
  });
});
