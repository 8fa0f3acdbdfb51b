import { describe, expect, it } from 'vitest';
import type { PlanItem } from '#shared/domain/plan-item';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { EXCLUSIONS } from '#shared/policy/exclusions';
import { findingsOf, planItem, surroundings } from '../../samples';

const check = (changes: Partial<PlanItem>) => checkPlanItem(planItem(changes), surroundings());
const DENIALS = ['plan-item.exclusions-denied', 'plan-item.goods-works-denied', 'plan-item.negative-list-denied'] as const;

describe('exclusionsDenied', () => {
  it.each(EXCLUSIONS.map((exclusion) => exclusion.id))('R048 blocks while %s alone is not denied', (id) => {
    const findings = check({ exclusionsDenied: planItem().exclusionsDenied.filter((one) => one !== id) });
    const denials = DENIALS.flatMap((rule) => findingsOf(findings, rule));
    expect(denials.map((finding) => finding.evidence)).toEqual([{ missing: id, count: 1 }]);
    expect(denials[0]?.severity).toBe('block');
  });

  it('R048 asks only for the lists in force on the day', () => {
    const missing = (year: number, submittedOn: string) => {
      const findings = check({ year, submittedOn, exclusionsDenied: [] });
      return DENIALS.map((rule) => findingsOf(findings, rule)[0]?.evidence.count ?? 0);
    };
    expect(missing(2017, '2017-05-27')).toEqual([9, 0, 0]);
    expect(missing(2017, '2017-05-28')).toEqual([9, 5, 0]);
    expect(missing(2020, '2020-02-29')).toEqual([9, 5, 0]);
    expect(missing(2020, '2020-03-01')).toEqual([9, 5, 6]);
  });
});

describe('exclusionWords', () => {
  it('R048 blocks a word of the list until a person has written why it is harmless', () => {
    const findings = (exclusionReview: string) =>
      findingsOf(check({ content: '协助开展行政 许可材料整理', exclusionReview }), 'plan-item.exclusion-words');
    expect(findings('')).toEqual([
      expect.objectContaining({
        field: 'exclusionReview',
        severity: 'block',
        evidence: { words: '许可', exclusions: 'X06' },
      }),
    ]);
    expect(findings('只整理材料，不作许可决定')).toEqual([]);
  });

  it('does not join a word out of the end of one text and the start of the next', () => {
    const findings = check({ name: '服务许', content: '可行的照料' });
    expect(findingsOf(findings, 'plan-item.exclusion-words')).toEqual([]);
  });

  it('leaves duties and needs alone, which quote statutes', () => {
    const findings = check({ duty: { document: '职能配置规定', item: '承担行政许可和执法工作' } });
    expect(findingsOf(findings, 'plan-item.exclusion-words')).toEqual([]);
  });
});

describe('negativeListWords', () => {
  it('R048 takes over from the list of 2017 on 2020-03-01 without saying a word twice', () => {
    const rules = (year: number, submittedOn: string) =>
      check({ year, submittedOn, content: '以劳务派遣方式修缮房屋' })
        .filter((finding) => finding.rule.endsWith('-words'))
        .map((finding) => [finding.rule, (finding.evidence as { words: string }).words]);
    expect(rules(2017, '2017-05-27')).toEqual([]);
    expect(rules(2020, '2020-02-29')).toEqual([['plan-item.goods-works-words', '修缮']]);
    expect(rules(2020, '2020-03-01')).toEqual([['plan-item.negative-list-words', '修缮、劳务派遣']]);
  });

  it('R048 still reports words that only the list of 2017 has', () => {
    expect(findingsOf(check({ content: '农田水利维护' }), 'plan-item.goods-works-words')).toEqual([
      expect.objectContaining({ evidence: { words: '农田水利', exclusions: 'F03' } }),
    ]);
  });
});
