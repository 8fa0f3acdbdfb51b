import { describe, expect, it } from 'vitest';
import { paperMarkText } from '#shared/bundle/paper-mark';
import { qrGif, qrModules } from '../../../renderer/paper/qr-modules';
import { MARK } from '../features/print/support';

describe('qrModules', () => {
  it('is a square of the size its text needs, with the three finders in its corners', () => {
    const rows = qrModules(paperMarkText(MARK));
    expect(rows).toHaveLength(41);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([41]));
    const ring = (y: number, x: number) => [0, 1, 2, 3, 4, 5, 6].map((step) => rows[y]?.[x + step]);
    for (const [y, x] of [[0, 0], [0, 34], [34, 0]] as const) expect(ring(y, x)).toEqual([true, true, true, true, true, true, true]);
    expect(ring(3, 0)).toEqual([true, false, true, true, true, false, true]);
  });

  it('gives another text another code', () => {
    expect(qrModules(paperMarkText(MARK))).not.toEqual(qrModules(paperMarkText({ ...MARK, kind: 'bundle', bundleId: '150824-0a1b2c3d-2026-0008' })));
  });
});

describe('qrGif', () => {
  it('is a GIF picture', () => {
    expect(String.fromCharCode(...qrGif('GFB1').slice(0, 3))).toBe('GIF');
  });
});
