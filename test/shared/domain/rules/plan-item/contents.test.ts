import { describe, expect, it } from 'vitest';
import { checkPlanItem } from '#shared/domain/rules/plan-item/check-plan-item';
import { findingsOf, planItem, surroundings } from '../../samples';

describe('secrecyWords', () => {
  it('R048 blocks an item in whatever text the word stands, and never repeats the text', () => {
    const need = { ...planItem().need, conclusion: '依据涉密文件' };
    const findings = findingsOf(checkPlanItem(planItem({ need }), surroundings()), 'plan-item.secrecy-words');
    expect(findings).toEqual([expect.objectContaining({ field: '', severity: 'block', evidence: { count: 1 } })]);
  });

  it('R048 blocks for a record of any date', () => {
    const findings = checkPlanItem(planItem({ year: 2014, submittedOn: '2014-01-01', name: '机要通信' }), surroundings());
    expect(findingsOf(findings, 'plan-item.secrecy-words')).toHaveLength(1);
  });
});

describe('confidential', () => {
  it('R048 blocks when the form says that it is confidential', () => {
    const findings = checkPlanItem({ ...planItem(), confidential: true }, surroundings());
    expect(findingsOf(findings, 'plan-item.confidential')).toHaveLength(1);
  });
});

describe('identityNumber', () => {
  it('R014 blocks a number of a person in any free text, at its field, without repeating it', () => {
    const recipients = { ...planItem().recipients, group: '张某 152921 19560709 0014 等' };
    const findings = findingsOf(checkPlanItem(planItem({ recipients }), surroundings()), 'plan-item.identity-number');
    expect(findings).toEqual([expect.objectContaining({ field: 'recipients.group', severity: 'block', evidence: {} })]);
  });
});

describe('phoneNumber', () => {
  it('R014 asks about a mobile number', () => {
    const findings = checkPlanItem(planItem({ place: '联系 138 4830 1234' }), surroundings());
    expect(findingsOf(findings, 'plan-item.phone-number')).toEqual([
      expect.objectContaining({ field: 'place', severity: 'warn' }),
    ]);
  });
});

describe('mongolianPrivateCodes', () => {
  it('asks about a name in private codes at its field and leaves other names alone', () => {
    const found = (mongolianName: string) => findingsOf(checkPlanItem(planItem({ mongolianName }), surroundings()), 'plan-item.mongolian-private-codes');
    expect(found('\ue234\ue71d')).toEqual([expect.objectContaining({ field: 'mongolianName', severity: 'warn', evidence: {} })]);
    expect(found('ᠮᠣᠩᠭᠣᠯ')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
