import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordId, sm3HexSchema, type StationId } from '#shared/base/ids';
import { createBundleId } from '#shared/bundle/names';
import { groupedSm3, paperMarkText, parsePaperMark, type PaperMark } from '#shared/bundle/paper-mark';

const hex = (length: number) => fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length }).map((digits) => digits.join(''));
const sm3 = hex(64).map((text) => sm3HexSchema.parse(text));
const station = hex(32).map((text) => text as StationId);
const marks: fc.Arbitrary<PaperMark> = fc.oneof(
  fc.record({
    kind: fc.constant('bundle' as const),
    bundleId: fc.tuple(station, fc.integer({ min: 1, max: 999_999 })).map(([sender, number]) => createBundleId('150824', sender, 2026, number)),
    sm3,
  }),
  fc.record({
    kind: fc.constant('line' as const),
    recordId: fc.tuple(station, fc.uint8Array({ minLength: 8, maxLength: 8 })).map(([owner, bytes]) => createRecordId(owner, () => bytes)),
    sm3,
  }),
);

describe('parsePaperMark', () => {
  it('reads back every mark from its own text', () => {
    fc.assert(fc.property(marks, (mark) => { expect(parsePaperMark(paperMarkText(mark))).toEqual({ ok: true, value: mark }); }));
  });

  it('reads the number and the groups as a person types them from the paper', () => {
    fc.assert(
      fc.property(marks, (mark) => {
        const number = mark.kind === 'bundle' ? mark.bundleId : mark.recordId;
        const typed = `  数据包：${number.toUpperCase()}\nSM3　${groupedSm3(mark.sm3).toUpperCase().replace(' ', '\n')} `;
        expect(parsePaperMark(typed)).toEqual({ ok: true, value: mark });
      }),
    );
  });

  it('reads full-width letters and figures as an input method leaves them', () => {
    const mark: PaperMark = { kind: 'bundle', bundleId: '150824-0a1b2c3d-2026-0007', sm3: sm3HexSchema.parse('0f'.repeat(32)) };
    const wide = paperMarkText(mark).replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    expect(parsePaperMark(wide)).toEqual({ ok: true, value: mark });
  });

  it('does not guess: too short, too long, two numbers, no number', () => {
    const id = '150824-0a1b2c3d-2026-0007';
    const hash = 'ab'.repeat(32);
    for (const text of ['', id, hash, `${id} ${hash.slice(1)}`, `${id} ${hash} 0`, `${id} 150824-0a1b2c3d-2026-0008 ${hash}`, 'GFB1;;']) {
      expect(parsePaperMark(text), text).toEqual({ ok: false, error: { code: 'paper-mark.malformed' } });
    }
  });
});

describe('groupedSm3', () => {
  it('loses no digit', () => {
    fc.assert(fc.property(sm3, (value) => { expect(groupedSm3(value).replaceAll(' ', '')).toBe(value); }));
  });
});
