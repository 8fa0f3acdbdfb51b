// What typing, pasting, inserting and deleting do to the year's projects: every act is one step, and some things never enter.
import { describe, expect, it } from 'vitest';
import type { PastePlan } from '../../../../../renderer/tabular/paste';
import { createPlanGridModel } from '../../../../../renderer/features/plan/grid/plan-grid-model';
import { createPlanFindings } from '../../../../../renderer/features/plan/grid/plan-findings';
import { planSheetColumns } from '../../../../../renderer/features/plan/grid/sheet-columns';
import { PLAN_COLUMNS } from '../../../../../renderer/features/plan/plan-columns';
import type { PlanTyped } from '../../../../../renderer/features/plan/plan-typed';
import { PREPARER, STATION } from '../support';
import { bookOfFour, draftOf, fresh, memoryWriter } from './support';

function desk() {
  const book = bookOfFour();
  const { writer, steps } = memoryWriter();
  const findings = createPlanFindings(book);
  const sheetColumns = planSheetColumns({ columns: PLAN_COLUMNS, set: 'usual', inWan: false, anyApproved: false, findings, tickAll: () => null });
  const stops: string[] = [];
  const failures: string[] = [];
  let plan: PastePlan<PlanTyped> | null = null;
  const model = createPlanGridModel({
    station: STATION,
    operator: PREPARER,
    book,
    writer,
    fresh,
    columns: () => PLAN_COLUMNS,
    sheetColumns: () => sheetColumns,
    ask: {
      onSecret: (title) => void stops.push(title),
      onPastePlan: (next) => { plan = next; },
      onClipboardFailure: ({ code }) => void failures.push(code),
    },
  });
  const at = (key: string) => sheetColumns.findIndex((column) => column.key === key);
  const paste = (plain: string, row: number, key: string, bottom = row) => {
    model.paste({ plain, html: '' }, { top: row, bottom, left: at(key), right: at(key) });
    return plan;
  };
  return { book, model, steps, stops, failures, paste };
}

const form = (step: { readonly changes: readonly { readonly draft: { readonly form: object } | null }[] } | undefined, index = 0) => step?.changes[index]?.draft?.form;

describe('createPlanGridModel', () => {
  it('begins a project when the empty row is typed in', () => {
    const { book, model, steps } = desk();
    model.write([{ row: 4, column: 'name', text: '新项目' }], 'type');
    expect(book.shown().at(-1)).toMatchObject({ name: '新项目', number: '2027-009', editable: true });
    expect(steps).toHaveLength(1);
    expect(steps[0]?.label).toBe('填写项目名称');
    expect(form(steps[0])).toMatchObject({ name: '新项目', preparedBy: PREPARER, forReview: false });
  });

  it('writes many cells as one step, days in one spelling, and takes a hand-over back', () => {
    const { book, model, steps } = desk();
    model.write([0, 1].flatMap((row) => [{ row, column: 'startsOn', text: '2027.3.1' }, { row, column: 'unit', text: '场' }]), 'fill');
    expect(steps.map(({ label, changes }) => [label, changes.length])).toEqual([['填充 4 格', 2]]);
    expect(book.rowAt(1)?.typed).toMatchObject({ startsOn: '2027-03-01', unit: '场' });
    expect(book.rowAt(1)?.draft?.forReview).toBe(false);
  });

  it('writes no step when nothing changes', () => {
    const { model, steps } = desk();
    model.write([{ row: 0, column: 'name', text: '项目1' }, { row: 0, column: 'amount', text: '9' }], 'type');
    expect(steps).toEqual([]);
  });

  it('R067 leaves a colleague’s draft and submitted projects alone', () => {
    const { book, model, steps, paste } = desk();
    model.write([2, 3].map((row) => ({ row, column: 'name', text: '改名' })), 'paste');
    model.removeRows([2, 3].flatMap((row) => book.rowAt(row) ?? []));
    expect(steps).toEqual([]);
    const plan = paste('改名\n改名', 2, 'name');
    expect(plan?.counts).toMatchObject({ changedCells: 0, badCells: 2 });
    model.acceptPaste(plan!, true);
    expect(steps).toEqual([]);
  });

  it('R048 lets no word of state secrecy into a cell, typed or pasted', () => {
    const { book, model, steps, stops, paste } = desk();
    model.write([{ row: 0, column: 'content', text: '绝密级会议' }], 'type');
    expect(stops).toEqual(['服务内容']);
    const plan = paste('机密级会议\t\n普通会议\t', 0, 'content');
    model.acceptPaste(plan!, true);
    expect(JSON.stringify(steps)).not.toContain('密级');
    expect([book.rowAt(0)?.typed.content, book.rowAt(1)?.typed.content]).toEqual([draftOf(1).typed.content, '普通会议']);
  });

  it('takes a pasted block as one step, new rows with numbers of their own', () => {
    const { book, model, steps, paste } = desk();
    const plan = paste('丁\t\n戊\t', 4, 'name');
    expect(steps).toEqual([]);
    model.acceptPaste(plan!, false);
    expect(steps.map(({ label, changes }) => [label, changes.length])).toEqual([['粘贴 2 行', 2]]);
    expect(book.shown().slice(-2).map(({ name, number }) => `${number} ${name}`)).toEqual(['2027-009 丁', '2027-010 戊']);
  });

  it('leaves out what cannot stand unless it is asked for', () => {
    const { book, model, paste } = desk();
    const block = '十个\t人次\n20\t人次';
    model.acceptPaste(paste(block, 0, 'quantity')!, false);
    expect([book.rowAt(0)?.typed.quantity, book.rowAt(1)?.typed.quantity]).toEqual(['1,200', '20']);
    model.acceptPaste(paste(block, 0, 'quantity')!, true);
    expect(book.rowAt(0)?.typed.quantity).toBe('十个');
  });

  it('fills a chosen block with one copied cell at once', () => {
    const { book, steps, paste } = desk();
    expect(paste('场', 0, 'unit', 1)).toBeNull();
    expect(book.shown().slice(0, 2).map(({ typed }) => typed.unit)).toEqual(['场', '场']);
    expect(steps).toHaveLength(1);
  });

  it('says why a clipboard cannot be taken', () => {
    const { failures, paste } = desk();
    paste('', 0, 'name');
    paste('甲\n'.repeat(6000), 0, 'name');
    expect(failures).toEqual(['clipboard.empty', 'clipboard.too-large']);
  });

  it('inserts a row where it is asked to, and throws own drafts into the bin', () => {
    const { book, model, steps } = desk();
    model.insertRow(1);
    expect(book.rowAt(1)).toMatchObject({ number: '2027-009', name: '' });
    model.removeRows(book.shown());
    expect(book.shown().map(({ name }) => name)).toEqual(['项目3', '项目4']);
    expect(steps.map(({ label }) => label)).toEqual(['新增一行', '删除 3 行']);
    expect(steps[1]?.changes.every(({ draft }) => draft === null)).toBe(true);
  });
});
