import { describe, expect, it } from 'vitest';
import { isWithinLimits } from '../../../electron/ipc/payload';

describe('isWithinLimits', () => {
  it('accepts the largest ordinary request', () => {
    const change = { op: 'put', table: 'planItems', id: 'x'.repeat(36), rev: 1, body: { name: '字'.repeat(500), funds: [{ amountFen: 1 }] } };
    expect(isWithinLimits({ chain: 'official', changes: Array.from({ length: 5000 }, () => change) })).toBe(true);
  });

  it('refuses what contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(isWithinLimits(loop)).toBe(false);
  });

  it('refuses bottomless nesting without running out of stack', () => {
    let deep: unknown = 0;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(isWithinLimits(deep)).toBe(false);
  });

  it('refuses a sparse array of a billion holes', () => {
    expect(isWithinLimits({ changes: new Array(1_000_000_000) })).toBe(false);
  });

  it('refuses a small graph that unfolds without end', () => {
    let layer: unknown = 'lol';
    for (let i = 0; i < 30; i++) layer = [layer, layer, layer];
    expect(isWithinLimits(layer)).toBe(false);
  });

  it('counts characters of keys and values', () => {
    const limits = { depth: 5, nodes: 100, characters: 10 };
    expect(isWithinLimits({ abc: '1234567' }, limits)).toBe(true);
    expect(isWithinLimits({ abcd: '1234567' }, limits)).toBe(false);
  });

  it('counts a byte as a character', () => {
    const limits = { depth: 5, nodes: 100, characters: 10 };
    expect(isWithinLimits({ abc: new Uint8Array(7) }, limits)).toBe(true);
    expect(isWithinLimits({ abc: new Uint8Array(8) }, limits)).toBe(false);
  });

  it.each([[new Map()], [new Date()], [new Uint16Array(8)], [new ArrayBuffer(8)], [/x/], [new Error('x')]])('refuses what is no plain data: %o', (value) => {
    expect(isWithinLimits({ value })).toBe(false);
  });
});
