import { describe, expect, it } from 'vitest';
import { changedFields, changeLabel, type DraftWords, draftSheet } from '../../../renderer/text/draft-sheet';

const WORDS: DraftWords = {
  labels: { name: '名称', 'supplier.name': '承接主体', kind: '类别', lines: '明细', 'lines.*.name': '名称', 'lines.*.unit': '单位', agreed: '承诺', attachments: '附件' },
  show: { kind: (code) => (code === 'a' ? '甲类' : undefined) },
};

describe('draftSheet', () => {
  it('gives the fields that have a label, as typed, and a section for each row', () => {
    const form = { name: '居家', supplier: { name: '中心' }, kind: 'a', secretKey: 'x', lines: [{ name: '一', unit: '次' }], agreed: true, attachments: [{ name: '合同.pdf', sm3: 'f' }] };
    expect(draftSheet(WORDS, form).map(({ title, entries }) => [title, entries.map(({ label, value }) => `${label}=${value}`)])).toEqual([
      ['填写内容', ['名称=居家', '承接主体=中心', '类别=甲类', '承诺=是', '附件=合同.pdf']],
      ['明细 第 1 项', ['名称=一', '单位=次']],
    ]);
  });

  it('reads a form of another shape as not filled in', () => {
    expect(draftSheet(WORDS, { name: null, supplier: 'x', lines: {}, kind: 'b' })[0]?.entries.map(({ value }) => value)).toEqual(['', '', 'b', '', '']);
  });
});

describe('changeLabel', () => {
  const named = (before: unknown, after: unknown) => changeLabel(WORDS, changedFields(WORDS, before, after));

  it('names the field, the row, or how many', () => {
    expect(named({ name: '1' }, { name: '2' })).toBe('修改名称');
    expect(named({ lines: [{ name: '1' }] }, { lines: [{ name: '2' }] })).toBe('修改明细第 1 项名称');
    expect(named({ name: '1', kind: '' }, { name: '2', kind: 'a' })).toBe('修改名称等 2 处');
    expect(named({ other: 1 }, { other: 2 })).toBe('修改');
  });
});
