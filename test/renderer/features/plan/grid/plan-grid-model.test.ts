// What typing, pasting, inserting and deleting do to the year's projects: every act is one step, and some things never enter.
import { describe, expect, it } from 'vitest';
import { newRecordId } from '../../../../../renderer/data/new-id';
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
      onTooMany: (rows) => void failures.push(`too many: ${String(rows)}`),
    },
    onMany: findings.hurry,
  });
  const at = (key: string) => sheetColumns.findIndex((column) => column.key === key);
  const paste = (plain: string, row: number, key: string, bottom = row) => {
    model.paste({ plain, html: '' }, { top: row, bottom, left: at(key), right: at(key) });
    return plan;
  };
  return { book, model, sheetColumns, steps, stops, failures, paste };
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

  it('leaves a colleague’s draft and submitted projects alone', () => {
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

  it('stops a word of state secrecy once, however large the block it was to fill', () => {
    const { steps, stops, paste } = desk();
    paste('绝密级会议', 0, 'content', 1);
    expect(stops).toEqual(['服务内容']);
    expect(steps).toEqual([]);
  });

  it('begins no project where a block that is cleared or filled reaches over the empty row', () => {
    const { book, model, steps, paste } = desk();
    model.write([{ row: 4, column: 'number', text: '' }], 'clear');
    model.write([0, 4].map((row) => ({ row, column: 'place', text: '某镇' })), 'fill');
    paste('场', 0, 'unit', 4);
    expect(book.shown()).toHaveLength(4);
    expect(steps.map(({ label, changes }) => [label, changes.length])).toEqual([['填充 2 格', 1], ['粘贴 5 格', 2]]);
  });

  it('writes what was typed into the row it was begun in, wherever that stands by now', () => {
    const { book, model } = desk();
    const id = book.rowAt(1)!.id;
    book.load([draftOf(8), ...book.all()], new Set());
    expect(book.indexOf(id)).toBe(2);
    model.write([{ row: 1, column: 'name', text: '改名', id }], 'type');
    model.write([{ row: 4, column: 'name', text: '新项目', id: '' }], 'type');
    expect(book.shown().map(({ name }) => name)).toEqual(['项目8', '项目1', '改名', '项目3', '项目4', '新项目']);
  });

  it('takes a previewed block into the rows that were looked at, and leaves what was written beside it since', () => {
    const { book, model, paste } = desk();
    const plan = paste('30\t场', 0, 'quantity');
    book.load([draftOf(8), ...book.all()], new Set());
    model.write([{ row: 1, column: 'place', text: '某镇' }], 'type');
    model.acceptPaste(plan!, false);
    expect(book.rowAt(0)?.typed).toEqual(draftOf(8).typed);
    expect(book.rowAt(1)?.typed).toMatchObject({ name: '项目1', quantity: '30', unit: '场', place: '某镇' });
  });

  it('does nothing and says so when an act has more rows than one step takes', () => {
    const { book, model, steps, failures } = desk();
    book.put(Array.from({ length: 5001 }, (_, at) => ({ ...draftOf(1), id: newRecordId(STATION), number: String(at) })));
    const before = book.version();
    model.write(book.shown().flatMap(({ editable }, row) => (editable ? [{ row, column: 'place', text: '某镇' }] : [])), 'fill');
    model.removeRows(book.shown());
    expect(failures).toEqual(['too many: 5003', 'too many: 5003']);
    expect(steps).toEqual([]);
    expect(book.version()).toBe(before);
  });

  it('writes an unfinished cell at a pause without showing it, and finishes it under the same step', () => {
    const { book, model, steps } = desk();
    const cell = { row: 0, column: 'name', id: book.rowAt(0)!.id };
    model.pause({ ...cell, text: '写到一半' });
    expect(book.rowAt(0)?.name).toBe('项目1');
    expect(form(steps[0])).toMatchObject({ name: '写到一半' });
    model.write([{ ...cell, text: '写完了' }], 'type');
    model.endTyping();
    expect(book.rowAt(0)?.name).toBe('写完了');
    expect(steps.map(({ changes }) => (changes[0]?.draft?.form as { name: string }).name)).toEqual(['写到一半', '写完了']);
    expect(steps[1]?.id).toBe(steps[0]?.id);
    model.write([{ ...cell, text: '又改' }], 'type');
    expect(steps[2]?.id).toBeUndefined();
  });

  it('takes back what a pause wrote when the cell is given up, and keeps a new project’s id when it is not', () => {
    const { book, model, steps } = desk();
    model.pause({ row: 0, column: 'name', id: book.rowAt(0)!.id, text: '写到一半' });
    model.endTyping();
    expect(form(steps[1])).toMatchObject({ name: '项目1' });
    model.pause({ row: 4, column: 'name', id: '', text: '新' });
    model.endTyping();
    expect(steps[3]?.changes).toEqual([{ id: steps[2]?.changes[0]?.id, draft: null }]);
    model.pause({ row: 4, column: 'name', id: '', text: '新项' });
    model.write([{ row: 4, column: 'name', id: '', text: '新项目' }], 'type');
    model.endTyping();
    expect(book.shown().at(-1)).toMatchObject({ id: steps[4]?.changes[0]?.id, name: '新项目' });
    expect(steps).toHaveLength(6);
  });

  it('R048 writes at a pause no word of state secrecy and nothing of a colleague’s draft', () => {
    const { book, model, steps, stops } = desk();
    model.pause({ row: 0, column: 'content', id: book.rowAt(0)!.id, text: '绝密级会议' });
    model.pause({ row: 2, column: 'name', id: book.rowAt(2)!.id, text: '改名' });
    model.pause({ row: 3, column: 'name', id: book.rowAt(3)!.id, text: '改名' });
    expect(steps).toEqual([]);
    expect(stops).toEqual([]);
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
