import { describe, expect, it } from 'vitest';
import { CLAUSE_IDS } from '#shared/policy/clauses';
import { GOVERNING_PART, headingLevel, LATER_PART, numberedTitle, OUTLINE, READING_ORDER } from '../../../../renderer/features/clauses/outline';

describe('OUTLINE', () => {
  it('follows the document: four parts, their sections, their numbered clauses', () => {
    const of = (level: number) => OUTLINE.filter((entry) => entry.level === level).map(({ title }) => title);
    expect(of(1)).toEqual([
      '题头',
      '一、充分认识政府向社会力量购买服务的重要性',
      '二、总体要求',
      '三、规范有序开展政府向社会力量购买服务工作',
      '四、稳步推进政府向社会力量购买服务工作',
      '附注',
      '后来的文件（要点）',
    ]);
    expect(of(2).slice(0, 4)).toEqual(['（一）指导思想', '（二）基本原则', '（三）工作目标', '（四）实施步骤']);
    expect(of(3)).toContain('2. 编制和审定购买服务计划');
  });

  it('leads from a part to the clause that opens it', () => {
    expect(OUTLINE.find(({ title }) => title.startsWith('三、'))?.id).toBe('80号文 三(一)');
  });
});

describe('READING_ORDER', () => {
  it('holds every clause once, the governing document first', () => {
    expect([...READING_ORDER.map(({ id }) => id)].sort()).toEqual([...CLAUSE_IDS].sort());
    expect(READING_ORDER.slice(0, GOVERNING_PART.length).every(({ isGoverning }) => isGoverning)).toBe(true);
  });
});

describe('LATER_PART', () => {
  it('keeps the articles of a document together', () => {
    expect(LATER_PART.filter(({ name }) => name === '财政部令第102号')).toHaveLength(1);
  });
});

describe('numberedTitle', () => {
  it.each([
    ['1.积极稳妥，有序实施。准确把握', '1. 积极稳妥，有序实施'],
    ['2.2015 年至 2016 年提升扩面阶段。在总结', '2. 2015 年至 2016 年提升扩面阶段'],
    ['各地区要结合实际。', null],
  ])('of %s is %s', (text, title) => {
    expect(numberedTitle(text)).toBe(title);
  });
});

describe('headingLevel', () => {
  it('tells parts from sections in either width of bracket', () => {
    expect(['一、总', '（一）甲', '(一) 乙'].map(headingLevel)).toEqual([1, 2, 2]);
  });
});
