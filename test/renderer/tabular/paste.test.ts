// What a pasted block would do: new rows, changed cells, bad texts with their reasons, columns named by their titles.
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../renderer/tabular/column';
import { pasted, type PasteTarget, planPaste } from '../../../renderer/tabular/paste';

interface Row {
  readonly name: string;
  readonly amount: string;
  readonly day: string;
}

const column = (key: keyof Row, title: string, kind: Column<Row>['kind']): Column<Row> => ({
  key, title, kind, read: (row) => row[key], write: (row, text) => (row[key] === text ? row : { ...row, [key]: text }),
});
const COLUMNS: readonly Column<Row>[] = [
  column('name', '名称', 'text'),
  column('amount', '金额', 'money'),
  { key: 'double', title: '两倍', kind: 'money', derived: true, read: ({ amount }) => String(Number(amount) * 2), write: (row) => row },
  column('day', '日期', 'date'),
];
const ROWS: readonly Row[] = [
  { name: '甲', amount: '1', day: '' },
  { name: '乙', amount: '2', day: '2027-01-02' },
];

const target = (more: Partial<PasteTarget<Row>> = {}): PasteTarget<Row> => ({
  columns: COLUMNS,
  row: 0,
  column: 0,
  rowAt: (index) => ROWS[index],
  refusal: () => null,
  blank: (ordinal) => ({ name: '', amount: String(ordinal), day: '' }),
  problem: ({ key }, text) => (key === 'amount' && !/^\d+$/.test(text) ? '不是数' : null),
  ...more,
});

describe('planPaste', () => {
  it('tells new rows, changed cells and bad ones apart, and leaves reckoned columns alone', () => {
    const plan = planPaste([['甲', '5', '99', '46447'], ['乙', 'x', '', '2027-01-02'], ['丙', '7', '', ''], ['', '', '', '']], target());
    expect(plan.counts).toEqual({ newRows: 1, changedRows: 1, changedCells: 4, badCells: 1 });
    expect(plan.rows.map((row) => row.cells.map(({ state }) => state).join(' '))).toEqual(['same changed same changed', 'same bad same same', 'changed changed same same']);
    expect(plan.rows[1]?.cells[1]?.reason).toBe('不是数');
    expect(plan.rows.map((row) => pasted(row, () => false))).toEqual([{ name: '甲', amount: '5', day: '2027-03-01' }, ROWS[1], { name: '丙', amount: '7', day: '' }]);
    expect(pasted(plan.rows[1]!, () => true)).toEqual({ ...ROWS[1], amount: 'x' });
  });

  it('goes by the titles when the first row has them, wherever the active cell is', () => {
    const plan = planPaste([['金额（元）', '备注', '名称*'], ['8', '随便', '丁']], target({ column: 3, row: 1 }));
    expect(plan).toMatchObject({ byTitle: true, ignored: ['备注'] });
    expect(plan.rows).toHaveLength(1);
    expect(pasted(plan.rows[0]!, () => false)).toEqual({ name: '丁', amount: '8', day: '2027-01-02' });
  });

  it('says which reckoned columns a text was laid upon by its place, and is silent when nothing is lost', () => {
    expect(planPaste([['甲', '5', '99']], target()).reckoned).toEqual(['两倍']);
    expect(planPaste([['甲', '5', '']], target()).reckoned).toEqual([]);
    expect(planPaste([['甲', '1', '2']], target()).reckoned).toEqual([]);
    expect(planPaste([['', '', ''], ['乙', '2', '7']], target({ row: 5, rowAt: () => undefined })).reckoned).toEqual(['两倍']);
    expect(planPaste([['名称', '两倍'], ['甲', '99']], target()).reckoned).toEqual([]);
  });

  it('says which columns are beyond the table', () => {
    const plan = planPaste([['2027-02-03', '多余']], target({ column: 3 }));
    expect(plan.ignored).toEqual(['第 2 列']);
    expect(plan.counts.changedCells).toBe(1);
  });

  it('writes nothing in a row that may not be written in, and says why', () => {
    const plan = planPaste([['新名', '1']], target({ refusal: () => '只读' }));
    expect(plan.rows[0]?.cells.map(({ state, reason }) => [state, reason])).toEqual([['bad', '只读'], ['same', null]]);
  });
});
