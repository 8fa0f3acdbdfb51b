import { describe, expect, it } from 'vitest';
import type { Buyer } from '#shared/domain/buyer';
import { checkBuyer } from '#shared/domain/rules/buyer/check-buyer';
import { BUYER, TODAY } from '../../samples';

const rules = (changes: Partial<Buyer>, date = TODAY) =>
  checkBuyer({ ...BUYER, ...changes }, date).map((finding) => [finding.rule, finding.severity, finding.field]);

describe('participatingInstitution', () => {
  it('R035 refuses type 2 when either fact is missing', () => {
    expect(rules({ buyerType: 'B2', civilServiceManaged: true, administrativeFunction: true })).toEqual([]);
    expect(rules({ buyerType: 'B2', civilServiceManaged: false, administrativeFunction: true })).toEqual([
      ['buyer.participating-institution', 'block', 'civilServiceManaged'],
    ]);
    expect(rules({ buyerType: 'B2', civilServiceManaged: true, administrativeFunction: false })).toEqual([
      ['buyer.participating-institution', 'block', 'administrativeFunction'],
    ]);
  });
});

describe('massOrganisation', () => {
  const sound = { buyerType: 'B3', establishment: 'administrative', fundedByFinance: true, needStatement: '为职工提供法律援助' } as const;

  it('R036 accepts administrative posts borne by finance with an actual need', () => {
    expect(rules(sound)).toEqual([]);
  });

  it('R036 refuses a mass organisation on 事业编制, by order 102 as well from 2020-03-01', () => {
    const changes = { ...sound, establishment: 'institutional' } as const;
    expect(rules(changes, '2020-02-29')).toEqual([['buyer.mass-organisation', 'block', 'establishment']]);
    expect(rules(changes, '2020-03-01')).toEqual([
      ['buyer.mass-organisation', 'block', 'establishment'],
      ['buyer.institutional-posts', 'block', 'establishment'],
    ]);
  });

  it('R036 refuses one that finance does not bear or that shows no need', () => {
    expect(rules({ ...sound, fundedByFinance: false })).toEqual([['buyer.mass-organisation', 'block', 'fundedByFinance']]);
    expect(rules({ ...sound, needStatement: '' })).toEqual([['buyer.mass-organisation', 'block', 'needStatement']]);
  });
});

describe('publicInstitutionOne', () => {
  it('R020 refuses 公益一类 from 2020-03-01, not the day before', () => {
    const changes = { buyerType: 'B2', civilServiceManaged: true, institutionClass: 'public-1' } as const;
    expect(rules(changes, '2020-02-29')).toEqual([]);
    expect(rules(changes, '2020-03-01')).toEqual([['buyer.public-institution-1', 'block', 'institutionClass']]);
  });
});

describe('organClass', () => {
  it('R035 refuses an organ that is an institution', () => {
    expect(rules({ institutionClass: 'public-2' })).toEqual([['buyer.organ-class', 'block', 'institutionClass']]);
  });
});

describe('buyerUscc', () => {
  it('asks about a wrong check character and does not stop', () => {
    expect(rules({ uscc: '11152921011690211A' })).toEqual([['buyer.uscc', 'warn', 'uscc']]);
  });
});

describe('mongolianPrivateCodes', () => {
  it('asks about a name in private codes and does not stop', () => {
    expect(rules({ mongolianName: '\ue300' })).toEqual([['buyer.mongolian-private-codes', 'warn', 'mongolianName']]);
    expect(rules({ mongolianName: 'ᠮᠣᠩᠭᠣᠯ' })).toEqual([]);
  });
});
