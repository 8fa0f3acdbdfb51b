import { describe, expect, it } from 'vitest';
import type { Contract } from '#shared/domain/contract';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { BUYER, contract, contractContext, decision, findingsOf } from '../../samples';

const check = (changes: Partial<Contract>) => checkContract(contract(changes), contractContext());
const { supplier } = contract();

describe('payeeDiffers', () => {
  it('R075 blocks a payee whose name or credit code is another', () => {
    const parts = (changes: Partial<Contract>) =>
      findingsOf(check(changes), 'contract.payee-differs').map((finding) => {
        expect(finding.severity).toBe('block');
        return finding.evidence.part;
      });
    expect(parts({ payeeName: '某旗暖心家政公司' })).toEqual(['name']);
    expect(parts({ payeeUscc: BUYER.uscc })).toEqual(['uscc']);
    expect(parts({ payeeName: '', payeeUscc: '' })).toEqual(['name', 'uscc']);
  });

  it('R075 takes blanks and width in a name for no difference', () => {
    expect(findingsOf(check({ payeeName: ' 某旗暖心 养老服务中心\u3000' }), 'contract.payee-differs')).toEqual([]);
  });
});

describe('noAssignment', () => {
  it('R075 blocks without the promise not to assign', () => {
    expect(findingsOf(check({ noAssignmentPromised: false }), 'contract.no-assignment')).toEqual([
      expect.objectContaining({ field: 'noAssignmentPromised', severity: 'block' }),
    ]);
  });
});

describe('supplierUscc', () => {
  it('asks about a wrong check character and does not stop', () => {
    const uscc = `${supplier.uscc.slice(0, 17)}A`;
    expect(findingsOf(check({ supplier: { ...supplier, uscc } }), 'contract.supplier-uscc')).toEqual([
      expect.objectContaining({ field: 'supplier.uscc', severity: 'warn', evidence: { problem: 'check-digit' } }),
    ]);
  });
});

describe('supplierIsBuyer and supplierType', () => {
  it('refuse buying from oneself and ask about a kind that was not planned', () => {
    expect(findingsOf(check({ supplier: { ...supplier, uscc: BUYER.uscc } }), 'contract.supplier-is-buyer')).toHaveLength(1);
    expect(findingsOf(check({ supplier: { ...supplier, type: 'P4' } }), 'contract.supplier-type')).toEqual([
      expect.objectContaining({ severity: 'warn', evidence: { type: 'P4' } }),
    ]);
  });
});

describe('contractMethodOutside', () => {
  it('R072 blocks a way outside procurement from 2020-03-01', () => {
    const on = (signedOn: string) => {
      const context = contractContext({ decision: decision({ decidedOn: '2020-01-10' }) });
      const findings = checkContract(contract({ method: 'strategic-alliance', awardNoticeOn: null, signedOn }), context);
      return findingsOf(findings, 'contract.method-outside-procurement').length;
    };
    expect([on('2020-02-29'), on('2020-03-01')]).toEqual([0, 1]);
  });

  it('blocks no method and asks about one that was not planned', () => {
    expect(findingsOf(check({ method: 'none' }), 'contract.method-unknown')).toHaveLength(1);
    expect(findingsOf(check({ method: 'open-tender' }), 'contract.method-differs')).toEqual([
      expect.objectContaining({ severity: 'warn', evidence: { method: 'open-tender', plannedMethod: 'consultation' } }),
    ]);
  });
});
