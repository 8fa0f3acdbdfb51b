// What is said of a row is worked out again when what it is judged by has changed.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPlanFindings } from '../../../../../renderer/features/plan/grid/plan-findings';
import { rewritten } from '../../../../../renderer/features/plan/grid/book-row';
import { PREPARER } from '../support';
import { bookOfFour } from './support';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

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

  it('says the same of a row while the others change, until one of them is its like', () => {
    const book = bookOfFour();
    const findings = createPlanFindings(book);
    const row = book.rowAt(0)!;
    const before = findings.report(row);
    const rename = (name: string) => {
      const other = book.rowAt(1)!;
      book.put([rewritten(other, { ...other.typed, name }, PREPARER)]);
    };
    rename('别的名称');
    expect(findings.report(row)).toBe(before);
    rename(row.typed.name);
    expect(findings.report(row).problems.filter(({ path }) => path === 'name')).toHaveLength(before.problems.filter(({ path }) => path === 'name').length + 1);
    rename('别的名称');
    expect(findings.report(row).problems).toEqual(before.problems);
  });

  it('waits for a pause in the keys, but not after an act on many rows', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('requestIdleCallback', (work: (deadline: IdleDeadline) => void, { timeout }: { timeout: number }) =>
      setTimeout(() => { work({ didTimeout: true, timeRemaining: () => 0 }); }, timeout));
    const book = bookOfFour();
    const findings = createPlanFindings(book);
    const [typed, pasted] = [book.rowAt(0)!, book.rowAt(1)!];
    expect(findings.known(typed)).toBeUndefined();
    vi.advanceTimersByTime(190);
    expect(findings.known(typed)).toBeUndefined();
    vi.advanceTimersByTime(100);
    expect(findings.known(typed)).toBeDefined();
    findings.hurry();
    expect(findings.known(pasted)).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(findings.known(pasted)).toBeDefined();
    vi.advanceTimersByTime(1000);
    const rest = book.rowAt(2)!;
    expect(findings.known(rest)).toBeUndefined();
    vi.advanceTimersByTime(190);
    expect(findings.known(rest)).toBeUndefined();
  });
});
