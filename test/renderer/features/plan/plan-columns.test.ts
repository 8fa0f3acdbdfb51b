// The plan as columns: every text that is read can be written, labels mean their codes, and short lists grow and shrink by their cells.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { planCellProblem } from '../../../../renderer/features/plan/plan-cell';
import type { PlanColumn } from '../../../../renderer/features/plan/plan-column';
import { PLAN_COLUMNS, planColumns } from '../../../../renderer/features/plan/plan-columns';
import { blankPlan, type PlanTyped } from '../../../../renderer/features/plan/plan-typed';
import { shownText } from '../../../../renderer/tabular/choice-text';
import { BUYER, buyerRow, completePlan, idOf } from './support';

afterEach(() => { vi.useRealTimers(); });

const blank = blankPlan({ year: 2027, number: '', buyerId: BUYER, catalogueVersion: '' });

function column(key: string): PlanColumn {
  return PLAN_COLUMNS.find((one) => one.key === key)!;
}

/** The row written cell by cell, as a spreadsheet or a pasted block does it. */
function rewritten(from: PlanTyped, textOf: (column: PlanColumn, text: string) => string = (_, text) => text): PlanTyped {
  return PLAN_COLUMNS.reduce((row, one) => (one.derived === true ? row : one.write(row, textOf(one, one.read(from)))), blank);
}

const THREE_FUNDS = completePlan({
  funds: [
    { source: '1', year: '2027', amount: '100,000.00', origin: 'existing', fromProject: '社区养老补助', approvalDocument: '' },
    { source: '2', year: '2027', amount: '2,000.00', origin: 'new', fromProject: '', approvalDocument: '乌财预〔2026〕5号' },
    { source: '3', year: '2028', amount: '600.00', origin: 'existing', fromProject: '结余', approvalDocument: '' },
  ],
  providerTypes: ['P1', 'P3'],
  otherService: { name: '甲', reason: '乙', consentDocument: '' },
});

describe('PLAN_COLUMNS', () => {
  it('write the whole row back that they read, exclusions and attachments apart', () => {
    for (const typed of [completePlan(), THREE_FUNDS]) {
      expect(rewritten(typed)).toStrictEqual({ ...typed, exclusionsDenied: [] });
    }
  });

  it('take the words people see for the codes that are kept', () => {
    expect(rewritten(THREE_FUNDS, shownText)).toStrictEqual({ ...THREE_FUNDS, exclusionsDenied: [] });
    expect(column('providerTypes').write(blank, '企业，事业单位（公益二类、从事生产经营活动）').providerTypes).toEqual(['P3', 'P5']);
    expect(column('catalogueCode').write(blank, ' １.07 ')).toMatchObject({ catalogueCode: '1.07', catalogueVersion: 'nmg-2014-80' });
  });

  it('leave a row that says the same as it was, the object itself', () => {
    const typed = completePlan();
    for (const key of ['number', 'recipients.group', 'catalogueCode', 'suitability.marketFit']) {
      expect(column(key).write(typed, column(key).read(typed))).toBe(typed);
    }
  });

  it('let an emptied slice of money go, and never make one out of nothing', () => {
    const second = (part: string) => column(`funds.1.${part}`);
    expect(second('amount').write(blank, '').funds).toHaveLength(1);
    const grown = second('amount').write(blank, '500');
    expect(grown.funds[1]).toMatchObject({ source: '1', year: '2027', amount: '500' });
    const emptied = second('source').write(second('amount').write(grown, ''), '');
    expect(emptied.funds).toStrictEqual(blank.funds);
  });

  it('say in words what is beyond the columns', () => {
    const typed = { ...THREE_FUNDS, funds: [...THREE_FUNDS.funds, { ...THREE_FUNDS.funds[0]!, amount: '9' }] };
    expect(column('funds.more').read(typed)).toBe('2027 年 一般公共预算资金 9 元');
    expect(column('funds.more').write(typed, 'x')).toBe(typed);
  });

  it('go by the day, also in a window that was open before it', () => {
    vi.useFakeTimers({ now: Date.parse('2013-12-31T01:00:00Z'), toFake: ['Date'] });
    const before = column('catalogueCode');
    expect(before.choices).toEqual([]);
    expect(before.write(blank, '1.07')).toMatchObject({ catalogueCode: '1.07', catalogueVersion: '' });
    const methods = column('method').choices;
    vi.setSystemTime(Date.parse('2026-11-30T01:00:00Z'));
    expect(before.choices?.length).toBeGreaterThan(50);
    expect(before.write(blank, '1.07').catalogueVersion).toBe('nmg-2014-80');
    expect(column('method').choices).not.toBe(methods);
  });

  it('have keys of their own and a title each', () => {
    expect(new Set(PLAN_COLUMNS.map(({ key }) => key)).size).toBe(PLAN_COLUMNS.length);
    expect(PLAN_COLUMNS.filter(({ title }) => title === '' || title.includes('整个项目'))).toEqual([]);
  });
});

describe('planColumns', () => {
  it('has the buyer third where there are several', () => {
    expect(planColumns([buyerRow])).toBe(PLAN_COLUMNS);
    const other = { ...buyerRow, id: idOf(77), body: { ...buyerRow.body, name: '乌拉特旗教育局' } };
    const buyer = planColumns([buyerRow, other])[2]!;
    expect(buyer.key).toBe('buyerId');
    expect(buyer.write(blank, '乌拉特旗教育局').buyerId).toBe(other.id);
    expect(planCellProblem(buyer, '别的单位')).toBe('不在可选的范围内，请从列表中选择。');
  });
});

describe('planCellProblem', () => {
  it('finds nothing wrong with a complete project, nor with an empty cell', () => {
    for (const one of PLAN_COLUMNS) {
      expect([one.key, planCellProblem(one, one.read(THREE_FUNDS))]).toEqual([one.key, null]);
      expect(planCellProblem(one, ' ')).toBeNull();
    }
  });

  it('says what is wrong with what cannot be read', () => {
    const said = (key: string, text: string) => planCellProblem(column(key), text);
    expect(said('unitPrice', '1.2.3')).toBe('请填写金额，如 1,234.50。');
    expect(said('funds.2.amount', '十元')).toBe('请填写金额，如 1,234.50。');
    expect(said('startsOn', '2027-02-30')).toBe('没有这一天，请核对日期。');
    expect(said('name', '甲'.repeat(101))).toBe('最多 100 个字。');
    expect(said('functionCode', '20')).toBe('格式不对，请核对。');
    expect(said('catalogueCode', '9.99')).toBe('不在可选的范围内，请从列表中选择。');
    expect(said('providerTypes', 'P1、P9')).not.toBeNull();
    expect(said('recipients.count', '三百')).toBe('请填写整数。');
  });
});
