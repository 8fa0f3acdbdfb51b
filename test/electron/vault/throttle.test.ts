// The waits after wrong tries, on a clock set by hand.
import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../../electron/vault/throttle';

describe('createThrottle', () => {
  it('lets three tries through, then doubles the wait up to five minutes', () => {
    let now = 0;
    const throttle = createThrottle(() => now);
    for (let i = 0; i < 3; i++) expect(throttle.begin('a')).toBe(0);
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      const wait = throttle.begin('a');
      waits.push(wait);
      now += wait;
      expect(throttle.begin('a')).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map((seconds) => seconds * 1000));
  });

  it('does not count a try that had to wait', () => {
    const throttle = createThrottle(() => 0);
    for (let i = 0; i < 3; i++) throttle.begin('a');
    for (let i = 0; i < 5; i++) expect(throttle.begin('a')).toBe(1000);
  });

  it('keeps names apart and forgets the tries after success', () => {
    const throttle = createThrottle(() => 0);
    for (let i = 0; i < 4; i++) throttle.begin('a');
    expect(throttle.begin('b')).toBe(0);
    throttle.succeeded('a');
    expect(throttle.begin('a')).toBe(0);
  });
});
