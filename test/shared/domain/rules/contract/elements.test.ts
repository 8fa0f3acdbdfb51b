import { describe, expect, it } from 'vitest';
import { hasBlocking } from '#shared/domain/finding';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import type { ContractForm } from '#shared/domain/rules/contract/contract-rule';
import { contract, contractContext, findingsOf } from '../../samples';

const check = (changes: ContractForm) => checkContract({ ...contract(), ...changes }, contractContext());
const { rights } = contract();

describe('elementMissing', () => {
  it.each<[string, ContractForm]>([
    ['scope', { scope: '' }],
    ['subject', { subject: ' ' }],
    ['quantity', { lines: [] }],
    ['quality', { quality: undefined }],
    ['term', { endsOn: undefined }],
    ['payment', { paymentTerms: '' }],
    ['payment', { schedule: [] }],
    ['rights', { rights: { ...rights, supplier: '' } }],
    ['breach', { breach: '\n' }],
  ])('R074 blocks without the element %s', (element, changes) => {
    const findings = check(changes);
    expect(findingsOf(findings, 'contract.element-missing')).toEqual([
      expect.objectContaining({ severity: 'block', evidence: expect.objectContaining({ element }) as unknown }),
    ]);
    expect(hasBlocking(findings)).toBe(true);
  });

  it('R074 asks for all eight of an empty form', () => {
    const elements = findingsOf(checkContract({}, contractContext()), 'contract.element-missing').map((finding) => finding.evidence.element);
    expect([...new Set(elements)]).toEqual(['scope', 'subject', 'quantity', 'quality', 'term', 'payment', 'rights', 'breach']);
  });
});

describe('rightsOfThree', () => {
  it.each(['buyer', 'supplier', 'recipients'] as const)('R102 blocks while the part of the %s is not written', (party) => {
    const findings = check({ rights: { ...rights, [party]: '' } });
    expect(findings.map((finding) => [finding.field, finding.severity])).toEqual([[`rights.${party}`, 'block']]);
  });

  it('R102 cites the clause on the three parties for the recipients', () => {
    const findings = check({ rights: { ...rights, recipients: ' ' } });
    expect(findingsOf(findings, 'contract.rights-of-three').map((finding) => finding.clause)).toEqual(['80号文 四(二)']);
  });
});

describe('headMissing', () => {
  it('asks for number, name, supplier and day of signature', () => {
    const findings = check({ number: '', name: '', supplier: undefined, signedOn: undefined });
    expect(findingsOf(findings, 'contract.head-missing').map((finding) => finding.field)).toEqual([
      'number', 'name', 'supplier.name', 'signedOn',
    ]);
  });
});

describe('acceptanceScheme', () => {
  it('is asked for from 财库〔2021〕22号 on', () => {
    const on = (signedOn: string) => findingsOf(check({ acceptanceScheme: '', signedOn }), 'contract.acceptance-scheme').length;
    expect([on('2021-06-30'), on('2021-07-01')]).toEqual([0, 1]);
  });
});

describe('contractSecrecyWords', () => {
  it('R048 blocks a word of secrecy in any text', () => {
    expect(findingsOf(check({ rights: { ...rights, buyer: '保管机要文件' } }), 'contract.secrecy-words')).toHaveLength(1);
  });
});
