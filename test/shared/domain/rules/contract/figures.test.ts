import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '#shared/domain/contract';
import { checkContract } from '#shared/domain/rules/contract/check-contract';
import { contract, contractContext, findingsOf } from '../../samples';

const check = (changes: Partial<Contract>) => checkContract(contract(changes), contractContext());
const [first, second] = contract().lines;

describe('lineProduct', () => {
  it('shows the difference of a line to the fen', () => {
    const lines = [first!, { ...second!, amountFen: second!.amountFen - 1 }];
    expect(findingsOf(check({ lines }), 'contract.line-product')).toEqual([
      expect.objectContaining({
        field: 'lines.1.amountFen',
        severity: 'block',
        evidence: { lineNo: 2, expectedFen: 1_000_100, amountFen: 1_000_099, differenceFen: -1 },
      }),
    ]);
  });
});

describe('linesSum and scheduleCloses', () => {
  it('R074 close to the fen over any lines and instalments, and show the difference', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900_000_000_000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        (parts, offLines, offSchedule) => {
          const sum = parts.reduce((total, part) => total + part, 0);
          fc.pre(parts[0]! + offLines > 0 && parts[0]! + offSchedule > 0);
          const shifted = (off: number) => [parts[0]! + off, ...parts.slice(1)];
          const findings = check({
            amountFen: sum,
            lines: shifted(offLines).map((amountFen, n) => ({ ...first!, lineNo: n + 1, amountFen })),
            schedule: shifted(offSchedule).map((amountFen) => ({ kind: 2, dueOn: '2026-06-30', amountFen, condition: '验收' })),
          });
          const differences = (rule: 'contract.lines-sum' | 'contract.schedule-closes') =>
            findingsOf(findings, rule).map((finding) => finding.evidence.differenceFen);
          expect(differences('contract.lines-sum')).toEqual(offLines === 0 ? [] : [offLines]);
          expect(differences('contract.schedule-closes')).toEqual(offSchedule === 0 ? [] : [offSchedule]);
        },
      ),
    );
  });
});

describe('lineNumber, lineQuantity and instalmentAmount', () => {
  it('name each line once and leave nothing at nought', () => {
    const findings = check({
      lines: [first!, { ...second!, lineNo: 1, quantityE4: 0 }],
      schedule: [{ kind: 1, dueOn: '2026-04-30', amountFen: 0, condition: '合同生效' }],
    });
    expect(findingsOf(findings, 'contract.line-number').map((finding) => finding.field)).toEqual(['lines.1.lineNo']);
    expect(findingsOf(findings, 'contract.line-quantity').map((finding) => finding.field)).toEqual(['lines.1.quantityE4']);
    expect(findingsOf(findings, 'contract.instalment-amount').map((finding) => finding.field)).toEqual(['schedule.0.amountFen']);
  });
});

describe('instalmentBeforeSigning', () => {
  it('refuses a payment before the signature, not on its day', () => {
    const [one, two] = contract().schedule;
    const due = (dueOn: string) => findingsOf(check({ schedule: [{ ...one!, dueOn }, two!] }), 'contract.instalment-before-signing').length;
    expect([due('2026-03-24'), due('2026-03-25')]).toEqual([1, 0]);
  });
});
