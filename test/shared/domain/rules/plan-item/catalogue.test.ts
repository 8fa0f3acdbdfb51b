import { describe, expect, it } from 'vitest';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import type { PlanItem } from '#shared/domain/plan-item';
import { findingsOf, planItem, surroundings } from '../../samples';

const check = (changes: Partial<PlanItem>) => checkPlanItem(planItem(changes), surroundings());

describe('catalogueInForceRule', () => {
  it.each([
    ['a code the catalogue does not have', { catalogueCode: '1.21' }],
    ['the bare number of category 6', { catalogueCode: '6.01' }],
    ['a version nobody published', { catalogueVersion: 'nmg-2013-1' }],
  ])('R063 blocks %s', (_what, changes) => {
    expect(findingsOf(check(changes), 'plan-item.catalogue-not-in-force')).toEqual([
      expect.objectContaining({ field: 'catalogueCode', severity: 'block' }),
    ]);
  });

  it('R063 blocks an item before its catalogue came into force, not on the day itself', () => {
    const on = (submittedOn: string) =>
      findingsOf(check({ year: 2014, submittedOn }), 'plan-item.catalogue-not-in-force').length;
    expect(on('2014-07-16')).toBe(1);
    expect(on('2014-07-17')).toBe(0);
  });

  it('leaves an empty choice to the rule that asks for one', () => {
    const findings = checkPlanItem({ ...planItem(), catalogueCode: undefined }, surroundings());
    expect(findingsOf(findings, 'plan-item.catalogue-missing')).toHaveLength(1);
    expect(findingsOf(findings, 'plan-item.catalogue-not-in-force')).toEqual([]);
  });
});

describe('otherService', () => {
  it('R054 blocks category 6 until name, reason and the consent of finance are there', () => {
    const missing = (otherService: PlanItem['otherService']) =>
      findingsOf(check({ catalogueCode: '6.00', otherService }), 'plan-item.other-service').map((finding) => finding.field);
    expect(missing(null)).toEqual(['otherService.name', 'otherService.reason', 'otherService.consentDocument']);
    expect(missing({ name: '牧区流动送暖', reason: '冬季急需', consentDocument: '' })).toEqual(['otherService.consentDocument']);
    expect(missing({ name: '牧区流动送暖', reason: '冬季急需', consentDocument: '某财函〔2026〕3号' })).toEqual([]);
  });

  it('asks when a named item carries another name beside it', () => {
    const otherService = { name: '别的名称', reason: '别的理由', consentDocument: '' };
    expect(findingsOf(check({ otherService }), 'plan-item.other-service-unneeded')).toHaveLength(1);
    expect(findingsOf(check({ catalogueCode: '6.00', otherService }), 'plan-item.other-service-unneeded')).toEqual([]);
  });
});

describe('warnedItemReview', () => {
  it('R051 blocks an item with a warning until its review is written', () => {
    const findings = (exclusionReview: string) =>
      findingsOf(check({ catalogueCode: '3.01', exclusionReview }), 'plan-item.warned-item-review');
    expect(findings('')).toEqual([expect.objectContaining({ field: 'exclusionReview', severity: 'block' })]);
    expect(findings('只购买考务辅助工作')).toEqual([]);
  });

  it('asks nothing of an item without a warning', () => {
    expect(findingsOf(check({ catalogueCode: '1.05' }), 'plan-item.warned-item-review')).toEqual([]);
  });
});

describe('engineering', () => {
  const words = (changes: Partial<PlanItem>) =>
    findingsOf(check({ catalogueCode: '5.08', exclusionReview: '已复核', ...changes }), 'plan-item.engineering').map(
      (finding) => finding.evidence.words,
    );

  it('R053 blocks construction under engineering services even when it has been reviewed', () => {
    expect(words({ name: '敬老院工程', content: '敬老院 新 建及装修' })).toEqual(['新建、装修']);
  });

  it('R053 lets a pure service speak of a building', () => {
    expect(words({ name: '敬老院改建工程监理', content: '对改建工程开展监理' })).toEqual([]);
  });

  it('R053 blocks a package whatever its name says', () => {
    expect(words({ name: '工程监理', content: '监理与施工打包' })).toEqual(['打包']);
  });

  it('R053 keeps road items to maintenance', () => {
    expect(words({ catalogueCode: '5.16', name: '牧区公路', content: '公路改建' })).toEqual(['改建']);
    expect(words({ catalogueCode: '5.16', name: '牧区公路养护', content: '日常养护' })).toEqual([]);
  });

  it('begins with 财预〔2017〕87号', () => {
    const on = (submittedOn: string) => words({ year: 2017, submittedOn, name: '敬老院', content: '新建' }).length;
    expect(on('2017-05-27')).toBe(0);
    expect(on('2017-05-28')).toBe(1);
  });
});

describe('checkPlanItem', () => {
  it.each(['valueOf', 'constructor', '__proto__'])('takes the half-typed code %s for a code and nothing else', (catalogueCode) => {
    expect(findingsOf(check({ catalogueCode }), 'plan-item.catalogue-not-in-force')).toHaveLength(1);
    expect(findingsOf(check({ catalogueCode }), 'plan-item.engineering')).toEqual([]);
  });
});

describe('procurementCodeUnknown', () => {
  it('asks about a code that is not on the list of 2022 and accepts none', () => {
    expect(findingsOf(check({ procurementCode: 'C99999999' }), 'plan-item.procurement-code-unknown')).toEqual([
      expect.objectContaining({ severity: 'warn' }),
    ]);
    expect(findingsOf(check({ procurementCode: null }), 'plan-item.procurement-code-unknown')).toEqual([]);
  });
});
