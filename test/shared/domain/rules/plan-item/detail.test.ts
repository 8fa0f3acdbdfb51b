import { describe, expect, it } from 'vitest';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { BUYER, findingsOf, planItem, PREPARER, surroundings } from '../../samples';

describe('detailMissing', () => {
  it.each(['number', 'name', 'content', 'unit', 'place', 'startsOn', 'endsOn'] as const)(
    'R066 blocks a project without %s, at that field',
    (field) => {
      const findings = findingsOf(checkPlanItem({ ...planItem(), [field]: undefined }, surroundings()), 'plan-item.detail-missing');
      expect(findings).toEqual([expect.objectContaining({ field, severity: 'block', evidence: { missing: field } })]);
    },
  );

  it('takes blanks for nothing and a day that does not exist for no date', () => {
    const findings = checkPlanItem({ ...planItem(), place: ' \u3000 ', endsOn: '2026-02-30' }, surroundings());
    expect(findingsOf(findings, 'plan-item.detail-missing').map((finding) => finding.field)).toEqual(['place', 'endsOn']);
  });
});

describe('buyerBarred', () => {
  it('R035 blocks an item of an institution that lacks one of the two facts of type 2', () => {
    const buyer = { ...BUYER, buyerType: 'B2', civilServiceManaged: true, administrativeFunction: false } as const;
    const findings = checkPlanItem(planItem(), surroundings({ buyer }));
    expect(findingsOf(findings, 'plan-item.buyer-barred')).toEqual([
      expect.objectContaining({ field: 'buyerId', severity: 'block', evidence: { count: 1 } }),
    ]);
  });

  it('judges the buyer as of the day of submission', () => {
    const buyer = { ...BUYER, buyerType: 'B2', civilServiceManaged: true, institutionClass: 'public-1' } as const;
    const item = { ...planItem(), year: 2020 };
    const barred = (submittedOn: string) =>
      findingsOf(checkPlanItem({ ...item, submittedOn }, surroundings({ buyer })), 'plan-item.buyer-barred').length;
    expect(barred('2020-02-29')).toBe(0);
    expect(barred('2020-03-01')).toBe(1);
  });

  it('asks for the buyer when none is chosen', () => {
    const findings = checkPlanItem(planItem(), surroundings({ buyer: undefined }));
    expect(findingsOf(findings, 'plan-item.buyer-missing')).toHaveLength(1);
    expect(findingsOf(findings, 'plan-item.buyer-barred')).toEqual([]);
  });
});

describe('recipients', () => {
  it('R014 asks for a group, an area and a positive whole number', () => {
    const missing = (recipients: object) =>
      findingsOf(checkPlanItem({ ...planItem(), recipients }, surroundings()), 'plan-item.recipients').map(
        (finding) => finding.evidence.missing,
      );
    expect(missing({})).toEqual(['group', 'count', 'area']);
    expect(missing({ group: '老人', count: 0, area: '全旗' })).toEqual(['count']);
    expect(missing({ group: '老人', count: 0.5, area: '全旗' })).toEqual(['count']);
    expect(missing({ group: '老人', count: 1, area: '全旗' })).toEqual([]);
  });
});

describe('sameReviewer', () => {
  it('R067 refuses a reviewer who is the preparer', () => {
    const findings = checkPlanItem(planItem({ reviewedBy: PREPARER }), surroundings());
    expect(findingsOf(findings, 'plan-item.same-reviewer')).toEqual([
      expect.objectContaining({ field: 'reviewedBy', severity: 'block', requirement: 'R067' }),
    ]);
  });

  it('keeps silent while nobody is named', () => {
    const findings = checkPlanItem({ ...planItem(), preparedBy: undefined, reviewedBy: undefined }, surroundings());
    expect(findingsOf(findings, 'plan-item.same-reviewer')).toEqual([]);
  });
});
