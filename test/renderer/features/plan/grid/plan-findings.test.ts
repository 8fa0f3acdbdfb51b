// What is said of a row is worked out again when what it is judged by has changed.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlanFindings } from '../../../../../renderer/features/plan/grid/plan-findings';
import { bookOfFour } from './support';

afterEach(() => { vi.useRealTimers(); });

describe('createPlanFindings', () => {
  it('judges by the new day in a grid that was left open overnight', () => {
    vi.useFakeTimers({ now: Date.parse('2026-10-08T15:59:00Z'), toFake: ['Date'] });
    const book = bookOfFour();
    const findings = createPlanFindings(book);
    const row = book.rowAt(0)!;
    const before = findings.report(row);
    expect(findings.report(row)).toBe(before);
    // In Shanghai the year the project is planned for is over.
    vi.setSystemTime(Date.parse('2027-12-31T16:00:00Z'));
    expect(findings.report(row).problems).not.toEqual(before.problems);
  });
});
