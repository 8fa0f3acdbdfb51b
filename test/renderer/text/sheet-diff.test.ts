import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingParts, pairSheets } from '../../../renderer/text/sheet-diff';
import type { SheetSection } from '../../../renderer/text/sheet';

const sheet = (fields: Readonly<Record<string, string>>, title = '项目'): SheetSection => ({
  title,
  entries: Object.entries(fields).map(([field, value]) => ({ field, label: field, value })),
});

describe('pairSheets', () => {
  it('says of every field whether it changed, came or went', () => {
    const [section] = pairSheets([sheet({ a: '1', b: '2', c: '3', d: '' })], [sheet({ a: '1', b: '9', d: '4' })]);
    expect(section?.fields.map(({ field, change }) => [field, change])).toEqual([['a', 'same'], ['b', 'changed'], ['c', 'removed'], ['d', 'added']]);
  });

  it('keeps a section that went where it stood', () => {
    const pairs = pairSheets([sheet({ a: '1' }), sheet({ x: '1' }, '明细 第 1 项'), sheet({ y: '1' }, '尾')], [sheet({ a: '1' }), sheet({ y: '1' }, '尾')]);
    expect(pairs.map(({ title }) => title)).toEqual(['项目', '明细 第 1 项', '尾']);
  });
});

describe('differingParts', () => {
  it('puts both texts together again, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const { head, before, after, tail } = differingParts(one, other);
        expect([head + before + tail, head + after + tail]).toEqual([one, other]);
      }),
    );
  });

  it('finds the figure that changed inside a sentence', () => {
    expect(differingParts('每月上门 2 次', '每月上门 12 次')).toEqual({ head: '每月上门 ', before: '', after: '1', tail: '2 次' });
  });
});
