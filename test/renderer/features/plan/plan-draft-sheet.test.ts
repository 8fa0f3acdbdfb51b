// A project that is not complete, as its reviewer reads it: what was typed, in words, under the headings of the form.

import { describe, expect, it } from 'vitest';
import { findCatalogueItem } from '#shared/policy/catalogue';
import { planDraftSheet } from '../../../../renderer/features/plan/plan-draft-sheet';
import { blankPlan } from '../../../../renderer/features/plan/plan-typed';
import { BUYER, buyerRow, completePlan } from './support';

const linesOf = (...of: Parameters<typeof planDraftSheet>) =>
  planDraftSheet(...of).flatMap(({ title, entries }) => entries.map(({ label, value }) => `${title} | ${label}：${value}`));

describe('planDraftSheet', () => {
  it('says codes in words and rows of lists by their place', () => {
    const lines = linesOf(completePlan({ quantity: '十二' }), [buyerRow]);
    for (const line of [
      '项目基本情况 | 购买主体：乌拉特旗民政局',
      `目录与内容 | 目录项：1.07 ${findCatalogueItem('nmg-2014-80', '1.07')?.name ?? '?'}`,
      '数量、单价与金额 | 数量：十二',
      '资金来源与分年安排 | 资金安排第 1 项存量或新增：存量调整',
      '绩效目标 | 绩效目标第 3 项指标名称：老人满意度',
      '采购方式与承接主体 | 拟用采购方式：竞争性磋商',
    ]) expect(lines).toContain(line);
    expect(lines.join('\n')).not.toMatch(/existing|consultation|：P1|[0-9a-f]{8}-/);
  });

  it('leaves out what is not filled in, and sections without anything', () => {
    const blank = { ...blankPlan({ year: 2027, number: '2027-001', buyerId: BUYER, catalogueVersion: 'nmg-2014-80' }), name: '居家养老' };
    const sections = planDraftSheet(blank, []);
    expect(sections.flatMap(({ entries }) => entries).filter(({ value }) => value === '')).toEqual([]);
    expect(sections.map(({ title }) => title)).not.toContain('期限、地点与服务对象');
    expect(sections[0]?.entries.map(({ label }) => label)).toContain('项目名称');
  });
});
