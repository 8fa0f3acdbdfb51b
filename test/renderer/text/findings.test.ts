import { describe, expect, it } from 'vitest';
import { acceptanceRules, checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { buyerRules } from '#shared/domain/rules/buyer/check-buyer';
import { checkContract, contractRules } from '#shared/domain/rules/contract/check-contract';
import { checkDecision, decisionRules } from '#shared/domain/rules/decision/check-decision';
import { checkPlanItem, planItemRules } from '#shared/domain/rules/plan-item/check-plan-item';
import { FINDING_SENTENCES, findingSentence } from '../../../renderer/text/findings';
import {
  acceptanceContext, contractContext, decisionContext, findingsOf, planItem, surroundings,
} from '../../shared/domain/samples';

const RULES = [...buyerRules, ...planItemRules, ...decisionRules, ...contractRules, ...acceptanceRules].map((rule) => rule.id);

describe('FINDING_SENTENCES', () => {
  it('has a sentence for every rule and none for a rule that is gone', () => {
    expect(Object.keys(FINDING_SENTENCES).sort()).toEqual([...RULES].sort());
  });
});

describe('findingSentence', () => {
  it('turns what the checks say of empty forms into whole sentences', () => {
    const findings = [
      ...checkPlanItem({}, surroundings()),
      ...checkDecision({}, decisionContext()),
      ...checkContract({}, contractContext()),
      ...checkAcceptance({}, acceptanceContext()),
    ];
    for (const finding of findings) {
      const sentence = findingSentence(finding);
      expect(sentence, finding.rule).toMatch(/[。）]$/);
      // Every part of a field has its Chinese name; a bare identifier would be one that was forgotten.
      expect(sentence, finding.rule).not.toMatch(/undefined|NaN|\[object|[a-z]{3,}/);
    }
  });

  it('writes a difference in yuan and in fen', () => {
    const [finding] = findingsOf(checkPlanItem(planItem({ amountFen: 9_660_003 }), surroundings()), 'plan-item.sources-close');
    expect(findingSentence(finding!)).toBe('各项资金合计 96,600.00 元，项目金额 96,600.03 元，合计少 0.03 元（3 分）；请调整到完全相等。');
  });

  it('shows the way out where a way is closed', () => {
    const [finding] = findingsOf(checkPlanItem(planItem({ method: 'strategic-alliance' }), surroundings()), 'plan-item.method-outside-procurement');
    expect(findingSentence(finding!)).toMatch(/^2020年3月1日起不能再以“战略合作”方式购买.*单一来源采购.*竞争性磋商/);
  });

  it('says when the office must confirm a later document', () => {
    const sentence = (changes: Parameters<typeof planItem>[0], rule: 'plan-item.survey-too-few' | 'plan-item.goods-works-denied' | 'plan-item.negative-list-denied') =>
      findingsOf(checkPlanItem(planItem(changes), surroundings()), rule).map(findingSentence)[0];
    expect(sentence({ need: { ...planItem().need, surveyedCount: 1 } }, 'plan-item.survey-too-few')).toContain('施行日期须由本单位核实');
    expect(sentence({ exclusionsDenied: [] }, 'plan-item.negative-list-denied')).toContain('条文须由本单位核实');
    expect(sentence({ exclusionsDenied: [] }, 'plan-item.goods-works-denied')).not.toContain('须由本单位核实');
  });
});
