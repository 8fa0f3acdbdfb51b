import { describe, expect, it } from 'vitest';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import type { PlanItemForm } from '#shared/domain/rules/plan-item/plan-item-rule';
import type { RuleId } from '#shared/domain/finding';
import { findingsOf, planItem, surroundings } from '../../samples';

const fields = (rule: RuleId, changes: Partial<PlanItemForm>) =>
  findingsOf(checkPlanItem({ ...planItem(), ...changes }, surroundings()), rule).map((finding) => {
    expect(finding.severity).toBe(rule === 'plan-item.goal-target-figure' ? 'warn' : 'block');
    return finding.field;
  });

describe('priority', () => {
  it('R065 wants all three values, from 0 to 5', () => {
    expect(fields('plan-item.priority', { priority: {} })).toEqual(['priority.livelihood', 'priority.ease', 'priority.key']);
    expect(fields('plan-item.priority', { priority: { livelihood: 0, ease: 5, key: 6 } })).toEqual(['priority.key']);
    expect(fields('plan-item.priority', { priority: { livelihood: 0, ease: 0, key: 0 } })).toEqual([]);
  });
});

describe('dutyBasis', () => {
  it('R034 blocks an item without document or article of a duty', () => {
    expect(fields('plan-item.duty-basis', { duty: { document: '', item: '' } })).toEqual(['duty.document', 'duty.item']);
    expect(fields('plan-item.duty-basis', { duty: { document: '职能配置规定', item: ' ' } })).toEqual(['duty.item']);
  });
});

describe('suitability', () => {
  it('R047 blocks unless both answers are yes and reasoned', () => {
    const answer = (marketFit: boolean, socialCapable: boolean, reason: string) =>
      fields('plan-item.suitability', { suitability: { marketFit, socialCapable, reason } });
    expect(answer(true, true, '有三家')).toEqual([]);
    expect(answer(false, true, '有三家')).toEqual(['suitability.marketFit']);
    expect(answer(true, false, '有三家')).toEqual(['suitability.socialCapable']);
    expect(answer(true, true, '')).toEqual(['suitability.reason']);
    expect(fields('plan-item.suitability', { suitability: undefined })).toHaveLength(3);
  });
});

describe('benefits', () => {
  it('R055 blocks while one of the three is not argued', () => {
    expect(fields('plan-item.benefits', { benefits: { duty: '', cost: '', quality: '' } })).toEqual([
      'benefits.duty', 'benefits.cost', 'benefits.quality',
    ]);
  });

  it('R055 wants a figure for the lower cost, of either width', () => {
    const cost = (text: string) => fields('plan-item.benefit-cost-figure', { benefits: { duty: '一', cost: text, quality: '二' } });
    expect(cost('成本进一步降低')).toEqual(['benefits.cost']);
    expect(cost('降低 12%')).toEqual([]);
    expect(cost('降低１２％')).toEqual([]);
    expect(cost('')).toEqual([]);
  });
});

describe('establishmentPledge', () => {
  it('R022 blocks without the pledge', () => {
    expect(fields('plan-item.establishment-pledge', { establishmentPledged: false })).toEqual(['establishmentPledged']);
    expect(fields('plan-item.establishment-pledge', { establishmentPledged: undefined })).toEqual(['establishmentPledged']);
  });
});

describe('goalsMissing', () => {
  it('R084 blocks until quantity, quality and satisfaction each have a name and a target', () => {
    const [quantity, quality, satisfaction] = planItem().goals;
    const missing = (goals: PlanItemForm['goals']) =>
      findingsOf(checkPlanItem({ ...planItem(), goals }, surroundings()), 'plan-item.goals-missing').map(
        (finding) => finding.evidence.missing,
      );
    expect(missing([])).toEqual(['quantity、quality、satisfaction']);
    expect(missing([quantity!, quality!, { ...satisfaction!, target: '' }])).toEqual(['satisfaction']);
    expect(missing([quantity!, quality!, satisfaction!])).toEqual([]);
  });

  it('asks about a quantity without a figure', () => {
    const goals = [{ kind: 'quantity', name: '人次', target: '尽量多' } as const];
    expect(fields('plan-item.goal-target-figure', { goals })).toEqual(['goals.0.target']);
  });
});
