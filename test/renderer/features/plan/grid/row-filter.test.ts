// Rows with something wrong are shown once every project has been judged, and not before.
import { describe, expect, it } from 'vitest';
import type { Narrowing, RowFilter } from '../../../../../renderer/features/plan/grid/book-filter';
import { createPlanFindings } from '../../../../../renderer/features/plan/grid/plan-findings';
import { createRowsShown, type Judging } from '../../../../../renderer/features/plan/grid/row-filter';
import { buyerRow } from '../support';
import { bookOfFour, draftOf } from './support';

const only = (filter: RowFilter): Narrowing => ({ filter, category: null, approval: null });

function desk() {
  const book = bookOfFour();
  const findings = createPlanFindings(book);
  findings.setBuyers([buyerRow]);
  const told: (Judging | null)[] = [];
  const rows = createRowsShown(book, findings, (judging) => told.push(judging));
  const names = () => book.shown().map(({ typed }) => typed.name);
  return { book, findings, rows, told, names };
}

describe('createRowsShown', () => {
  it('shows the drafts that have something wrong or not filled in', async () => {
    const { book, rows, names } = desk();
    book.put([draftOf(2, { unitPrice: '1.2.3' })]);
    await rows.show(only('wrong'), '');
    expect(names()).toEqual(['项目2']);
    await rows.show(only('all'), '');
    expect(names()).toHaveLength(4);
  });

  it('leaves the rows as they are while it judges, and gives way to what is asked next', async () => {
    const { findings, book, told, names } = desk();
    const slow = { ...findings, report: (row: Parameters<typeof findings.report>[0]) => {
      const end = performance.now() + 300;
      while (performance.now() < end);
      return findings.report(row);
    } };
    const rows = createRowsShown(book, slow, (judging) => told.push(judging));
    const first = rows.show(only('wrong'), '');
    expect(names()).toHaveLength(4);
    await rows.show(only('draft'), '');
    await first;
    expect(names()).toEqual(['项目1', '项目2', '项目3']);
    expect(told).toContainEqual({ done: 1, total: 3 });
    expect(told.at(-1)).toBeNull();
  });

  it('keeps a row that is being put right until rows are arranged anew', async () => {
    const { book, rows, names, findings } = desk();
    book.put([draftOf(2, { unitPrice: '1.2.3' })]);
    await rows.show(only('wrong'), '');
    book.put([draftOf(2)]);
    expect(names()).toEqual(['项目2']);
    findings.report(book.rowAt(0)!);
    book.sort(null, null);
    expect(names()).toEqual([]);
  });
});
