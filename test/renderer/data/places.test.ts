import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPlaces, LEAP_MS, type Places } from '../../../renderer/data/places';

const at = (from: number): Places => ({ from, to: from + 50 });
let read: number[];
let list: ReturnType<typeof followPlaces>;

beforeEach(() => {
  vi.useFakeTimers();
  read = [];
  list = followPlaces(at(0), ({ from }) => read.push(from));
});
afterEach(() => { vi.useRealTimers(); });

describe('the places of a long list', () => {
  it('are read at once where the list is scrolled on, and not anew while it stands', () => {
    for (const from of [0, 50, 50, 100, 50]) list.come(at(from));
    expect(read).toEqual([50, 100, 50]);
  });

  it('are read at once after a single leap', () => {
    list.come(at(5000));
    expect(read).toEqual([5000]);
  });

  it('are read one in a while of many leaps, and where they end', () => {
    for (let frame = 1; frame <= 60; frame += 1) {
      list.come(at(frame * 350));
      vi.advanceTimersByTime(16);
    }
    vi.advanceTimersByTime(LEAP_MS);
    expect(read[0]).toBe(350);
    expect(read.at(-1)).toBe(60 * 350);
    expect(read.length).toBeGreaterThan(5);
    expect(read.length).toBeLessThanOrEqual(12);
  });

  it('are not read when the list has come back to what was read last', () => {
    list.come(at(5000));
    list.come(at(9000));
    list.come(at(5000));
    vi.advanceTimersByTime(2 * LEAP_MS);
    expect(read).toEqual([5000]);
  });

  it('are not read once nobody looks', () => {
    list.come(at(5000));
    list.come(at(9000));
    list.stop();
    vi.advanceTimersByTime(2 * LEAP_MS);
    expect(read).toEqual([5000]);
  });
});
