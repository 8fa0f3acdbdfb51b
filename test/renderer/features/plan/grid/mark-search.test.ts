// F8 says that there is no other problem only when every row has been looked at.
import { describe, expect, it } from 'vitest';
import { createMarkSearch } from '../../../../../renderer/features/plan/grid/mark-search';
import { createPlanBook } from '../../../../../renderer/features/plan/grid/plan-book';
import { createPlanFindings, type PlanFindings, type RowReport } from '../../../../../renderer/features/plan/grid/plan-findings';
import { planSheetColumns } from '../../../../../renderer/features/plan/grid/sheet-columns';
import { PLAN_COLUMNS } from '../../../../../renderer/features/plan/plan-columns';
import { createSheetView } from '../../../../../renderer/ui/sheet/sheet-view';
import { draftOf, fresh } from './support';

const ROWS = 12;

/** A grid whose rows each take a while to judge; only `marked` has a problem, in its column of quantities. */
function desk(marked: number | null, ms: number) {
  const book = createPlanBook(fresh);
  book.load(Array.from({ length: ROWS }, (_, index) => draftOf(index + 1)), new Set());
  const clean: RowReport = { findings: [], problems: [], marks: new Map(), blanks: 0, stops: 0, warnings: 0 };
  const wrong: RowReport = { ...clean, marks: new Map([['quantity', 'block']]), stops: 1 };
  const findings: PlanFindings = {
    ...createPlanFindings(book),
    report: ({ id }) => {
      const end = performance.now() + ms;
      while (performance.now() < end);
      return book.indexOf(id) === marked ? wrong : clean;
    },
  };
  const columns = planSheetColumns({ columns: PLAN_COLUMNS, set: 'usual', inWan: false, anyApproved: false, findings, tickAll: () => null });
  const view = createSheetView({ row: 2, column: 2 });
  view.fit(ROWS, columns.length);
  const said: string[] = [];
  const search = createMarkSearch({ book, findings, view, columns: () => columns, say: (words) => said.push(words) });
  const place = () => ({ row: view.get().row, column: columns[view.get().column]?.key });
  return { search, view, said, place };
}

describe('createMarkSearch', () => {
  it('finds a mark however long it takes, and says meanwhile how far it is', async () => {
    const { search, said, place } = desk(1, 60);
    await search.next(1);
    expect(place()).toEqual({ row: 1, column: 'quantity' });
    expect(said[0]).toMatch(/^正在查找下一处问题，已查 \d+／12 项/);
    expect(said.join()).not.toContain('没有别的问题');
  });

  it('says that there is none only after all rows', async () => {
    const { search, said, place } = desk(null, 0);
    await search.next(-1);
    expect(place().row).toBe(2);
    expect(said).toEqual([expect.stringContaining('没有别的问题')]);
  });

  it('goes backwards to the former mark, in the same row too', async () => {
    const { search, view, place } = desk(2, 0);
    await search.next(1);
    expect(place()).toEqual({ row: 2, column: 'quantity' });
    view.go({ row: 2, column: view.get().column + 3 });
    await search.next(-1);
    expect(place()).toEqual({ row: 2, column: 'quantity' });
  });

  it('leaves the user where they went while it was looking, and does not say that there is none', async () => {
    const { search, view, said, place } = desk(null, 60);
    const over = search.next(1);
    setTimeout(() => { view.go({ row: 7, column: 4 }); }, 320);
    await over;
    expect(place().row).toBe(7);
    expect(said.at(-1)).toContain('还没有查完');
    expect(said.join()).not.toContain('没有别的问题');
  });

  it('begins anew when it is asked again', async () => {
    const { search, place } = desk(9, 30);
    await Promise.all([search.next(1), search.next(-1)]);
    expect(place()).toEqual({ row: 9, column: 'quantity' });
  });
});
