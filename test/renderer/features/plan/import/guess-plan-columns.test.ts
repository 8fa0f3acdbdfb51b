import { describe, expect, it } from 'vitest';
import { planExportColumns } from '../../../../../renderer/features/plan/import/plan-export';
import { guessPlanColumns } from '../../../../../renderer/features/plan/import/guess-plan-columns';
import { REASON_TITLE } from '../../../../../renderer/features/plan/import/plan-words';
import { entryColumns } from '../../../../../renderer/features/plan/import/sheet-columns';

const columns = entryColumns([]);

function guessed(headings: readonly string[]): readonly (string | null)[] {
  return guessPlanColumns(headings, columns).map;
}

describe('guessPlanColumns', () => {
  it('is certain of our own files: the template, an export, and rows given back with reasons', () => {
    const titles = columns.map(({ title }) => title);
    const exported = planExportColumns([]).map(({ title }) => title);
    for (const headings of [titles, exported, [...exported, REASON_TITLE], ['项目编号', '项目名称', '']]) {
      expect(guessPlanColumns(headings, columns).certain).toBe(true);
    }
    expect(guessed(titles)).toEqual(columns.map(({ key }) => key));
    expect(guessed(exported).filter((key) => key !== null)).toEqual(columns.map(({ key }) => key));
  });

  it('is not certain of a table with a heading of its own', () => {
    expect(guessPlanColumns(['项目编号', '项目名称', '备注'], columns)).toEqual({ map: ['number', 'name', null], certain: false });
  });

  it('understands the headings other offices use', () => {
    expect(guessed(['序号', '购买服务项目名称', '购买主体', '预算金额（万元）', '服务期限', '服务对象', '采购方式', '备注'])).toEqual([
      null, 'name', 'buyerId', 'funds.0.amount', null, 'recipients.group', 'method', null,
    ]);
  });

  it('gives each column away once, to the heading that fits best', () => {
    const map = guessed(['名称', '项目名称', '项目 名称 *']);
    expect(map.filter((key) => key === 'name')).toHaveLength(1);
    expect(map[1]).toBe('name');
  });
});
