// Who may hand over, who may finalise, and what stops either.
import { describe, expect, it } from 'vitest';
import { planItemSchema } from '#shared/domain/plan-item';
import { checkPlan } from '../../../../renderer/features/plan/plan-check';
import { surroundingsOf } from '../../../../renderer/features/plan/plan-report';
import { examineDraft, toConfirm } from '../../../../renderer/features/plan/submission';
import { blankPlan } from '../../../../renderer/features/plan/plan-typed';
import { BUYER, buyerRow, completePlan, draftRow, idOf, PREPARER, REVIEWER, TODAY } from './support';

const neighbours = { buyers: [buyerRow], siblings: [] };

describe('examineDraft', () => {
  it('R067 lets the preparer hand over, never finalise', () => {
    expect(examineDraft(draftRow(), PREPARER, TODAY, neighbours).outcome).toBe('hand-over');
  });

  it('lets another operator finalise what was handed over, with both names and the day in the record', () => {
    const examined = examineDraft(draftRow({}, 2), REVIEWER, TODAY, neighbours);
    expect(examined.outcome).toBe('finalise');
    if (examined.outcome !== 'finalise') return;
    expect(planItemSchema.safeParse(examined.reviewed.body).success).toBe(true);
    expect(examined.reviewed).toMatchObject({
      basedOnRev: 2,
      body: { preparedBy: PREPARER, reviewedBy: REVIEWER, submittedOn: TODAY, amountFen: 10_260_000, smeReservedFen: 0 },
    });
  });

  it('waits for the preparer to hand over', () => {
    expect(examineDraft(draftRow({ forReview: false }), REVIEWER, TODAY, neighbours).outcome).toBe('not-handed-over');
  });

  it('leaves warnings to be confirmed', () => {
    const examined = examineDraft(draftRow(), REVIEWER, TODAY, neighbours);
    expect(toConfirm(examined).map(({ path }) => path)).toStrictEqual(['smeReserved']);
  });

  it.each([
    ['money that does not close', { funds: [{ ...completePlan().funds[0]!, amount: '102,599.99' }] }, 'funds'],
    ['a figure that cannot be read', { unitPrice: '85.505' }, 'unitPrice'],
    ['a project not declared free of state secrets', { notConfidential: false }, 'notConfidential'],
    ['an account code of four figures', { functionCode: '2081' }, 'functionCode'],
    ['a buyer that is not ours', { buyerId: idOf(77) }, 'buyerId'],
  ])('is stopped by %s', (_what, change, path) => {
    const examined = examineDraft(draftRow({ typed: completePlan(change) }), REVIEWER, TODAY, neighbours);
    expect(examined.outcome).toBe('blocked');
    expect(examined.problems.filter(({ severity }) => severity === 'block').map((problem) => problem.path)).toContain(path);
  });

  it('is stopped by a number another project of the year has', () => {
    const { number, name, catalogueCode, content, budgetProject } = completePlan({ name: '别的项目', content: '别的内容' });
    const twin = { id: idOf(55), buyerId: BUYER, number, name, catalogueCode, content, budgetProject, procurementCode: null, amountFen: 1 };
    const examined = examineDraft(draftRow(), REVIEWER, TODAY, { buyers: [buyerRow], siblings: [twin] });
    expect(examined.outcome).toBe('blocked');
    expect(examined.problems.find(({ severity }) => severity === 'block')?.path).toBe('number');
  });
});

describe('checkPlan', () => {
  it('says of a fresh form only that fields are still empty', () => {
    const fresh = blankPlan({ year: 2027, number: '2027-001', buyerId: BUYER, catalogueVersion: 'nmg-2014-80' });
    const { problems } = checkPlan(fresh, surroundingsOf(idOf(9), fresh, neighbours));
    const stops = problems.filter(({ severity }) => severity === 'block');
    expect(stops.length).toBeGreaterThan(20);
    expect(stops.filter(({ blank }) => !blank)).toStrictEqual([]);
  });

  it('lets the rule speak of an empty field, though the schema complains as well', () => {
    const half = completePlan({ recipients: { group: '', count: '300', area: '乌拉特旗' } });
    const { problems } = checkPlan(half, surroundingsOf(idOf(9), half, neighbours));
    const about = problems.filter(({ path }) => path === 'recipients.group');
    expect(about.map(({ sentence }) => sentence)).toStrictEqual(['请填写服务对象类别。']);
  });

  it('lets the schema speak of a figure that cannot be read, though a rule misses it as well', () => {
    const half = completePlan({ unitPrice: '85.505' });
    const { problems } = checkPlan(half, surroundingsOf(idOf(9), half, neighbours));
    const about = problems.filter(({ path }) => path === 'unitPrice');
    expect(about.map(({ sentence }) => sentence)).toStrictEqual(['金额最多两位小数。']);
  });

  it('finds nothing that stops a complete project', () => {
    const whole = completePlan();
    const { problems } = checkPlan(whole, surroundingsOf(idOf(9), whole, neighbours));
    expect(problems.filter(({ severity }) => severity === 'block')).toStrictEqual([]);
  });
});
