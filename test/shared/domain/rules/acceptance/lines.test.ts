import { describe, expect, it } from 'vitest';
import type { AcceptanceContext, AcceptanceForm } from '#shared/domain/rules/acceptance/acceptance-rule';
import { checkAcceptance } from '#shared/domain/rules/acceptance/check-acceptance';
import { acceptance, acceptanceContext, findingsOf, recordId } from '../../samples';

const [first, second] = acceptance().lines;
const check = (lines: AcceptanceForm['lines'], context: Partial<AcceptanceContext> = {}) =>
  checkAcceptance({ ...acceptance(), lines }, acceptanceContext(context));

describe('lineMissing, lineRepeated and lineUnknown', () => {
  it('R077 want every agreed line exactly once', () => {
    expect(findingsOf(check([first!]), 'acceptance.line-missing').map((finding) => finding.evidence.lineNo)).toEqual([2]);
    expect(findingsOf(check([first!, second!, second!]), 'acceptance.line-repeated')).toEqual([
      expect.objectContaining({ field: 'lines.2.lineNo', severity: 'block' }),
    ]);
    expect(findingsOf(check([first!, second!, { ...first!, lineNo: 3 }]), 'acceptance.line-unknown')).toEqual([
      expect.objectContaining({ field: 'lines.2.lineNo', severity: 'block' }),
    ]);
  });
});

describe('lineIncomplete', () => {
  it('R077 wants every part of a line', () => {
    const findings = check([{ lineNo: 1 }, second!]);
    expect(findingsOf(findings, 'acceptance.line-incomplete').map((finding) => finding.field)).toEqual([
      'lines.0.deliveredE4', 'lines.0.acceptedE4', 'lines.0.actual', 'lines.0.conforms',
    ]);
  });
});

describe('acceptedOverDelivered', () => {
  it('R078 accepts no more than came', () => {
    const line = (acceptedE4: number) => ({ ...first!, deliveredE4: 5_000_000, acceptedE4 });
    expect(findingsOf(check([line(5_000_001), second!]), 'acceptance.accepted-over-delivered')).toHaveLength(1);
    expect(findingsOf(check([line(5_000_000), second!]), 'acceptance.accepted-over-delivered')).toEqual([]);
  });
});

describe('acceptedOverAgreed', () => {
  const earlier = (acceptedE4: number) => ({ id: recordId(6), lines: [{ ...first!, acceptedE4 }], payableFen: 0 });
  const excess = (acceptedE4: number, others: number[]) =>
    findingsOf(
      check([{ ...first!, acceptedE4 }, second!], { acceptances: others.map(earlier) }),
      'acceptance.accepted-over-agreed',
    ).map((finding) => finding.evidence.excessE4);

  it('R078 counts all acceptances of the contract together', () => {
    expect(excess(10_000_000, [])).toEqual([]);
    expect(excess(10_000_001, [])).toEqual([1]);
    expect(excess(4_000_000, [3_000_000, 3_000_000])).toEqual([]);
    expect(excess(4_000_001, [3_000_000, 3_000_000])).toEqual([1]);
  });

  it('R078 does not count the acceptance itself as an earlier one', () => {
    const findings = check([first!, second!], { acceptances: [{ id: recordId(5), lines: [first!, second!], payableFen: 9_000_100 }] });
    expect(findings).toEqual([]);
  });
});
